import { Bookmark, Undo2 } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Banner } from '../../../ui/notes.tsx';
import { Pane } from '../../../ui/pane.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { RawForm } from '../raw/raw-form.tsx';
import { OutsideBanner } from '../send/destination-menu.tsx';
import { SendBar } from '../send/send-bar.tsx';
import { MessageForm } from './message-form.tsx';
import { RestJson } from './rest-json.tsx';
import { useUndoKeys } from './use-undo-keys.ts';
import css from './pane.module.css';

/** What can be written: a message, by its form or its JSON, or a vendor's payload as it is. */
const sides = ['form', 'json', 'raw'] as const;

/** What is written: a message, or a vendor's payload as it is. */
export function MessagePane() {
  const { t } = useWords();
  const { compose } = useStores();
  const mode = useFrom('compose', (state) => state.mode);
  const view = useFrom('compose', (state) => state.view);
  useUndoKeys();
  return (
    <Pane
      title={t('compose.pane.message')}
      head={
        <span className={css['sides']}>
          <Segmented
            label={t('compose.mode')}
            value={mode === 'raw' ? 'raw' : view}
            segments={sides.map((value) => ({ value, label: t(`compose.mode.${value}`) }))}
            onChange={(side) => (side === 'raw' ? compose.setMode('raw') : compose.showView(side))}
          />
        </span>
      }
      actions={mode === 'message' && <PresetMenu />}
      foot={<SendBar />}
      fixed
    >
      <OutsideBanner />
      {mode === 'raw' && <RawForm />}
      {mode === 'message' && view === 'json' && <RestJson />}
      {mode === 'message' && view === 'form' && <FormSide />}
    </Pane>
  );
}

/** The form. While the JSON holds something else than a call it shows the message before, and waits. */
function FormSide() {
  const { t } = useWords();
  const { compose } = useStores();
  const isBehind = useFrom('compose', (state) => state.rest?.isBehind ?? false);
  return (
    <>
      {isBehind && (
        <Banner tone="warning">
          <p>{t('compose.rest.behind')}</p>
          <div className={css['behind']}>
            <Button small onClick={() => compose.showView('json')}>
              {t('compose.rest.open')}
            </Button>
            <Button small onClick={compose.dropRest}>
              {t('compose.rest.drop')}
            </Button>
          </div>
        </Banner>
      )}
      <div className={css['scroll']} data-undo inert={isBehind}>
        <MessageForm />
      </div>
    </>
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
