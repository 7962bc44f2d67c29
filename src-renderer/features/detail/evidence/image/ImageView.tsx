import { useLayoutEffect, useRef, useState } from 'react';
import { words } from '#shared/words/words';
import { Button } from '../../../../ui/Button.tsx';
import { reachable } from '../../../../ui/reachable.ts';
import styles from './ImageView.module.css';

const steps = ['fit', 1, 2, 4] as const;
type Zoom = (typeof steps)[number];

/** A picture that opens large on a click or Enter; there it can be zoomed. */
export function ImageView({ source, alt }: { source: string; alt: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const [isBroken, setIsBroken] = useState(false);
  if (isBroken) return <p className={styles.note}>{words.evidence.image.damaged}</p>;
  return (
    <>
      <button
        type="button"
        className={styles.open}
        aria-label={words.evidence.image.enlarge(alt)}
        onClick={() => setIsOpen(true)}
      >
        <img className={styles.image} src={source} alt={alt} onError={() => setIsBroken(true)} />
      </button>
      {isOpen && <Large source={source} alt={alt} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function Large({ source, alt, onClose }: { source: string; alt: string; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [natural, setNatural] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const size =
    zoom === 'fit' ? undefined : { width: `${natural.width * zoom}px`, height: `${natural.height * zoom}px` };
  return (
    <dialog ref={dialog} className={styles.large} aria-label={alt} onClose={onClose}>
      <div className={styles.bar}>
        {steps.map((step) => (
          <Button key={step} size="s" variant="ghost" aria-pressed={zoom === step} onClick={() => setZoom(step)}>
            {step === 'fit' ? words.evidence.image.fit : words.evidence.image.percent(step * 100)}
          </Button>
        ))}
        <span className={styles.facts}>
          {natural.width} × {natural.height}
        </span>
        <Button size="s" keyHint={words.keys.escape} onClick={() => dialog.current?.close()}>
          {words.evidence.image.close}
        </Button>
      </div>
      <section className={styles.stage} aria-label={words.evidence.image.picture} {...reachable}>
        <img
          className={styles.picture}
          data-zoom={zoom}
          src={source}
          alt={alt}
          style={size}
          onLoad={({ currentTarget }) =>
            setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
          }
        />
      </section>
    </dialog>
  );
}
