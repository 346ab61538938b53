import type { Device } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Sure } from '../../ui/marks.tsx';
import { drawingCertainty, skinOf } from './skins/models.ts';
import { SkinNumbers } from './skin-numbers.tsx';
import css from './phone-pane.module.css';

/** One line: what is drawn, and how sure its weakest number is. */
export function SureLine({ device }: { readonly device: Device }) {
  const { t } = useWords();
  const skin = skinOf(device);
  const isStock = skin.family === 'ios' || skin.id.startsWith('aosp');
  const text = isStock
    ? t(`phones.drawing.${skin.family}`)
    : t('phones.drawing.maker', { system: t(`phones.skin.${skin.id}`) });
  return (
    <p className={css['sure']}>
      <span>{text}</span>
      <SkinNumbers skin={skin} />
      <Sure certainty={drawingCertainty(device)} />
    </p>
  );
}
