import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import { Tip } from './tip.tsx';
import css from './button.module.css';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** primary: the one filled button of a pane. quiet: no frame. danger: removes something. */
  readonly look?: 'default' | 'primary' | 'quiet' | 'danger';
  readonly small?: boolean;
  readonly icon?: ReactNode;
  /** Shortcut shown on the button, for example `⌘↵`. */
  readonly keys?: string;
  readonly wide?: boolean;
}

/** A button that says what it does: a verb with its object. */
export function Button({
  look = 'default',
  small = false,
  icon,
  keys,
  wide = false,
  children,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={css['button']}
      data-look={look}
      data-small={small || undefined}
      data-wide={wide || undefined}
      {...rest}
    >
      {icon}
      {children !== undefined && <span className={css['label']}>{children}</span>}
      {keys !== undefined && <Kbd>{keys}</Kbd>}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'keys' | 'wide'> {
  readonly icon: ReactNode;
  /** Spoken label and tooltip. */
  readonly label: string;
}

/** A button with an icon only; its label is its tooltip. */
export function IconButton({ icon, label, look = 'quiet', small = false, ...rest }: IconButtonProps) {
  return (
    <Tip text={label}>
      <button
        type="button"
        aria-label={label}
        className={css['button']}
        data-icon
        data-look={look}
        data-small={small || undefined}
        {...rest}
      >
        {icon}
      </button>
    </Tip>
  );
}
