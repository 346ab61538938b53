import type { KeyboardEvent } from 'react';

/** The control of the same kind so many places further in the list around one; undefined at the ends. */
export const nextInList = (control: HTMLElement, kind: string, step: number): HTMLElement | undefined => {
  const controls = [...(control.closest('ul')?.querySelectorAll<HTMLElement>(kind) ?? [])];
  return controls[controls.indexOf(control) + step];
};

/** Moves the focus by the arrows to the next control of the same kind in the list. Returns it, or undefined when nothing moved. */
export const moveInList = (event: KeyboardEvent<HTMLElement>, kind: string): HTMLElement | undefined => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const next = step === 0 ? undefined : nextInList(event.currentTarget, kind, step);
  if (!next) return undefined;
  event.preventDefault();
  next.focus();
  return next;
};
