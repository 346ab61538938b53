import { Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { counted } from '../../ui/counted.ts';
import { useShortcut } from '../../shortcuts/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import css from './log-pane.module.css';

/** For this long the core brings back what was removed. */
const undoMs = 60_000;

/** A text that somebody types takes back its own steps. */
const hasOwnUndo = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;

/** What was just removed, and the way back while there is one. */
export function RemovalStrip({ onFailure }: { readonly onFailure: (failure: CallFailure) => void }) {
  const { t } = useWords();
  const { log, ui } = useStores();
  const removal = useFrom('log', (state) => state.removal);
  useEffect(() => {
    if (!removal) return undefined;
    const timer = setTimeout(log.forgetRemoval, undoMs);
    return () => clearTimeout(timer);
  }, [removal, log]);
  const restore = () => {
    log.restore().then(
      () => ui.say(t('log.restored')),
      (error: unknown) => {
        log.forgetRemoval();
        onFailure(asCallFailure(error));
      },
    );
  };
  useShortcut('bringBack', restore, (target) => removal !== null && !hasOwnUndo(target));
  if (!removal) return null;
  return (
    <div className={css['strip']} role="status">
      <span>{counted(t, 'log.removed', removal.removed)}</span>
      <Button small icon={<Undo2 />} onClick={restore}>
        {t('log.restore')}
      </Button>
    </div>
  );
}
