import { AppWindow, ArrowLeft, ChevronLeft, Globe, Plus, Smile, UsersRound } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { phoneWords } from '../skins/words.ts';
import { fontLanguage, graphemes, langOf } from '../fit/text.ts';
import { cssVars } from './css-vars.ts';
import { hueOf } from './hue.ts';
import { screenOf, screenTitle, type Screen } from './screens.ts';
import { StatusBar } from './status-bar.tsx';
import type { PhoneContext } from './types.ts';
import css from './app.module.css';

function Avatar({ name, isGroup = false }: { readonly name: string; readonly isGroup?: boolean }) {
  return (
    <span
      className={css['avatar']}
      style={cssVars({ '--hue': hueOf(name) })}
      data-initial={isGroup ? undefined : graphemes(name, 'en')[0]?.toUpperCase()}
      aria-hidden
    >
      {isGroup && <UsersRound />}
    </span>
  );
}

/** The list of chats: everybody of the workspace but the owner of the phone, and the groups. */
function Chats({ phone, owner }: { readonly phone: PhoneContext; readonly owner: string | null }) {
  const { t } = useWords();
  const accounts = useFrom('workspace', (state) => state.accounts);
  const groups = useFrom('workspace', (state) => state.groups);
  const rows = [
    ...accounts
      .filter((one) => one.userId !== owner)
      .map((one) => ({ screen: `chat/${one.userId}`, name: one.nickname || one.userId, isGroup: false })),
    ...groups.map((one) => ({ screen: `group/${one.groupId}`, name: one.name || one.groupId, isGroup: true })),
  ];
  return (
    <ul className={css['rows']}>
      {rows.slice(0, 9).map(({ screen, name, isGroup }) => (
        <li key={screen}>
          <button
            type="button"
            className={css['row']}
            disabled={!phone.onOpen}
            aria-label={t('phones.app.open', { name })}
            onClick={() => phone.onOpen?.(screen)}
          >
            <Avatar name={name} isGroup={isGroup} />
            <span>
              <b dir="auto">{name}</b>
              <i />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Chat({ phone, bubble }: { readonly phone: PhoneContext; readonly bubble: string | undefined }) {
  const lang = langOf(bubble ?? '', phone.locale);
  return (
    <>
      <div className={css['talk']}>
        <i className={css['ghost']} />
        <i className={css['ghost']} data-mine />
        {bubble === undefined ? (
          <i className={css['ghost']} />
        ) : (
          <p className={css['bubble']} lang={lang} dir="auto" data-font={fontLanguage(lang)}>
            {bubble}
          </p>
        )}
      </div>
      <div className={css['write']} aria-hidden>
        <Plus />
        <span>{phoneWords(phone.locale).writeMessage}</span>
        <Smile />
      </div>
    </>
  );
}

/** A screen that only the app itself knows, or an address it opens: its name is all there is to draw. */
function Elsewhere({ phone, screen, title }: { phone: PhoneContext; screen: Screen; title: string }) {
  const words = phoneWords(phone.locale);
  const isUrl = screen.kind === 'url';
  const Icon = isUrl ? Globe : AppWindow;
  return (
    <div className={css['elsewhere']}>
      <Icon aria-hidden />
      <small>{isUrl ? words.link : words.screen}</small>
      <code dir="ltr">{title}</code>
    </div>
  );
}

/** The invented messenger inside the phone, on the screen on top of its stack. */
export function DrawnApp(props: {
  readonly phone: PhoneContext;
  readonly screens: readonly string[];
  readonly owner: string | null;
  readonly bubble: string | undefined;
}) {
  const { phone, screens, owner, bubble } = props;
  const { t } = useWords();
  const accounts = useFrom('workspace', (state) => state.accounts);
  const groups = useFrom('workspace', (state) => state.groups);
  const top = screens.at(-1) ?? 'chats';
  const screen = screenOf(top);
  const title = screenTitle(screen, { accounts, groups });
  const isTalk = screen.kind === 'chat' || screen.kind === 'group';
  const Back = phone.skin.family === 'ios' ? ChevronLeft : ArrowLeft;
  return (
    <section className={css['app']} aria-label={t(`phones.app.${screen.kind}`, { name: title ?? '' })}>
      <header className={css['bar']} data-large={title === null || undefined}>
        <StatusBar phone={phone} />
        <div className={css['nav']}>
          {screens.length > 1 && (
            <button type="button" className={css['back']} aria-label={t('phones.app.back')} onClick={phone.onBack}>
              <Back aria-hidden />
            </button>
          )}
          {isTalk && title !== null && <Avatar name={title} isGroup={screen.kind === 'group'} />}
          <h3 dir="auto">{title ?? phoneWords(phone.locale).chats}</h3>
        </div>
      </header>
      {title === null ? (
        <Chats phone={phone} owner={owner} />
      ) : isTalk ? (
        <Chat phone={phone} bubble={bubble} />
      ) : (
        <Elsewhere phone={phone} screen={screen} title={title} />
      )}
    </section>
  );
}
