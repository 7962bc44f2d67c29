import { useId } from 'react';
import type { QuietHours } from '#shared/native/notification-settings';
import { words } from '#shared/words/words';
import { weekdayName } from '../../../words/times.ts';
import { Switch } from '../parts.tsx';
import styles from './QuietHoursLines.module.css';

type Props = { quietHours: QuietHours; onChange: (quietHours: QuietHours) => void };

/** The hours without notifications; while they are off, only their switch. */
export function QuietHoursLines({ quietHours, onChange }: Props) {
  const change = (part: Partial<QuietHours>) => onChange({ ...quietHours, ...part });
  return (
    <>
      <Switch
        label={words.notices.quietHours}
        hint={words.notices.quietHoursHint}
        checked={quietHours.isOn}
        onChange={(isOn) => change({ isOn })}
      />
      {quietHours.isOn && (
        <div className={styles.hours}>
          <TimeField label={words.notices.from} minutes={quietHours.from} onChange={(from) => change({ from })} />
          <TimeField label={words.notices.to} minutes={quietHours.to} onChange={(to) => change({ to })} />
          <Days days={quietHours.days} onChange={(days) => change({ days })} />
        </div>
      )}
      {quietHours.isOn && (
        <Switch
          label={words.notices.letsDueSoonPass}
          checked={quietHours.letsDueSoonPass}
          onChange={(letsDueSoonPass) => change({ letsDueSoonPass })}
        />
      )}
    </>
  );
}

function TimeField(props: { label: string; minutes: number; onChange: (minutes: number) => void }) {
  const id = useId();
  return (
    <span className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        type="time"
        required
        className={styles.time}
        value={timeOf(props.minutes)}
        onChange={(event) => {
          const minutes = minutesOf(event.target.value);
          if (minutes !== undefined) props.onChange(minutes);
        }}
      />
    </span>
  );
}

/** The days of a week by their numbers, Monday first. */
const mondayFirst = [1, 2, 3, 4, 5, 6, 0];

function Days(props: { days: readonly number[]; onChange: (days: number[]) => void }) {
  return (
    <fieldset className={styles.days}>
      <legend className={styles.label}>{words.notices.days}</legend>
      {mondayFirst.map((day) => (
        <label key={day} className={styles.day}>
          <input
            type="checkbox"
            aria-label={weekdayName(day, 'long')}
            checked={props.days.includes(day)}
            onChange={({ target }) => {
              const others = props.days.filter((one) => one !== day);
              props.onChange((target.checked ? [...others, day] : others).sort((a, b) => a - b));
            }}
          />
          <span aria-hidden="true">{weekdayName(day, 'short')}</span>
        </label>
      ))}
    </fieldset>
  );
}

function timeOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Undefined for a field that is half filled in. */
function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
