import { Columns2 } from 'lucide-react';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { showSide, sideOf, sides } from './sides.ts';

/** What is written, and how. */
export function ModeSwitch() {
  const { t } = useWords();
  const { compose } = useStores();
  const side = useFrom('compose', sideOf);
  return (
    <Segmented
      label={t('compose.mode')}
      value={side}
      segments={sides.map((value) => ({
        value,
        label: t(`compose.mode.${value}.short`),
        spoken: t(`compose.mode.${value}`),
        ...(value === 'both' ? { icon: <Columns2 />, iconOnly: true } : {}),
      }))}
      onChange={(chosen) => showSide(compose, chosen)}
    />
  );
}
