import { useEffect, useState } from 'react';
import { isDesktop } from '../../../client/port-channel.ts';
import { useStores } from '../../../stores/index.ts';

/** Asks before unsaved edits are left behind. `goOn` is null while nobody is leaving. */
export const useLeaving = (isDirty: boolean) => {
  const { ui } = useStores();
  const [pending, setPending] = useState<{ readonly goOn: () => void } | null>(null);
  useEffect(() => {
    if (!isDirty) return undefined;
    ui.guardLeaving((goOn) => {
      setPending({ goOn });
      return true;
    });
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // The desktop shell has no question of its own for this, and would refuse to close without a word.
    if (!isDesktop()) window.addEventListener('beforeunload', onUnload);
    return () => {
      ui.guardLeaving(null);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty, ui]);
  return { goOn: pending?.goOn ?? null, stay: () => setPending(null) };
};
