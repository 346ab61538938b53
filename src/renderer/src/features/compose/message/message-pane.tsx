import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Banner } from '../../../ui/notes.tsx';
import { Pane } from '../../../ui/pane.tsx';
import { ModeSwitch } from '../mode-switch.tsx';
import { PresetButton } from '../presets/preset-button.tsx';
import { VariablesBar } from '../presets/variables-bar.tsx';
import { WorldBar } from '../presets/world-bar.tsx';
import { RawForm } from '../raw/raw-form.tsx';
import { OutsideBanner } from '../send/destination-menu.tsx';
import { SendBar } from '../send/send-bar.tsx';
import { MessageForm } from './message-form.tsx';
import { RestJson } from './rest-json.tsx';
import { useUndoKeys } from './use-undo-keys.ts';
import css from './pane.module.css';

/** What is written: a message, or a vendor's payload as it is. */
export function MessagePane() {
  const { t } = useWords();
  const mode = useFrom('compose', (state) => state.mode);
  const view = useFrom('compose', (state) => state.view);
  useUndoKeys();
  return (
    <Pane
      title={t('compose.pane.message')}
      head={<ModeSwitch />}
      actions={mode === 'message' && <PresetButton />}
      foot={
        <>
          {mode === 'message' && <VariablesBar />}
          <SendBar />
        </>
      }
      fixed
      titleSpoken
    >
      <OutsideBanner />
      {mode === 'message' && <WorldBar />}
      {mode === 'raw' && <RawForm />}
      {mode === 'message' && (
        <div className={css['room']}>
          <div className={css['sides']}>
            {view !== 'json' && <FormSide />}
            {view !== 'form' && <RestJson />}
          </div>
        </div>
      )}
    </Pane>
  );
}

/** The form. While the JSON holds something else than a call it shows the message before, and waits. */
function FormSide() {
  const { t } = useWords();
  const { compose } = useStores();
  const isBehind = useFrom('compose', (state) => state.rest?.isBehind ?? false);
  const isAlone = useFrom('compose', (state) => state.view === 'form');
  return (
    <div className={css['side']}>
      {isBehind && (
        <Banner tone="warning">
          <p>{t('compose.rest.behind')}</p>
          <div className={css['behind']}>
            {isAlone && (
              <Button small onClick={() => compose.showView('json')}>
                {t('compose.rest.open')}
              </Button>
            )}
            <Button small onClick={compose.dropRest}>
              {t('compose.rest.drop')}
            </Button>
          </div>
        </Banner>
      )}
      <div className={css['scroll']} data-undo inert={isBehind}>
        <MessageForm />
      </div>
    </div>
  );
}
