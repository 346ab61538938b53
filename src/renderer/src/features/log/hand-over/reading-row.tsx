import type { PastedReading } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Sure, VendorMark } from '../../../ui/marks.tsx';
import css from './paste.module.css';

interface ReadingRowProps {
  readonly reading: PastedReading;
  /** Null: it cannot be put into the log. */
  readonly isChosen: boolean | null;
  readonly onChoose: (chosen: boolean) => void;
  readonly onEdit: () => void;
  /** Null: it is no device token. */
  readonly onDevice: (() => void) | null;
  readonly onCredential: () => void;
}

const edits: ReadonlySet<PastedReading['what']> = new Set(['exchange', 'draft', 'message', 'device-token']);

/** One thing that the paste can be: how sure that is, how it was got at, what was left out, and what can be made of it. */
export function ReadingRow({ reading, isChosen, onChoose, onEdit, onDevice, onCredential }: ReadingRowProps) {
  const { t, say } = useWords();
  const { vendor, what, certainty, phrase, steps, left, title, body, tokens, status } = reading;
  // Nobody says which of them is meant.
  const isList = what === 'device-token' && tokens.length > 1;
  const text = [title, body].filter((part) => part !== '').join(' · ');
  const facts = [
    text,
    tokens.length === 1 ? t('log.paste.token', { token: tokens[0] ?? '' }) : '',
    tokens.length > 1 ? t('log.paste.tokens', { n: tokens.length }) : '',
    isList ? t('log.paste.tokens.list') : '',
    status === null ? '' : t('log.paste.status', { status }),
    steps.map(say).join(' → '),
  ].filter((part) => part !== '');
  return (
    <li className={css['reading']} aria-label={`${say(phrase)} ${text}`}>
      {isChosen !== null && (
        <input
          type="checkbox"
          className={css['check']}
          checked={isChosen}
          aria-label={t('log.paste.choose', { what: `${say(phrase)} ${text}` })}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
      )}
      {vendor && <VendorMark vendor={vendor} />}
      <div className={css['words']}>
        <div className={css['phrase']}>
          <span>{say(phrase)}</span>
          <Sure certainty={certainty} />
        </div>
        {facts.map((fact) => (
          <p key={fact} className={css['fact']}>
            {fact}
          </p>
        ))}
        {left.map((one) => (
          <p key={one.id} className={css['left']}>
            {say(one)}
          </p>
        ))}
      </div>
      <span className={css['actions']}>
        {what === 'credential' && (
          <Button small onClick={onCredential}>
            {t('log.paste.credential')}
          </Button>
        )}
        {onDevice && !isList && (
          <Button small onClick={onDevice}>
            {t('log.paste.device')}
          </Button>
        )}
        {edits.has(what) && !isList && (
          <Button small onClick={onEdit}>
            {t(what === 'device-token' ? 'log.paste.sendTo' : 'log.paste.edit')}
          </Button>
        )}
      </span>
    </li>
  );
}
