import { CheckCheck, ChevronRight, Check, Info, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useId, useState } from 'react';
import type { Finding } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Sure, type Tone } from '../../../ui/marks.tsx';
import { HelpDialog } from '../help/help-dialog.tsx';
import { counted } from '../model/entry-rows.ts';
import css from './findings.module.css';

type Open = Exclude<Finding['severity'], 'passed'>;
const icons: Readonly<Record<Open, LucideIcon>> = { error: OctagonX, warning: TriangleAlert, info: Info };
const tones: Readonly<Record<Open, Tone>> = { error: 'rejected', warning: 'warning', info: 'imported' };
const ranks: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2, passed: 3 };

/** Findings that a new file mends. */
const renewable = new Set([
  'credential.expired',
  'credential.expires-within-7-days',
  'credential.expires-within-30-days',
]);

/** What is to say of a credential, worst first; what is right stands folded below. */
export function Findings(props: {
  readonly findings: readonly Finding[];
  /** Absent where nothing is stored yet. */
  readonly onRenew?: () => void;
  /** What the vendor answers to a finding, as on the wire; null: nothing. */
  readonly answerOf?: (finding: Finding) => string | null;
}) {
  const { t } = useWords();
  const id = useId();
  const [section, setSection] = useState<string | null>(null);
  const open = props.findings
    .filter(({ severity }) => severity !== 'passed')
    .toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
  const asking = open.filter(({ severity }) => severity !== 'info').length;
  const passed = props.findings.filter(({ severity }) => severity === 'passed');
  return (
    <section className={css['findings']} aria-labelledby={id}>
      <header className={css['head']}>
        <h3 id={id}>{t('credentials.findings')}</h3>
        <span className={css['count']}>{asking}</span>
      </header>
      {asking === 0 && <p className={css['none']}>{t('credentials.findings.none')}</p>}
      <ul>
        {open.map((finding) => (
          <FindingRow
            key={`${finding.code} ${finding.phrase.id}`}
            finding={finding}
            onRenew={props.onRenew}
            answer={props.answerOf?.(finding) ?? null}
            onHelp={setSection}
          />
        ))}
      </ul>
      {passed.length > 0 && <Passed findings={passed} />}
      {section !== null && <HelpDialog section={section} onClose={() => setSection(null)} />}
    </section>
  );
}

function FindingRow(props: {
  readonly finding: Finding;
  readonly onRenew: (() => void) | undefined;
  readonly answer: string | null;
  readonly onHelp: (section: string) => void;
}) {
  const { finding, onRenew, answer, onHelp } = props;
  const { help } = finding;
  const { t, say } = useWords();
  const severity = finding.severity === 'passed' ? 'info' : finding.severity;
  const Icon = icons[severity];
  return (
    <li className={css['row']} data-tone={tones[severity]}>
      <Icon aria-label={t(`severity.${severity}`)} role="img" />
      <div className={css['words']}>
        <p className={css['sentence']}>{say(finding.phrase)}</p>
        {finding.fix && <p className={css['fix']}>{say(finding.fix)}</p>}
        <div className={css['foot']}>
          <Sure certainty={finding.certainty} />
          {answer !== null && <code>{answer}</code>}
          {help !== undefined && (
            <button
              type="button"
              className={css['more']}
              aria-label={t('credentials.help.open', { title: say(finding.phrase) })}
              onClick={() => onHelp(help)}
            >
              {t('credentials.help')}
            </button>
          )}
          {onRenew && renewable.has(finding.code) && (
            <Button small onClick={onRenew}>
              {t('credentials.renew')}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

function Passed({ findings }: { readonly findings: readonly Finding[] }) {
  const { t, say } = useWords();
  return (
    <details className={css['passed']}>
      <summary>
        <ChevronRight aria-hidden className={css['turn']} />
        <CheckCheck aria-hidden />
        {counted(t, 'credentials.findings.passed', findings.length)}
      </summary>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.phrase.id}`} className={css['good']}>
            <Check aria-hidden />
            <span>{say(finding.phrase)}</span>
            <Sure certainty={finding.certainty} />
          </li>
        ))}
      </ul>
    </details>
  );
}
