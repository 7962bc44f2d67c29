import { useId } from 'react';
import type { QuietHours } from '#shared/native/notification-settings';
import { noticeWords as words } from '../../../words/notices.ts';
import { Switch } from '../parts.tsx';
import styles from './QuietHoursLines.module.css';

type Props = { quietHours: QuietHours; locale: string; onChange: (quietHours: QuietHours) => void };

/** The hours without notifications; while they are off, only their switch. */
export function QuietHoursLines({ quietHours, locale, onChange }: Props) {
  const change = (part: Partial<QuietHours>) => onChange({ ...quietHours, ...part });
  return (
    <>
      <Switch
        label={words.quietHours}
        hint={words.quietHoursHint}
        checked={quietHours.isOn}
        onChange={(isOn) => change({ isOn })}
      />
      {quietHours.isOn && (
        <div className={styles.hours}>
          <TimeField label={words.from} minutes={quietHours.from} onChange={(from) => change({ from })} />
          <TimeField label={words.to} minutes={quietHours.to} onChange={(to) => change({ to })} />
          <Days days={quietHours.days} locale={locale} onChange={(days) => change({ days })} />
        </div>
      )}
      {quietHours.isOn && (
        <Switch
          label={words.letsDueSoonPass}
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

// The week of 2 January 2000, a Sunday: names of days in the person's language, in the order of their numbers.
const week = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, date: new Date(2000, 0, 2 + day, 12) }));
const mondayFirst = [...week.slice(1), ...week.slice(0, 1)];

function Days(props: { days: readonly number[]; locale: string; onChange: (days: number[]) => void }) {
  const short = new Intl.DateTimeFormat(props.locale, { weekday: 'short' });
  const long = new Intl.DateTimeFormat(props.locale, { weekday: 'long' });
  return (
    <fieldset className={styles.days}>
      <legend className={styles.label}>{words.days}</legend>
      {mondayFirst.map(({ day, date }) => (
        <label key={day} className={styles.day}>
          <input
            type="checkbox"
            aria-label={long.format(date)}
            checked={props.days.includes(day)}
            onChange={({ target }) => {
              const others = props.days.filter((one) => one !== day);
              props.onChange((target.checked ? [...others, day] : others).sort((a, b) => a - b));
            }}
          />
          <span aria-hidden="true">{short.format(date)}</span>
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
