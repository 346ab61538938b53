import type { KeyboardEvent } from 'react';

/** Moves the focus to the next control of the same kind in the list around it, by the arrows. Returns it, or undefined when nothing moved. */
export const moveInList = (event: KeyboardEvent<HTMLElement>, kind: string): HTMLElement | undefined => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const controls = [...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>(kind) ?? [])];
  const next = controls[controls.indexOf(event.currentTarget) + step];
  if (step === 0 || !next) return undefined;
  event.preventDefault();
  next.focus();
  return next;
};
