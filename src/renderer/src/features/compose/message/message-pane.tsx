import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { Pane } from '../../../ui/pane.tsx';
import { ModeSwitch } from '../mode-switch.tsx';
import { PresetButton } from '../presets/preset-button.tsx';
import { VariablesBar } from '../presets/variables-bar.tsx';
import { WorldBar } from '../presets/world-bar.tsx';
import { RawForm } from '../raw/raw-form.tsx';
import { OutsideBanner } from '../send/destination-menu.tsx';
import { SendBar } from '../send/send-bar.tsx';
import { MessageForm } from './message-form.tsx';
import css from './pane.module.css';

/** What is written: a message, or a vendor's payload as it is. */
export function MessagePane() {
  const { t } = useWords();
  const mode = useFrom('compose', (state) => state.mode);
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
      {mode === 'message' ? (
        <>
          <WorldBar />
          <div className={css['scroll']}>
            <MessageForm />
          </div>
        </>
      ) : (
        <RawForm />
      )}
    </Pane>
  );
}
