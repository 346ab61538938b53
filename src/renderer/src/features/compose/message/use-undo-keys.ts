import { useShortcut } from '../../../shortcuts/index.ts';
import { useStores } from '../../../stores/index.ts';

/** The fields have an undo of their own, each for itself; ours goes over form and JSON. Elsewhere the key is left alone. */
const isOurs = (target: EventTarget | null): boolean =>
  target === document.body || (target instanceof Element && target.closest('[data-undo]') !== null);

/** ⌘/Ctrl+Z takes back a step of the message, with Shift (or Ctrl+Y) it comes again. */
export const useUndoKeys = (): void => {
  const { compose } = useStores();
  const takes = (target: EventTarget | null) => compose.getState().mode === 'message' && isOurs(target);
  useShortcut('undo', () => compose.undo(), takes);
  useShortcut('redo', () => compose.redo(), takes);
};
