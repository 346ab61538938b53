import { useShortcut } from '../../../shortcuts/index.ts';

/** Ctrl or ⌘ with S anywhere in the window. */
export const useSaveKey = (save: () => void): void => useShortcut('save', save);
