import { memo, useRef } from 'react';
import type { App } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { DrawnPhone } from '../drawn/drawn-phone.tsx';
import { PictureButton } from '../picture/picture-button.tsx';
import { fontScaleOf } from '../skins/font-scale.ts';
import { skinOf } from '../skins/models.ts';
import { viewOfShot, type Shot } from './sheet-model.ts';
import css from './sheet.module.css';

const scale = 0.5;

/** One phone of the sheet, with what it is below and its picture to save. */
export const ShotFigure = memo(function ShotFigure(props: {
  readonly shot: Shot;
  readonly app: App | undefined;
  readonly nowMs: number;
}) {
  const { shot, app, nowMs } = props;
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { textSizes, family } = skinOf(shot.device);
  const percent = Math.round(fontScaleOf(shot.size) * 100);
  const sized =
    family === 'ios' ? t(`phones.look.textSize.${shot.size}`) : t('phones.look.textSize.percent', { percent });
  const size = textSizes ? ` · ${sized}` : '';
  const name = `${shot.device.name} · ${t(`phones.sheet.theme.${shot.theme}`)}${size}`;
  return (
    <figure className={css['shot']} aria-label={name}>
      <div ref={box} className={css['phone']}>
        <DrawnPhone
          device={shot.device}
          app={app}
          view={viewOfShot(shot, nowMs)}
          nowMs={nowMs}
          windowTheme={shot.theme}
          scale={scale}
        />
      </div>
      <figcaption>
        <span>{name}</span>
        <span data-picture-hidden>
          <PictureButton
            iconOnly
            target={box}
            fileName={`${shot.key.replaceAll(/[^\w-]+/g, '-')}.png`}
            label={t('phones.picture.phone', { name: `${name}, ${shot.device.locale}` })}
          />
        </span>
      </figcaption>
    </figure>
  );
});
