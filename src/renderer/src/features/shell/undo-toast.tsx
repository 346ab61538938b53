import { Undo2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import type { Undoable } from '../../stores/ui-store.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/notes.tsx';
import css from './undo-toast.module.css';

/** As long as the core brings back what left the log. */
const shownMs = 60_000;

/** What was just removed, with the way back. It stands in a corner, takes no focus and goes by itself. */
export function UndoToast() {
  const undoable = useFrom('ui', (state) => state.undoable);
  return undoable && <Toast key={undoable.words} undoable={undoable} />;
}

function Toast({ undoable }: { readonly undoable: Undoable }) {
  const { t } = useWords();
  const { ui } = useStores();
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const close = () => ui.offerUndo(null);
  useEffect(() => {
    const timer = setTimeout(() => ui.offerUndo(null), shownMs);
    return () => clearTimeout(timer);
  }, [ui]);
  const undo = () => {
    undoable.undo().then(
      (words) => {
        ui.say(words);
        close();
      },
      (error: unknown) => setFailure(asCallFailure(error)),
    );
  };
  return (
    <section className={css['toast']} aria-label={t('shell.undo')}>
      {failure ? <FailureNote failure={failure} /> : <p className={css['words']}>{undoable.words}</p>}
      {!failure && (
        <Button small icon={<Undo2 />} onClick={undo}>
          {t('shell.undo')}
        </Button>
      )}
      <IconButton icon={<X />} label={t('action.close')} small onClick={close} />
    </section>
  );
}
