/** Who does what a shortcut stands for, right now: parts of the window come and go, the last one that came is asked first. */
import { isPressed, isTypable, shortcuts, type Pressed, type ShortcutId } from './table.ts';

interface Doer {
  readonly run: () => void;
  /** False: not with this target; the key goes on to whoever has it. */
  readonly takes: (target: EventTarget | null) => boolean;
}
const doers = new Map<ShortcutId, Doer[]>();

/** Takes a shortcut over until the returned function is called. */
export const bindShortcut = (id: ShortcutId, doer: Doer): (() => void) => {
  const list = doers.get(id) ?? [];
  doers.set(id, [...list, doer]);
  return () => {
    doers.set(
      id,
      (doers.get(id) ?? []).filter((one) => one !== doer),
    );
  };
};

/** A control that says by `data-shortcut` that it is what the shortcut means: a button is pressed, a field gets the focus. */
const marked = (id: ShortcutId): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>(`[data-shortcut="${id}"]`)].find(
    (element) => !element.matches(':disabled') && element.checkVisibility(),
  ) ?? null;

const doerOf = (id: ShortcutId, target: EventTarget | null): (() => void) | null => {
  const doer = doers.get(id)?.findLast((one) => one.takes(target));
  if (doer) return doer.run;
  const element = marked(id);
  if (!element) return null;
  return () => {
    if (element.matches('input, textarea')) {
      element.focus();
      if (element instanceof HTMLInputElement) element.select();
    } else element.click();
  };
};

/** Ids of what can be done where the window stands now. */
export const boundShortcuts = (): readonly ShortcutId[] =>
  shortcuts.map(({ id }) => id).filter((id) => doerOf(id, document.body) !== null);

/** Does it as if its keys were pressed outside of a field; false when nothing in the window does it now. */
export const runShortcut = (id: ShortcutId): boolean => {
  const run = doerOf(id, document.body);
  run?.();
  return run !== null;
};

/** In a field, or in an open menu or list of offers, where letters look for an entry. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="menu"], [role="listbox"]') !== null;
const isDialogOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
const isEditor = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('.cm-editor') !== null;
/** Fields keep what they can type; a dialog keeps everything but saving; an editor has a search of its own. */
const isTaken = (id: ShortcutId, keys: string, target: EventTarget | null): boolean =>
  (isTypable(keys) && isTyping(target)) || (isDialogOpen() && id !== 'save') || (id === 'find' && isEditor(target));

/** Does what was pressed; true when something was done. */
export const pressShortcut = (pressed: Pressed, target: EventTarget | null, isRepeat: boolean): boolean => {
  for (const { id, keys } of shortcuts) {
    const combination = keys.find((one) => isPressed(one, pressed));
    if (combination === undefined || isTaken(id, combination, target)) continue;
    // Held down, only steps go on.
    if (isRepeat && !['next', 'previous', 'undo', 'redo'].includes(id)) continue;
    const run = doerOf(id, target);
    if (!run) continue;
    run();
    return true;
  }
  return false;
};
