import { ChevronRight } from 'lucide-react';
import type { DecodedIntent, Tap, TapCommand } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { CopyButton } from '../../../ui/copy.tsx';
import { Chip, Sure } from '../../../ui/marks.tsx';
import { screenOf, screenTitle } from '../drawn/screens.ts';
import { useNames } from './result-words.ts';
import css from './inspector.module.css';
import more from './tap-more.module.css';

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className={css['section']} aria-label={title}>
      <header className={css['head']}>
        <h3>{title}</h3>
      </header>
      {children}
    </section>
  );
}

/** The drawn app's screens after the tap, the first below: what «back» goes through. */
export function NavigationStack({ tap }: { readonly tap: Tap }) {
  const { t } = useWords();
  const names = useNames();
  if (tap.screens.length === 0) return null;
  return (
    <Section title={t('phones.stack.title')}>
      <ol className={more['stack']}>
        {tap.screens.map((name, index) => (
          <li key={name} data-top={index === tap.screens.length - 1 || undefined}>
            {index > 0 && <ChevronRight aria-hidden />}
            <span>{screenTitle(screenOf(name), names) ?? t('phones.stack.chats')}</span>
            <code>{name}</code>
          </li>
        ))}
      </ol>
      {tap.screens.length > 1 && <p className={css['dim']}>{t('phones.stack.back')}</p>}
    </Section>
  );
}

const intentRows = ['data', 'action', 'component', 'packageName', 'launchFlags'] as const;

/** An Intent text, taken apart as the system does it. */
export function IntentParts({ intent }: { readonly intent: DecodedIntent }) {
  const { t } = useWords();
  const rows = intentRows.flatMap((name) => (intent[name] === '' ? [] : [{ name, value: intent[name] }]));
  return (
    <Section title={t('phones.intent.title')}>
      <dl className={more['parts']}>
        {rows.map(({ name, value }) => (
          <div key={name}>
            <dt>{t(`phones.intent.${name}`)}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
        {intent.extras.map(({ path, type, value }) => (
          <div key={`extra ${path}`}>
            <dt>{t('phones.intent.extra', { name: path, type })}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** Who is told of the tap, by generation of Tencent's library. */
export function Libraries({ tap }: { readonly tap: Tap }) {
  const { t, say } = useWords();
  if (tap.libraries.length === 0) return null;
  return (
    <Section title={t('phones.library.title')}>
      <ul className={more['libraries']}>
        {tap.libraries.map(({ id, phrase, callback, isHere }) => (
          <li key={id}>
            <p className={css['said']}>
              {t(`phones.library.${id}`)} {isHere && <Chip tone="accepted">{t('phones.library.here')}</Chip>}
            </p>
            <p className={css['detail']}>{say(phrase)}</p>
            <code>{callback?.name ?? t('phones.callback.none')}</code>
            {callback && <Sure certainty={callback.certainty} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function CommandRow({ command }: { readonly command: TapCommand }) {
  const { say, t } = useWords();
  return (
    <li>
      <p className={css['said']}>{say(command.label)}</p>
      <div className={more['line']}>
        {/* A scrolling text has to be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as said above */}
        <pre tabIndex={0} aria-label={say(command.label)}>
          {command.text}
        </pre>
        <CopyButton text={command.text} label={t('phones.command.copy', { what: say(command.label) })} />
      </div>
      <p className={css['detail']}>{say(command.note)}</p>
    </li>
  );
}

/** Command lines that do this very tap at the desk. */
export function Commands({ tap }: { readonly tap: Tap }) {
  const { t } = useWords();
  return (
    <Section title={t('phones.command.title')}>
      {tap.commands.length === 0 ? (
        <p className={css['dim']}>{t('phones.command.none')}</p>
      ) : (
        <ul className={more['commands']}>
          {tap.commands.map((command) => (
            <CommandRow key={command.id} command={command} />
          ))}
        </ul>
      )}
    </Section>
  );
}
