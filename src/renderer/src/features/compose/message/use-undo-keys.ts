import { useEffect } from 'react';
import { useStores } from '../../../stores/index.ts';
import { commandHeld } from '../../../ui/kbd.tsx';

/** The fields have an undo of their own, each for itself; ours goes over form and JSON. Elsewhere the key is left alone. */
const isOurs = (target: EventTarget | null): boolean =>
  target === document.body || (target instanceof Element && target.closest('[data-undo]') !== null);

/** ⌘/Ctrl+Z takes back a step of the message, with Shift (or Ctrl+Y) it comes again. */
export const useUndoKeys = (): void => {
  const { compose } = useStores();
  useEffect(() => {
    const stop = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const isUndo = key === 'z' && !event.shiftKey;
      const isRedo = (key === 'z' && event.shiftKey) || key === 'y';
      if (!commandHeld(event) || event.altKey || event.isComposing || !(isUndo || isRedo)) return;
      if (compose.getState().mode !== 'message' || !isOurs(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      if (isUndo) compose.undo();
      else compose.redo();
    };
    // In the capture phase: the editor and the fields would take it.
    window.addEventListener('keydown', onKey, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, [compose]);
};
