import { useState } from 'react';
import { IosCard } from './ios-card.tsx';
import { IosCenter } from './ios-center.tsx';
import { IosExpanded } from './ios-expanded.tsx';
import { IosHome } from './ios-home.tsx';
import { IosLock } from './ios-lock.tsx';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './phone.module.css';

/** Which stacks are open. */
export interface OpenGroups {
  readonly isOpen: (group: string) => boolean;
  readonly open: (group: string) => void;
  readonly close: (group: string) => void;
}
export interface IosScreenProps {
  readonly phone: PhoneContext;
  /** What this screen shows, newest first. */
  readonly cards: readonly DrawnCard[];
  /** What waits for the scheduled summary. */
  readonly waiting: readonly DrawnCard[];
  readonly groups: OpenGroups;
  readonly onExpand: (drawn: DrawnCard) => void;
}

/** What an iPhone shows while no app is open. */
export interface IosCards {
  readonly lock: readonly DrawnCard[];
  readonly center: readonly DrawnCard[];
  readonly waiting: readonly DrawnCard[];
  /** The banner over the home screen. */
  readonly banner: DrawnCard | undefined;
}

const screens = { resting: IosLock, lock: IosLock, list: IosCenter, home: IosHome } as const;

/** Lock screen, Notification Centre or home screen, with what is held down over it. */
export function IosScreen({ phone, cards }: { readonly phone: PhoneContext; readonly cards: IosCards }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [held, setHeld] = useState<string | null>(null);
  const { screen } = phone.look;
  const Screen = screens[screen];
  const everything = [...cards.center, ...cards.waiting, ...(cards.banner ? [cards.banner] : [])];
  const drawn = everything.find((one) => one.id === held);
  const groups: OpenGroups = {
    isOpen: (group) => open.has(group),
    open: (group) => setOpen(new Set([...open, group])),
    close: (group) => setOpen(new Set([...open].filter((one) => one !== group))),
  };
  const onExpand = ({ id }: DrawnCard) => setHeld(id);
  const { banner } = cards;
  return (
    <>
      <Screen
        phone={phone}
        cards={screen === 'list' || screen === 'home' ? cards.center : cards.lock}
        waiting={cards.waiting}
        groups={groups}
        onExpand={onExpand}
      />
      {screen === 'home' && banner && (
        <ul className={css['banner']} key={banner.id}>
          <li>
            <IosCard drawn={banner} phone={phone} surface="banner" onExpand={() => onExpand(banner)} />
          </li>
        </ul>
      )}
      {drawn && <IosExpanded drawn={drawn} phone={phone} onClose={() => setHeld(null)} />}
    </>
  );
}
