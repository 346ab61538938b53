import { SendHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { Card } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { graphemes, lineText } from '../fit/text.ts';
import { PushPicture } from '../pictures/push-picture.tsx';
import { phoneWords } from '../skins/words.ts';
import { CardSlot } from './card-button.tsx';
import { cssVars } from './css-vars.ts';
import { hueOf } from './hue.ts';
import { slotOf } from './slot.ts';
import type { DrawnCard, PhoneContext } from './types.ts';
import css from './android-more.module.css';

/** Android draws no more rows of an inbox, and no more buttons. */
export const mostLines = 7;
export const mostActions = 3;
/** Lines of text that fewer fit when buttons stand below it, where the height of the card is the limit and not a number of lines. */
const linesOfActions = 2;

interface CardAction {
  readonly label: string;
  /** Its name in a tap of the API. */
  readonly action: string;
  /** It asks for a reply (RemoteInput). */
  readonly asks: boolean;
}

/** The buttons of a card: those of the push, or those that the app puts on what it makes itself. */
export const actionsOf = ({ android }: Card, { look, locale }: PhoneContext): readonly CardAction[] => {
  if (look.appStyle !== 'push' && android) {
    if (!look.appButtons) return [];
    const { reply, markRead } = phoneWords(locale);
    return [
      { label: reply, action: 'app-reply', asks: true },
      { label: markRead, action: 'app-read', asks: false },
    ];
  }
  // Two buttons may say the same: the place names them, as in a tap of the API.
  return (android?.actions ?? [])
    .slice(0, mostActions)
    .map((label, at) => ({ label, action: `button-${at + 1}`, asks: false }));
};

/** The field in the card into which a reply is typed. Escape leaves it. */
function ReplyField(props: {
  readonly title: string;
  readonly phone: PhoneContext;
  readonly onSend: (text: string) => void;
  readonly onLeave: () => void;
}) {
  const { title, phone, onSend, onLeave } = props;
  const { t } = useWords();
  const [text, setText] = useState('');
  return (
    <form
      className={css['reply']}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text);
      }}
    >
      <input
        ref={(field) => field?.focus()}
        dir="auto"
        aria-label={t('phones.made.replyTo', { title })}
        placeholder={phoneWords(phone.locale).reply}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onLeave();
        }}
      />
      <button type="submit" aria-label={t('phones.made.send')} disabled={text.trim() === ''}>
        <SendHorizontal aria-hidden />
      </button>
    </form>
  );
}

/** The buttons of an open card. They stand beside the card's own button, over the room that it keeps for them. */
export function AndroidActions(props: { readonly drawn: DrawnCard; readonly phone: PhoneContext }) {
  const { drawn, phone } = props;
  const { card, notification } = drawn;
  const { locale, onAction } = phone;
  const [asked, setAsked] = useState('');
  const buttons = actionsOf(card, phone);
  if (buttons.length === 0) return null;
  const touch = (action: string, text?: string) => {
    if (notification) onAction?.(notification, action, text);
  };
  if (asked !== '') {
    return (
      <span className={css['actions']}>
        <ReplyField
          title={card.title}
          phone={phone}
          onLeave={() => setAsked('')}
          onSend={(text) => {
            setAsked('');
            touch(asked, text);
          }}
        />
      </span>
    );
  }
  return (
    <span className={css['actions']}>
      {buttons.map(({ label, action, asks }) => (
        <button
          key={action}
          type="button"
          className={css['action']}
          disabled={!notification || !onAction}
          onClick={() => (asks ? setAsked(action) : touch(action))}
        >
          <CardSlot className={undefined} {...slotOf(label, locale)} />
        </button>
      ))}
    </span>
  );
}

interface Said {
  readonly key: string;
  readonly sender: string;
  readonly texts: readonly { readonly key: string; readonly text: string }[];
}

/** The messages of a talk: what one person said in a row stands together. Two may be the same: their place names them. */
const saidBy = (messages: readonly { readonly sender: string; readonly text: string }[]): readonly Said[] =>
  messages.reduce<readonly Said[]>((all, { sender, text }, at) => {
    const last = all.at(-1);
    const said = { key: `text ${at}`, text };
    return last?.sender === sender
      ? [...all.slice(0, -1), { ...last, texts: [...last.texts, said] }]
      : [...all, { key: `said ${at}`, sender, texts: [said] }];
  }, []);
/** With one other person the icon of the card and its title say who. */
const isOfTwo = (talk: readonly Said[], title: string): boolean => talk.length === 1 && talk[0]?.sender === title;

/** Everything that an open card says below its title, in the order in which it stands there. */
export const openText = ({ android: style, title }: Card, body: string): string => {
  const talk = style?.kind === 'messaging' ? saidBy(style.messages) : [];
  const isTwo = isOfTwo(talk, title);
  const rows = style?.kind === 'inbox' ? style.lines.slice(0, mostLines) : [];
  const said = talk.flatMap(({ sender, texts }) => [isTwo ? '' : sender, ...texts.map(({ text }) => text)]);
  const whole = talk.length + rows.length === 0 ? [style?.bigText || body] : [];
  return [style?.bigTitle ?? '', ...said, ...rows, ...whole].map(lineText).filter(Boolean).join(', ');
};

/** The room in a card over which its buttons stand. */
export function ActionsRoom() {
  return <span className={css['actions-room']} />;
}

/** What an open card shows below its title: the whole text, a picture, rows, a talk or a bar, and the room of the buttons. */
export function AndroidMore(props: { readonly card: Card; readonly body: string; readonly phone: PhoneContext }) {
  const { card, body, phone } = props;
  const { locale, skin } = phone;
  const style = card.android;
  const slot = (text: string) => slotOf(text, locale);
  const actions = actionsOf(card, phone);
  const all = skin.surfaces.expanded?.body.value ?? 1;
  const lines = actions.length > 0 && skin.openLines ? Math.max(1, all - linesOfActions) : all;
  const picture = style?.kind === 'picture' || (style === undefined && card.imageUrl !== '');
  const whole = style?.bigText || body;
  const talk = style?.kind === 'messaging' ? saidBy(style.messages) : [];
  const isTwo = isOfTwo(talk, card.title);
  // Two rows may be the same: their place names them.
  const rows =
    style?.kind === 'inbox' ? style.lines.slice(0, mostLines).map((text, at) => ({ text, key: `row ${at}` })) : [];
  return (
    <>
      {style?.bigTitle && <CardSlot className={css['big-title']} {...slot(lineText(style.bigTitle))} />}
      {talk.map(({ key, sender, texts }) => (
        <span
          key={key}
          className={css['said']}
          data-two={isTwo || undefined}
          style={cssVars({ '--hue': hueOf(sender) })}
        >
          {!isTwo && <i aria-hidden data-letter={graphemes(sender, locale)[0]} />}
          {!isTwo && <CardSlot className={css['sender']} {...slot(sender)} />}
          {texts.map((text) => (
            <CardSlot key={text.key} className={css['message']} {...slot(text.text)} />
          ))}
        </span>
      ))}
      {rows.map((row) => (
        <CardSlot key={row.key} className={css['row']} {...slot(lineText(row.text))} />
      ))}
      {talk.length + rows.length === 0 && whole !== '' && (
        <span className={css['clamp']} style={cssVars({ '--lines': lines })}>
          <CardSlot className={css['whole']} {...slot(whole)} />
        </span>
      )}
      {typeof style?.progress === 'number' && (
        <span className={css['bar']} style={cssVars({ '--share': `${style.progress * 100}%` })}>
          <i />
        </span>
      )}
      {picture && (
        <span className={css['picture']}>
          <PushPicture url={card.imageUrl || (style?.largeIconUrl ?? '')} room="wide" fits />
        </span>
      )}
      {actions.length > 0 && <ActionsRoom />}
    </>
  );
}
