import type { Device } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom } from '../../stores/index.ts';
import { Sure } from '../../ui/marks.tsx';
import { drawingCertainty, drawnAsPlain, skinOf } from './skins/models.ts';
import { SkinNumbers } from './skin-numbers.tsx';
import css from './phone-pane.module.css';

/** One line: what is drawn, and how sure its weakest number is. */
export function SureLine({ device }: { readonly device: Device }) {
  const { t } = useWords();
  const vendor = useFrom('settings', (state) => state.vendors.find((one) => one.id === device.vendor));
  const id = drawnAsPlain(device) ? 'phones.drawing.plain' : `phones.drawing.${skinOf(device).family}`;
  return (
    <p className={css['sure']}>
      <span>{t(id, { vendor: vendor?.label ?? device.vendor })}</span>
      <SkinNumbers skin={skinOf(device)} />
      <Sure certainty={drawingCertainty(device)} />
    </p>
  );
}
