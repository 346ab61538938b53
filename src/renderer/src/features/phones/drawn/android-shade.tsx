import { BellOff, ChevronRight, Trash2, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { sizeOf } from '../skins/skin.ts';
import { phoneWords } from '../skins/words.ts';
import { bundlesOf, isSilent, isTalk } from './android-groups.ts';
import { AndroidHead } from './android-head.tsx';
import { AndroidSection } from './android-section.tsx';
import { useBox } from './hooks.ts';
import { StatusBar } from './status-bar.tsx';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './android-shade.module.css';

/** Height of a heading, and of what a folded row takes. */
const headingHeight = 42;
const foldHeight = 56;

/** Silent notifications that a maker keeps in a row of their own: closed it says how many, open it lists them. */
function Fold(props: {
  readonly phone: PhoneContext;
  readonly kind: 'unimportant' | 'more' | 'box';
  readonly cards: readonly DrawnCard[];
  readonly room: number;
}) {
  const { phone, kind, cards, room } = props;
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const group = phone.skin.layout?.group;
  if (!group) return null;
  const words = phoneWords(phone.locale);
  const name = kind === 'more' ? words.moreNotifications : words[kind];
  return (
    <>
      <button
        type="button"
        className={css['fold']}
        aria-expanded={isOpen}
        aria-label={t('phones.card.fold', { name, n: cards.length })}
        onClick={() => setIsOpen(!isOpen)}
      >
        <BellOff aria-hidden />
        <span lang={phone.locale}>{name}</span>
        {/* Drawn by its style: the label says it in words. */}
        <b data-count={cards.length} />
        <ChevronRight aria-hidden data-open={isOpen || undefined} />
      </button>
      {isOpen && <AndroidSection phone={phone} label="" bundles={bundlesOf(cards, group)} room={room} />}
    </>
  );
}

/** What empties the shade, where the skin has it. */
function Clear({ phone }: { readonly phone: PhoneContext }) {
  const { skin, locale, onClear } = phone;
  const words = phoneWords(locale);
  const kind = skin.layout?.clear;
  if (kind === undefined || kind === 'head') return null;
  if (kind === 'labels') {
    return (
      <div className={css['foot']}>
        <span aria-hidden>{words.manage}</span>
        <button type="button" disabled={!onClear} onClick={onClear} lang={locale}>
          {words.clearAll}
        </button>
      </div>
    );
  }
  return (
    <div className={css['round']} data-kind={kind}>
      <button type="button" disabled={!onClear} onClick={onClear} lang={locale} aria-label={words.clearAll}>
        {kind === 'bin' ? <Trash2 aria-hidden /> : <X aria-hidden />}
      </button>
    </div>
  );
}

/** The pulled-down shade of an Android or HarmonyOS phone: what alerts, then what is silent, as the skin keeps it. */
export function AndroidShade({ phone, cards }: { readonly phone: PhoneContext; readonly cards: readonly DrawnCard[] }) {
  const { skin, model, locale } = phone;
  const words = phoneWords(locale);
  const head = useRef<HTMLDivElement>(null);
  const headBox = useBox(head);
  const { layout } = skin;
  if (!layout) return null;
  const kind = layout.silent.value;
  const alerting = kind === 'none' ? cards : cards.filter((drawn) => !isSilent(drawn));
  const silent = kind === 'none' ? [] : cards.filter(isSilent);
  const hasLabels = kind === 'section';
  // Where there are headings, talks stand above the rest under one of their own.
  const talks = hasLabels ? alerting.filter(isTalk) : [];
  const others = hasLabels ? alerting.filter((drawn) => !isTalk(drawn)) : alerting;
  const foot = layout.clear === 'head' ? 12 : 72;
  const room =
    model.height - sizeOf(skin, 'shade-top') - (headBox?.height ?? 0) - foot - 30 - (hasLabels ? headingHeight : 12);
  // A silent section takes what three closed cards need; the alerting ones come first.
  const silentRoom = hasLabels && silent.length > 0 ? Math.min(silent.length, 3) * 80 + headingHeight : 0;
  const folded = !hasLabels && silent.length > 0 ? foldHeight : 0;
  const otherRoom = talks.length > 0 && others.length > 0 ? Math.min(others.length, 3) * 80 + headingHeight : 0;
  const isAlone = alerting.length === 0;
  return (
    <>
      <StatusBar phone={phone} />
      <div className={css['shade']} data-head={layout.head.kind}>
        <div ref={head}>
          <AndroidHead phone={phone} />
        </div>
        {cards.length === 0 && (
          <div className={css['none']}>
            <BellOff aria-hidden />
            {words.noNotifications}
          </div>
        )}
        {talks.length > 0 && (
          <AndroidSection
            phone={phone}
            label={words.conversations}
            bundles={bundlesOf(talks, layout.group)}
            room={room - silentRoom - otherRoom}
          />
        )}
        {others.length > 0 && (
          <AndroidSection
            phone={phone}
            label={hasLabels ? words.notifications : ''}
            bundles={bundlesOf(others, layout.group)}
            room={talks.length > 0 ? otherRoom : room - silentRoom - folded}
            opensFirst={layout.opensFirst !== undefined}
          />
        )}
        {silent.length > 0 &&
          (kind === 'section' ? (
            <AndroidSection
              phone={phone}
              label={words.silent}
              bundles={bundlesOf(silent, layout.group)}
              room={isAlone ? room : silentRoom}
            />
          ) : (
            kind !== 'none' && (
              <Fold phone={phone} kind={kind} cards={silent} room={isAlone ? room - foldHeight : 240} />
            )
          ))}
        {cards.length > 0 && <Clear phone={phone} />}
      </div>
    </>
  );
}
