import { CircleAlert } from 'lucide-react';
import type { Card, Device } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { Sure } from '../../ui/marks.tsx';
import { Popover } from '../../ui/popover.tsx';
import { standIns, type StandIn } from './fit/stand-ins.ts';
import { drawingCertainty, skinOf } from './skins/models.ts';
import { SkinNumbers } from './skin-numbers.tsx';
import css from './phone-pane.module.css';

/** A sign that opens into where another font or line end stands in. */
function Differences({ others }: { readonly others: readonly StandIn[] }) {
  const { t } = useWords();
  return (
    <Popover
      side="top"
      label={t('phones.standIn.title')}
      trigger={<IconButton small icon={<CircleAlert />} label={t('phones.standIn.title')} />}
    >
      <ul className={css['differences']}>
        {others.map(({ id, certainty, source }) => (
          <li key={id}>
            <p>{t(`phones.standIn.${id}`)}</p>
            <Sure certainty={certainty} />
            {source?.url && (
              <a href={source.url} target="_blank" rel="noreferrer">
                {source.title}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Popover>
  );
}

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
    <p className={css['sure']}>
      <span>{text}</span>
      {others.length > 0 && <Differences others={others} />}
      <SkinNumbers skin={skin} />
      <Sure certainty={drawingCertainty(device)} />
    </p>
  );
}
