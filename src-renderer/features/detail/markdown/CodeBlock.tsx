import { words } from '#shared/words/words';
import { languageNamed } from '../evidence/code/language.ts';
import { TextView } from '../evidence/lines/TextView.tsx';
import styles from './CodeBlock.module.css';

/** Code inside a text: in the colours of its language, its lines kept; what is wide scrolls in itself. */
export function CodeBlock({ text, language }: { text: string; language: string | undefined }) {
  return (
    <div className={styles.block}>
      <TextView text={text} language={languageNamed(language)} label={words.evidence.markdown.code} keepsLines />
    </div>
  );
}
