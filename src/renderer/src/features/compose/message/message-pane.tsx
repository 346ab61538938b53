import { Bookmark, Undo2 } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import type { ComposeMode } from '../../../stores/compose-store.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Pane } from '../../../ui/pane.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { RawForm } from '../raw/raw-form.tsx';
import { OutsideBanner } from '../send/destination-menu.tsx';
import { SendBar } from '../send/send-bar.tsx';
import { MessageForm } from './message-form.tsx';
import css from './pane.module.css';

const modes: readonly ComposeMode[] = ['message', 'raw'];

/** What is written: a message, or a vendor's payload as it is. */
export function MessagePane() {
  const { t } = useWords();
  const { compose } = useStores();
  const mode = useFrom('compose', (state) => state.mode);
  return (
    <Pane
      title={t('compose.pane.message')}
      head={
        <Segmented
          label={t('compose.mode')}
          value={mode}
          segments={modes.map((value) => ({ value, label: t(`compose.mode.${value}`) }))}
          onChange={compose.setMode}
        />
      }
      actions={mode === 'message' && <PresetMenu />}
      foot={<SendBar />}
      fixed
    >
      <OutsideBanner />
      {mode === 'message' ? (
        <div className={css['scroll']}>
          <MessageForm />
        </div>
      ) : (
        <RawForm />
      )}
    </Pane>
  );
}

/** Messages to start from, and the way back to what stood here before. */
function PresetMenu() {
  const { t, has } = useWords();
  const { compose } = useStores();
  const presets = useFrom('compose', (state) => state.presets);
  const replaced = useFrom('compose', (state) => state.replaced);
  const nameOf = (id: string) => (has(`compose.preset.${id}`) ? t(`compose.preset.${id}`) : id);
  return (
    <Menu
      trigger={
        <Button look="quiet" small icon={<Bookmark />} aria-label={t('compose.presets')}>
          <span className={css['presets']}>{t('compose.presets')}</span>
        </Button>
      }
      entries={[
        ...presets.map((preset) => ({
          id: preset.id,
          label: nameOf(preset.id),
          onSelect: () => compose.startFrom(preset),
        })),
        ...(replaced
          ? [
              null,
              {
                id: '(back)',
                label: t('compose.presets.back'),
                icon: <Undo2 aria-hidden />,
                onSelect: compose.bringBack,
              },
            ]
          : []),
      ]}
    />
  );
}
