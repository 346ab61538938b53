import css from './kbd.module.css';

/** A key, as on the keyboard. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className={css['kbd']}>{children}</kbd>;
}

/** True on machines whose command key is ⌘. */
export const isMac = /mac/i.test(navigator.userAgent);
/** Is the command key of this system held. */
export const commandHeld = (event: { readonly metaKey: boolean; readonly ctrlKey: boolean }): boolean =>
  isMac ? event.metaKey : event.ctrlKey;
