import type { ButtonHTMLAttributes, Ref } from 'react';
import styles from './Button.module.css';
import { Kbd } from './Kbd.tsx';

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary` is for Send and for Cancel in a confirmation only; `danger` for Confirm of something destructive only. */
  variant?: 'plain' | 'primary' | 'danger' | 'ghost';
  size?: 'm' | 's';
  /** Red words on a plain button: what the sender flagged `destructive`, nothing else. */
  destructive?: boolean;
  /** The key that presses it, drawn and hidden from assistive technology. */
  keyHint?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({
  variant = 'plain',
  size = 'm',
  destructive = false,
  keyHint,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={className ? `${styles.button} ${className}` : styles.button}
      data-variant={variant}
      data-size={size}
      data-destructive={destructive || undefined}
    >
      {children}
      {keyHint !== undefined && <Kbd onAccent={variant === 'primary'}>{keyHint}</Kbd>}
    </button>
  );
}
