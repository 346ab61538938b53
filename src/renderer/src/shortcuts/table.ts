/**
 * Every shortcut of the window, in one table: it binds the keys, fills the list under `?`, and gives the palette its keys. Keys inside a
 * list or a menu (arrows, Home, End) are those of every system and stand in `listKeys`.
 */
import type { Place } from '../stores/ui-store.ts';

export interface Shortcut {
  /** What it does; its words are `keys.<id>`. */
  readonly id: string;
  /** `mod` is ⌘ on a Mac and Ctrl elsewhere. The first one is shown beside buttons; the others do the same. */
  readonly keys: readonly string[];
  readonly where: 'everywhere' | Place;
}

const rows = [
  { id: 'palette', keys: ['mod+k'], where: 'everywhere' },
  { id: 'help', keys: ['?'], where: 'everywhere' },
  { id: 'settings', keys: ['mod+,'], where: 'everywhere' },
  { id: 'find', keys: ['/', 'mod+f'], where: 'everywhere' },
  { id: 'compose', keys: ['mod+1'], where: 'everywhere' },
  { id: 'phones', keys: ['mod+2'], where: 'everywhere' },
  { id: 'log', keys: ['mod+3'], where: 'everywhere' },
  { id: 'credentials', keys: ['mod+4'], where: 'everywhere' },
  { id: 'gateways', keys: ['mod+5'], where: 'everywhere' },
  { id: 'pane', keys: ['f6'], where: 'everywhere' },
  { id: 'paneBack', keys: ['shift+f6'], where: 'everywhere' },
  { id: 'send', keys: ['mod+enter'], where: 'compose' },
  { id: 'undo', keys: ['mod+z'], where: 'compose' },
  { id: 'redo', keys: ['mod+shift+z', 'mod+y'], where: 'compose' },
  { id: 'tap', keys: ['t'], where: 'phones' },
  { id: 'next', keys: ['j'], where: 'log' },
  { id: 'previous', keys: ['k'], where: 'log' },
  { id: 'resend', keys: ['r'], where: 'log' },
  { id: 'editResend', keys: ['e'], where: 'log' },
  { id: 'bringBack', keys: ['mod+z'], where: 'log' },
  { id: 'save', keys: ['mod+s'], where: 'credentials' },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof rows)[number]['id'];
export const shortcuts: readonly (Shortcut & { readonly id: ShortcutId })[] = rows;

/** Keys that every list, grid, menu and dialog here has; the part in front binds them, as its role promises. */
export const listKeys = [
  { id: 'arrows', keys: ['↑', '↓', '←', '→'] },
  { id: 'ends', keys: ['Home', 'End'] },
  { id: 'open', keys: ['↵'] },
  { id: 'leave', keys: ['Esc'] },
  { id: 'peek', keys: ['Space'] },
  { id: 'menu', keys: ['Shift F10'] },
] as const;

/** A pressed key, as much of it as the table needs. */
export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** The command key of this system. */
  readonly mod: boolean;
  /** The other one of ⌘ and Ctrl. */
  readonly otherMod: boolean;
}

/** Is this the combination, and nothing more. A sign that needs Shift on some keyboards (`?`, `/`) is taken as the sign. */
export const isPressed = (keys: string, pressed: Pressed): boolean => {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const isSign = !/^(?:[a-z0-9]|f\d+|enter)$/.test(key) && !parts.includes('mod');
  return (
    pressed.key.toLowerCase() === key &&
    pressed.mod === parts.includes('mod') &&
    !pressed.otherMod &&
    !pressed.altKey &&
    (isSign || pressed.shiftKey === parts.includes('shift'))
  );
};

/** Can be typed, so it belongs to the field one is typing in: no ⌘, no Ctrl, no function key. */
export const isTypable = (keys: string): boolean => !keys.includes('mod') && !/f\d+$/.test(keys);

const names: Readonly<Record<string, string>> = { enter: '↵', f6: 'F6' };

/** As on the keyboard: `⌘K` on a Mac, `Ctrl K` elsewhere. */
export const shownKeys = (keys: string, onMac: boolean): string =>
  keys
    .split('+')
    .map((part) => {
      if (part === 'mod') return onMac ? '⌘' : 'Ctrl';
      if (part === 'shift') return onMac ? '⇧' : 'Shift';
      return names[part] ?? part.toUpperCase();
    })
    .join(onMac ? '' : ' ');
