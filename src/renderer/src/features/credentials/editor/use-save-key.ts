import { useEffect, useEffectEvent } from 'react';
import { commandHeld } from '../../../ui/kbd.tsx';

/** Ctrl or ⌘ with S anywhere in the window. */
export const useSaveKey = (save: () => void): void => {
  const onSave = useEffectEvent(save);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!commandHeld(event) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      onSave();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
};
