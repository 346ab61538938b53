import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { sides, type Side } from './sides.ts';

/** What is written, and how. */
export function ModeSwitch() {
  const { t } = useWords();
  const { compose } = useStores();
  const mode = useFrom('compose', (state) => state.mode);
  const view = useFrom('compose', (state) => state.view);
  const choose = (side: Side) => (side === 'form' || side === 'json' ? compose.showView(side) : compose.setMode(side));
  return (
    <Segmented
      label={t('compose.mode')}
      value={mode === 'message' ? view : mode}
      segments={sides.map((value) => ({
        value,
        label: t(`compose.mode.${value}.short`),
        spoken: t(`compose.mode.${value}`),
      }))}
      onChange={choose}
    />
  );
}
