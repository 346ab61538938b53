import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useWords } from '../../../i18n/index.ts';
import { sizeOf } from '../skins/skin.ts';
import { phoneWords } from '../skins/words.ts';
import { AndroidCard } from './android-card.tsx';
import { AndroidGroup } from './android-group.tsx';
import { importanceOf, type Bundle } from './android-groups.ts';
import { CardList } from './card-list.tsx';
import type { PhoneContext } from './types.ts';
import css from './android-shade.module.css';

/** Height of the line about the rest. */
const moreLine = 36;

/** A part of the list, of as many cards and groups as there is room for. */
export function AndroidSection(props: {
  readonly phone: PhoneContext;
  readonly label: string;
  readonly bundles: readonly Bundle[];
  readonly room: number;
  readonly opensFirst?: boolean;
}) {
  const { phone, label, bundles, room, opensFirst = false } = props;
  const { t } = useWords();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <>
      {label !== '' && (
        <div className={css['label']} aria-hidden>
          {label}
        </div>
      )}
      <CardList
        cards={bundles}
        room={room}
        gap={sizeOf(phone.skin, 'card-gap')}
        moreHeight={moreLine}
        render={(bundle, place) => {
          const [drawn] = bundle.cards;
          if (bundle.isGroup || !drawn) return <AndroidGroup bundle={bundle} phone={phone} {...place} />;
          const startsOpen = opensFirst && place.isFirst && drawn.card.android?.kind === 'big-text';
          return (
            <AndroidCard
              drawn={drawn}
              phone={phone}
              startsOpen={startsOpen}
              isLeast={importanceOf(drawn) === 'min'}
              {...place}
            />
          );
        }}
        isWhole={isWhole}
        renderMore={(count) => (
          <button
            type="button"
            className={css['more']}
            aria-label={t('phones.card.more', { n: count })}
            onClick={(event) => {
              const list = event.currentTarget.previousElementSibling;
              // The button goes away: the focus moves on to the first card that it stood for.
              flushSync(() => setIsWhole(true));
              list?.children[bundles.length - count]?.querySelector<HTMLElement>('button[data-card]')?.focus();
            }}
          >
            {phoneWords(phone.locale).more(count)}
          </button>
        )}
      />
    </>
  );
}
