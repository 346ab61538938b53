import type { Card } from '../../../../../shared/contract/index.ts';
import { lineText } from '../fit/text.ts';
import { PushPicture } from '../pictures/push-picture.tsx';
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

/** The buttons of an open card. They stand beside the card's own button, over the room that it keeps for them. */
export function AndroidActions(props: { readonly drawn: DrawnCard; readonly phone: PhoneContext }) {
  const { drawn, phone } = props;
  const { card, notification } = drawn;
  const { locale, onAction } = phone;
  const labels = card.android?.actions.slice(0, mostActions) ?? [];
  if (labels.length === 0) return null;
  // Two buttons may say the same: the place names them, as in a tap of the API.
  const buttons = labels.map((label, at) => ({ label, action: `button-${at + 1}` }));
  return (
    <span className={css['actions']}>
      {buttons.map(({ label, action }) => (
        <button
          key={action}
          type="button"
          className={css['action']}
          disabled={!notification || !onAction}
          onClick={() => notification && onAction?.(notification, action)}
        >
          <CardSlot className={undefined} {...slotOf(label, locale)} />
        </button>
      ))}
    </span>
  );
}

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
  const actions = style?.actions.slice(0, mostActions) ?? [];
  const all = skin.surfaces.expanded?.body.value ?? 1;
  const lines = actions.length > 0 && skin.openLines ? Math.max(1, all - linesOfActions) : all;
  const picture = style?.kind === 'picture' || (style === undefined && card.imageUrl !== '');
  const whole = style?.bigText || body;
  // Two messages of one talk, or two rows, may be the same: their place names them.
  const talk = style?.kind === 'messaging' ? style.messages.map((one, at) => ({ ...one, key: `said ${at}` })) : [];
  const rows =
    style?.kind === 'inbox' ? style.lines.slice(0, mostLines).map((text, at) => ({ text, key: `row ${at}` })) : [];
  return (
    <>
      {style?.bigTitle && <CardSlot className={css['big-title']} {...slot(lineText(style.bigTitle))} />}
      {talk.map((one) => (
        <span key={one.key} className={css['said']} style={cssVars({ '--hue': hueOf(one.sender) })}>
          <i aria-hidden>{one.sender.slice(0, 1)}</i>
          <CardSlot className={css['sender']} {...slot(one.sender)} />
          <CardSlot className={css['row']} {...slot(lineText(one.text))} />
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
