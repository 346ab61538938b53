import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { fontLanguage } from '../fit/text.ts';
import { iosWords } from '../skins/ios-words.ts';
import { sizeOf } from '../skins/skin.ts';
import type { ListRow } from './groups.ts';
import { IosCard, type IosSurface } from './ios-card.tsx';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './ios-screens.module.css';

/** The heading of an open stack: the app, «show less», clear. */
function GroupHeading({ phone, size, onClose }: { phone: PhoneContext; size: number; onClose: () => void }) {
  const { t } = useWords();
  const words = iosWords(phone.locale);
  return (
    <div className={css['groupHead']} data-font={fontLanguage(phone.locale)}>
      <b dir="auto">{phone.appName}</b>
      <button type="button" onClick={onClose} aria-label={t('phones.ios.showLess', { n: size })}>
        {words.showLess}
      </button>
    </div>
  );
}

interface RowProps {
  readonly phone: PhoneContext;
  readonly surface: IosSurface;
  readonly onOpen: (group: string) => void;
  readonly onClose: (group: string) => void;
  readonly onExpand: (drawn: DrawnCard) => void;
}

/** One line of the list. Kept as it is while the list scrolls: only its place changes, and that is not here. */
const IosRow = memo(function Row(props: RowProps & { readonly row: ListRow }) {
  const { phone, surface, row, onOpen, onClose, onExpand } = props;
  if (row.kind === 'heading') return <GroupHeading phone={phone} size={row.size} onClose={() => onClose(row.group)} />;
  return (
    <IosCard
      drawn={row.drawn}
      phone={phone}
      surface={surface}
      count={row.count}
      onOpen={() => onOpen(row.group)}
      onExpand={() => onExpand(row.drawn)}
    />
  );
});

/** A list that scrolls, of any length: only what is near the visible part is in the document. */
export function IosList({ rows, ...props }: RowProps & { readonly rows: readonly ListRow[] }) {
  const { phone } = props;
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  // The compiler leaves this component alone, which is right: the list has to be laid out anew on every scroll.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 96,
    getItemKey: (index) => rows[index]?.id ?? index,
    gap: sizeOf(phone.skin, 'card-gap'),
    overscan: 4,
  });
  return (
    // Its cards take the focus one by one; the scrolling follows it.
    <div ref={scroller} className={css['scroller']}>
      <ul aria-label={t('phones.cards')} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <IosRow {...props} row={row} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
