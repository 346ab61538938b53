import { useWords } from '../../../i18n/index.ts';
import type { CheckVerdict, CredentialCheck } from '../../../../../shared/contract/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Sure, toneIcons, type Tone } from '../../../ui/marks.tsx';
import css from './check.module.css';

const tones: Readonly<Record<CheckVerdict, Extract<Tone, 'accepted' | 'rejected' | 'warning'>>> = {
  accepted: 'accepted',
  'not-for-topic': 'warning',
  refused: 'rejected',
  later: 'warning',
  unclear: 'warning',
  taken: 'warning',
  unreadable: 'warning',
  closed: 'rejected',
  'no-answer': 'warning',
};

/** Why, and what to do: of the vendor's own code, or of what went wrong on the way there. */
const useReasons = ({ verdict, code, explanation }: CredentialCheck): { why: string; fix: string } | null => {
  const { t, say, has } = useWords();
  if (verdict === 'accepted' || verdict === 'taken') return null;
  if (explanation) return { why: say(explanation.cause), fix: say(explanation.fix) };
  const known = `log.failure.${code ?? 'unreadable'}`;
  const base = has(`${known}.cause`) ? known : 'log.failure.unexplained';
  return { why: t(`${base}.cause`), fix: t(`${base}.fix`) };
};

/** What the answer says of the credential, and the way to the whole exchange. */
export function CheckResult(props: { readonly check: CredentialCheck; readonly onShow: (exchangeId: string) => void }) {
  const { t, say } = useWords();
  const { check, onShow } = props;
  const { exchange, explanation } = check;
  const tone = tones[check.verdict];
  const Icon = toneIcons[tone];
  const reasons = useReasons(check);
  return (
    <section className={css['result']} data-tone={tone} role="status" aria-label={t('credentials.check.result')}>
      <div className={css['head']}>
        <Icon aria-hidden />
        <p className={css['sentence']}>{say(check.phrase)}</p>
      </div>
      {reasons && (
        <dl className={css['rows']}>
          <div>
            <dt>{t('credentials.check.why')}</dt>
            <dd>{reasons.why}</dd>
          </div>
          <div>
            <dt>{t('credentials.check.fix')}</dt>
            <dd>{reasons.fix}</dd>
          </div>
        </dl>
      )}
      <div className={css['foot']}>
        <Sure certainty={(reasons && explanation?.certainty) || check.certainty} />
        {exchange ? (
          <Button small onClick={() => onShow(exchange.id)}>
            {t('credentials.check.show')}
          </Button>
        ) : (
          <span>{t('credentials.check.noExchange')}</span>
        )}
      </div>
    </section>
  );
}
