import { useWords } from '../../i18n/index.ts';
import type { ComposeMode } from '../../stores/compose-store.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Segmented } from '../../ui/segmented.tsx';

const modes: readonly ComposeMode[] = ['message', 'raw', 'scenario'];

/** What is written: a message, a vendor's payload, or a story of events around a message. */
export function ModeSwitch() {
  const { t } = useWords();
  const { compose } = useStores();
  const mode = useFrom('compose', (state) => state.mode);
  return (
    <Segmented
      label={t('compose.mode')}
      value={mode}
      segments={modes.map((value) => ({ value, label: t(`compose.mode.${value}`) }))}
      onChange={compose.setMode}
    />
  );
}
