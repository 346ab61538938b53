import type { Finding, TokenInspection, TokenPoint } from '../../../../../shared/contract/index.ts';
import { useWords, type Words } from '../../../i18n/index.ts';
import { Facts, type Fact } from '../../../ui/facts.tsx';
import { duration } from '../../../ui/format.ts';
import { toneIcons } from '../../../ui/marks.tsx';
import { Findings } from '../credential/findings.tsx';
import { timeText } from '../model/dates.ts';
import css from './token.module.css';

const severities = { passed: 'passed', failed: 'error', warning: 'warning', info: 'info' } as const;
const asFinding = ({ id, outcome, phrase, fix, certainty }: TokenPoint): Finding => ({
  code: id,
  severity: severities[outcome],
  phrase,
  ...(fix ? { fix } : {}),
  certainty,
});

/** Apple answers every fault of a provider token with 403. */
const answerOf = (point: TokenPoint | undefined): string | null => (point?.code ? `403 ${point.code}` : null);

interface ResultProps {
  readonly inspection: TokenInspection;
  /** Judged for the time of a request and not for now. */
  readonly isOfRequest: boolean;
}

/** A token taken apart: what APNs answers, what it says of itself, what is to say of it, and its two parts. */
export function TokenResult({ inspection, isOfRequest }: ResultProps) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      <Answer inspection={inspection} />
      {inspection.header !== null && <Facts facts={factsOf(words, inspection, isOfRequest)} />}
      <div className={css['findings']}>
        <Findings
          findings={inspection.points.map(asFinding)}
          answerOf={({ phrase }) => answerOf(inspection.points.find((point) => point.phrase.id === phrase.id))}
        />
      </div>
      <div className={css['parts']}>
        {(['header', 'claims'] as const).map((part) =>
          inspection[part] === null ? null : (
            <figure key={part} className={css['part']}>
              <figcaption>{t(`credentials.jwt.${part}`)}</figcaption>
              <pre>{inspection[part]}</pre>
            </figure>
          ),
        )}
      </div>
    </>
  );
}

/** The whole in one line, with Apple's answer where there is one. */
function Answer({ inspection }: Pick<ResultProps, 'inspection'>) {
  const { t, say } = useWords();
  const { answer, checkedWith } = inspection;
  const tone = answer ? 'rejected' : checkedWith ? 'accepted' : 'warning';
  const Icon = toneIcons[tone];
  return (
    <div className={css['answer']} data-tone={tone}>
      <Icon aria-hidden />
      <div>
        <p className={css['sentence']}>
          {answer
            ? t('credentials.jwt.answer', { status: answer.status ?? '', code: answer.code })
            : t(checkedWith ? 'credentials.jwt.good' : 'credentials.jwt.uncertain')}
        </p>
        {answer && <p className={css['meaning']}>{say(answer.meaning)}</p>}
      </div>
    </div>
  );
}

const madeText = ({ t, locale }: Words, { issuedAtMs, ageMs }: TokenInspection, isOfRequest: boolean): string => {
  if (issuedAtMs === null || ageMs === null) return t('credentials.jwt.missing');
  const side = ageMs < 0 ? 'ahead' : 'ago';
  const at = timeText(issuedAtMs, locale);
  const age = duration(Math.abs(ageMs), locale);
  return t(`credentials.jwt.${side}${isOfRequest ? 'At' : ''}`, { at, age });
};

const factsOf = (words: Words, inspection: TokenInspection, isOfRequest: boolean): Fact[] => {
  const { t } = words;
  const { algorithm, keyId, teamId, signature, signatureBytes, checkedWith } = inspection;
  const mono = (text: string | null) => (text === null ? t('credentials.jwt.missing') : <code>{text}</code>);
  return [
    { label: t('credentials.jwt.algorithm'), value: mono(algorithm) },
    { label: t('credentials.facts.keyId'), value: mono(keyId) },
    { label: t('credentials.facts.teamId'), value: mono(teamId) },
    { label: t('credentials.jwt.issued'), value: madeText(words, inspection, isOfRequest) },
    {
      label: t('credentials.jwt.signature'),
      value: t(`credentials.jwt.signature.${signature}`, { bytes: signatureBytes }),
    },
    ...(checkedWith ? [{ label: t('credentials.jwt.checkedWith'), value: checkedWith.name }] : []),
  ];
};
