import { useEffect, useRef } from 'react';
import { commandHeld, isMac } from '../ui/kbd.tsx';
import { bindShortcut, pressShortcut } from './registry.ts';
import { places, type Place } from '../stores/ui-store.ts';
import { listKeys, shortcuts, shownKeys, type ShortcutId } from './table.ts';

export { boundShortcuts, runShortcut } from './registry.ts';
export { shortcuts, type ShortcutId } from './table.ts';

/** Does something when the keys of a shortcut are pressed, while the component is there. `takes`: false for a target lets the key pass. */
export const useShortcut = (
  id: ShortcutId,
  run: () => void,
  takes: (target: EventTarget | null) => boolean = () => true,
): void => {
  // Not an effect event: the palette asks what is bound while it renders.
  const latest = useRef({ run, takes });
  useEffect(() => {
    latest.current = { run, takes };
  });
  useEffect(
    () => bindShortcut(id, { run: () => latest.current.run(), takes: (target) => latest.current.takes(target) }),
    [id],
  );
};

/** Listens for the keys of the whole window. In the capture phase: an editor has its own use for some. */
export const useShortcutKeys = (): void => {
  useEffect(() => {
    const stop = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const mod = commandHeld(event);
      const otherMod = isMac ? event.ctrlKey : event.metaKey;
      const { key, shiftKey, altKey, repeat, target } = event;
      if (!pressShortcut({ key, shiftKey, altKey, mod, otherMod }, target, repeat)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKey, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, []);
};

/** Keys of a shortcut as on this keyboard, for a button or a tip. */
export const keysOf = (id: ShortcutId): string =>
  shownKeys(shortcuts.find((one) => one.id === id)?.keys[0] ?? '', isMac);

/** The table as it is listed: by place, keys as on this keyboard, and last what every list has. */
export const shortcutGroups = (): readonly {
  readonly where: 'everywhere' | 'lists' | Place;
  readonly rows: readonly { readonly id: string; readonly keys: readonly string[] }[];
}[] => [
  ...(['everywhere', ...places] as const).flatMap((where) => {
    const rows = shortcuts
      .filter((one) => one.where === where)
      .map(({ id, keys }) => ({ id, keys: keys.map((one) => shownKeys(one, isMac)) }));
    return rows.length === 0 ? [] : [{ where, rows }];
  }),
  { where: 'lists', rows: listKeys },
];
