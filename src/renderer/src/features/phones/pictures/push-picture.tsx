import { ImageOff } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { cssVars } from '../drawn/css-vars.ts';
import { hueOf } from '../drawn/hue.ts';
import { usePicture } from './use-picture.ts';
import css from './push-picture.module.css';

/** A landscape in colours of its own for each address, so that two pictures are told apart. */
function StandIn({ url }: { readonly url: string }) {
  return (
    <svg
      className={css['fill']}
      viewBox="0 0 200 100"
      preserveAspectRatio="xMidYMid slice"
      style={cssVars({ '--hue': hueOf(url) })}
      aria-hidden
    >
      <rect className={css['sky']} width="200" height="100" />
      <circle className={css['sun']} cx="100" cy="38" r="13" />
      <path className={css['far']} d="M0 72 L34 44 L66 70 L104 34 L150 74 L176 56 L200 70 V100 H0 Z" />
      <path className={css['near']} d="M0 88 C40 66 84 92 118 80 S178 72 200 84 V100 H0 Z" />
    </svg>
  );
}

/**
 * The picture of a push, as large as its box and cut to it like on the phone. What the push carries itself (`data:`) or somebody chose a
 * file for is drawn; for anything else a landscape stands, and where there is room for words it says so. `fits`: as high as the
 * picture is, not as the box.
 */
export function PushPicture(props: { readonly url: string; readonly room: 'thumb' | 'wide'; readonly fits?: boolean }) {
  const { url, room, fits = false } = props;
  const { t } = useWords();
  const picture = usePicture(url);
  const [broken, setBroken] = useState<string | null>(null);
  const isBroken = picture !== null && broken === picture;
  if (picture !== null && !isBroken) {
    return (
      <img
        className={css['fill']}
        data-fits={fits || undefined}
        src={picture}
        alt=""
        draggable={false}
        onError={() => setBroken(picture)}
      />
    );
  }
  return (
    <span className={css['stand-in']} data-fits={fits || undefined}>
      <StandIn url={url} />
      {room === 'wide' && (
        <small>
          <ImageOff aria-hidden />
          {t(isBroken ? 'phones.attached.broken' : 'phones.attached.unknown')}
        </small>
      )}
    </span>
  );
}
