import { Grid3x3, Images, LayoutGrid, Smartphone } from 'lucide-react';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Segmented } from '../../ui/segmented.tsx';

/** The views of the place, each with an address of its own; `phone` is that of the first or the chosen phone. */
const views = ['phone', 'all', 'matrix', 'sheet'] as const;
type View = (typeof views)[number];
const icons = {
  phone: <Smartphone aria-hidden />,
  all: <LayoutGrid aria-hidden />,
  matrix: <Grid3x3 aria-hidden />,
  sheet: <Images aria-hidden />,
};

/** What is chosen in the place as a view of it: no phone has an id like these. */
export const viewOf = (chosen: string): View => views.find((view) => view === chosen) ?? 'phone';

/** One phone, all of them side by side, all in a table, or one message in many looks. */
export function ViewSwitch() {
  const { t } = useWords();
  const { ui } = useStores();
  const chosen = useFrom('ui', (state) => state.chosen.phones);
  return (
    <Segmented
      label={t('phones.view')}
      value={viewOf(chosen)}
      segments={views.map((value) => ({ value, label: t(`phones.view.${value}`), icon: icons[value], iconOnly: true }))}
      onChange={(view) => ui.go('phones', view === 'phone' ? '' : view)}
    />
  );
}
