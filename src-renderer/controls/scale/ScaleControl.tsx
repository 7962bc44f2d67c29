import * as Slider from '@radix-ui/react-slider';
import { useState } from 'react';
import { exact, number } from '#shared/words/plural';
import { words } from '#shared/words/words';
import { VisibleText } from '../../ui/VisibleText.tsx';
import { ControlFrame, describedBy } from '../ControlFrame.tsx';
import { type ControlModule, type ControlProps, controlLabelId } from '../control.ts';
import styles from './ScaleControl.module.css';
import { bigStepFrom, readScale, scaleEnds, scaleHint, scalePlace, scaleTicks, tickLength } from './scale-input.ts';

const choosingKeys = new Set(['Enter', ' ', 'Home', 'End', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);

function ScaleControl({ action, input, onInput, disabled, message, id }: ControlProps<'scale'>) {
  const { min, max, step } = scaleEnds(action);
  const chosen = typeof input === 'number' ? input : undefined;
  /** Where the thumb is while it is dragged; releasing it makes that the choice. */
  const [dragged, setDragged] = useState<number>();
  const value = dragged ?? chosen ?? min;
  const isHollow = chosen === undefined && dragged === undefined;
  const commit = (next: number) => {
    setDragged(undefined);
    onInput(next);
  };
  const { min_label: minLabel, max_label: maxLabel } = action.constraints;
  return (
    <ControlFrame id={id} label={action.label} message={message}>
      <Slider.Root
        className={styles.slider}
        min={min}
        // A track needs a length, also where there is a single value.
        max={max === min ? min + step : max}
        step={step}
        value={[value]}
        disabled={disabled}
        data-hollow={isHollow || undefined}
        onValueChange={([next = min]) => setDragged(Math.min(next, max))}
        onValueCommit={([next = min]) => commit(Math.min(next, max))}
        onPointerUp={() => {
          // A click where the thumb already is changes no value, but it chooses one.
          if (!disabled && chosen === undefined) commit(value);
        }}
        onKeyDown={(event) => {
          if (!disabled && (event.key === 'PageUp' || event.key === 'PageDown')) {
            event.preventDefault();
            return commit(bigStepFrom(action, value, event.key === 'PageUp' ? 1 : -1));
          }
          const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
          if (disabled || chosen !== undefined || !isPlain || !choosingKeys.has(event.key)) return;
          // The first step from nothing lands on the minimum's neighbour by Radix; the rest choose where the thumb stands.
          if (event.key === 'Enter' || event.key === ' ') event.preventDefault();
          if (!['End', 'ArrowRight', 'ArrowUp'].includes(event.key) || min === max) commit(min);
        }}
      >
        <Slider.Track className={styles.track}>
          <Slider.Range className={styles.range} />
        </Slider.Track>
        <Slider.Thumb
          className={styles.thumb}
          aria-labelledby={controlLabelId(id)}
          aria-describedby={`${id}-scale ${describedBy(id)}`}
          aria-valuetext={isHollow ? words.controls.scale.notChosen : exact(value)}
        />
      </Slider.Root>
      <div className={styles.ticks} aria-hidden="true">
        <Ticks action={action} shown={isHollow ? undefined : value} />
      </div>
      {(minLabel || maxLabel) && (
        <div className={styles.ends} aria-hidden="true">
          <span dir="auto">
            <VisibleText text={minLabel ?? ''} />
          </span>
          <span dir="auto">
            <VisibleText text={maxLabel ?? ''} />
          </span>
        </div>
      )}
      <div id={`${id}-scale`} className={styles.spoken}>
        {scaleHint(action)}
        {minLabel && words.controls.scale.end(min, minLabel)}
        {maxLabel && words.controls.scale.end(max, maxLabel)}
      </div>
    </ControlFrame>
  );
}

/** The numbers under the track; the chosen one is always among them, and takes the room of a neighbour it would cover. */
function Ticks({ action, shown }: { action: ControlProps<'scale'>['action']; shown: number | undefined }) {
  const place = (value: number) => scalePlace(action, value);
  const gap = Math.max(0.06, tickLength(action) * 0.018);
  const even = scaleTicks(action).filter(
    (tick) => shown === undefined || tick === shown || Math.abs(place(tick) - place(shown)) > gap,
  );
  const ticks = shown === undefined || even.includes(shown) ? even : [...even, shown];
  return ticks.map((tick) => (
    <span
      key={tick}
      className={styles.tick}
      data-chosen={tick === shown || undefined}
      // A long number at an end would reach beyond the track.
      data-edge={
        gap <= 0.06 ? undefined : place(tick) < gap / 2 ? 'start' : place(tick) > 1 - gap / 2 ? 'end' : undefined
      }
      style={{ left: `${place(tick) * 100}%` }}
    >
      {tick >= 10_000 && Number.isInteger(tick) ? number(tick) : exact(tick)}
    </span>
  ));
}

export const scale: ControlModule<'scale'> = {
  asksForValue: true,
  Control: ScaleControl,
  read: readScale,
  write: (_, data) => (typeof data === 'number' ? data : undefined),
};
