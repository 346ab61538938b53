import type { Card, Device } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Sure } from '../../ui/marks.tsx';
import { standIns } from './fit/stand-ins.ts';
import { drawingCertainty, skinOf } from './skins/models.ts';
import { SkinNumbers } from './skin-numbers.tsx';
import css from './phone-pane.module.css';

/** What is drawn and how sure its weakest number is; and where another font or line end stands in for this text. */
export function SureLine({ device, card }: { readonly device: Device; readonly card?: Card | undefined }) {
  const { t } = useWords();
  const skin = skinOf(device);
  const isStock = skin.family === 'ios' || skin.id.startsWith('aosp');
  const text = isStock
    ? t(`phones.drawing.${skin.family}`)
    : t('phones.drawing.maker', { system: t(`phones.skin.${skin.id}`) });
  const others = card ? standIns(card, device) : [];
  return (
    <div className={css['sures']}>
      <p className={css['sure']}>
        <span>{text}</span>
        <SkinNumbers skin={skin} />
        <Sure certainty={drawingCertainty(device)} />
      </p>
      {others.map(({ id, certainty, source }) => (
        <p key={id} className={css['sure']}>
          <span>
            {t(`phones.standIn.${id}`)}{' '}
            {source?.url && (
              <a href={source.url} target="_blank" rel="noreferrer" title={source.title}>
                {t('phones.standIn.source')}
              </a>
            )}
          </span>
          <Sure certainty={certainty} />
        </p>
      ))}
    </div>
  );
}
