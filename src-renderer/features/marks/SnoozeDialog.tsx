import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { isPossible, snoozeOptions } from '#shared/inbox/snooze';
import { words } from '#shared/words/words';
import { formatLocal, parseLocal } from '../../controls/datetime/datetime-input.ts';
import type { Asking } from '../../stores/marks.ts';
import { useStores } from '../../stores/use-stores.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { comingMomentWords } from '../../words/moments.ts';
import styles from './SnoozeDialog.module.css';

/** Until when a question is put off: a few moments by name, or any other. */
export function SnoozeDialog() {
  const { marks } = useStores();
  const asking = useStore(marks.store, (state) => state.asking);
  return asking ? <OpenDialog key={asking.key} asking={asking} /> : null;
}

function OpenDialog({ asking }: { asking: Asking }) {
  const { marks } = useStores();
  const [now] = useState(Date.now);
  const { options, latest } = snoozeOptions(now, asking.deadline);
  const isSnoozed = asking.snoozedUntil !== undefined;
  const canSnooze = latest === undefined || latest > now;
  const id = useId();
  const dialog = useModal();
  const when = (ms: number) => comingMomentWords(ms, now);
  const choices = [
    ...options.map(({ name, until }) => ({
      name,
      label: words.snooze.options[name],
      moment: when(until),
      run: () => void marks.snooze(until),
    })),
    ...(isSnoozed
      ? [{ name: 'back', label: words.snooze.bringBack, moment: '', run: () => void marks.bringBack() }]
      : []),
  ];

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const step =
      event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0;
    const chosen = /^[1-9]$/.test(event.key) && !event.repeat ? choices[Number(event.key) - 1] : undefined;
    if (step !== 0) moveFocus(event.currentTarget, step);
    else if (chosen) chosen.run();
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-about`}
      onClose={marks.cancel}
      onKeyDown={onKeyDown}
      onClick={(event) => event.target === dialog.current && marks.cancel()}
    >
      <div className={styles.content}>
        <h2 id={`${id}-title`} className={styles.title}>
          {words.snooze.heading}
        </h2>
        <p id={`${id}-about`} className={styles.about} dir="auto">
          <VisibleText text={asking.title} cut={160} />
        </p>
        {choices.length > 0 && (
          <ul className={styles.options}>
            {choices.map(({ name, label, moment, run }, place) => (
              <li key={name}>
                <button type="button" className={styles.option} data-choice onClick={run}>
                  <span className={styles.name}>{label}</span> <span className={styles.moment}>{moment}</span>
                  <Kbd>{String(place + 1)}</Kbd>
                </button>
              </li>
            ))}
          </ul>
        )}
        {canSnooze && <Pick now={now} latest={latest} when={when} />}
        {latest !== undefined && (
          <p className={styles.note}>{canSnooze ? words.snooze.latest(when(latest)) : words.snooze.tooNear}</p>
        )}
        <div className={styles.buttons}>
          <Button size="s" variant="ghost" keyHint={words.keys.escape} onClick={marks.cancel}>
            {words.buttons.cancel}
          </Button>
        </div>
      </div>
    </dialog>
  );
}

/** Any moment that is possible. */
function Pick({ now, latest, when }: { now: number; latest: number | undefined; when: (ms: number) => string }) {
  const { marks } = useStores();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const id = useId();
  const snooze = () => {
    const picked = parseLocal(text);
    if (!picked.ok) setProblem(text === '' ? words.snooze.wantsMoment : picked.error);
    else if (!isPossible(picked.value, Date.now(), undefined)) setProblem(words.snooze.isPast);
    else if (!isPossible(picked.value, Date.now(), latest)) setProblem(words.snooze.isTooLate(when(latest ?? 0)));
    else void marks.snooze(picked.value);
  };
  return (
    <form
      className={styles.pick}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        snooze();
      }}
    >
      <label htmlFor={id}>{words.snooze.pick}</label>
      <div className={styles.fields}>
        <input
          id={id}
          className={styles.field}
          type="datetime-local"
          min={formatLocal(Math.ceil(now / minuteMs) * minuteMs)}
          max={latest === undefined ? undefined : formatLocal(Math.floor(latest / minuteMs) * minuteMs)}
          value={text}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={`${id}-problem`}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(undefined);
          }}
        />
        <Button type="submit" size="s">
          {words.snooze.pickButton}
        </Button>
      </div>
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {problem}
      </p>
    </form>
  );
}

const minuteMs = 60_000;

/** The browser's own modal dialog: the page behind it is inert, Escape closes it, and the focus goes back to where it was. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-choice], input')?.focus();
    return () => {
      element?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return dialog;
}

function moveFocus(within: EventTarget & Element, step: number): void {
  const choices = [...within.querySelectorAll<HTMLElement>('[data-choice]')];
  const place = choices.indexOf(document.activeElement as HTMLElement);
  choices[(place + step + choices.length) % choices.length]?.focus();
}
