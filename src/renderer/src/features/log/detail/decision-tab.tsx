import { Check, Minus, Telescope, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import type { Decision, FieldTrace, GateResult } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { counted } from '../../../ui/counted.ts';
import { Chip, Sure, type Tone } from '../../../ui/marks.tsx';
import { EmptyState } from '../../../ui/notes.tsx';
import type { ExchangeView } from '../use-exchange.ts';
import { Facts, Section } from './facts.tsx';
import { SourceLine } from './explanation-card.tsx';
import css from './decision-tab.module.css';
import tabCss from './tab.module.css';

const looks: Readonly<Record<GateResult['outcome'], { readonly icon: LucideIcon; readonly tone?: Tone }>> = {
  passed: { icon: Check, tone: 'accepted' },
  failed: { icon: X, tone: 'rejected' },
  warning: { icon: TriangleAlert, tone: 'warning' },
  'not-reached': { icon: Minus },
};

/** One rule with its outcome. The deciding one is raised and tells its values and source. */
function Gate({ gate, isDeciding }: { readonly gate: GateResult; readonly isDeciding: boolean }) {
  const { t, say } = useWords();
  const { icon, tone } = looks[gate.outcome];
  const Icon = gate.predicted && gate.outcome === 'passed' ? Telescope : icon;
  const outcome = t(`log.gate.${gate.outcome}`);
  const spoken = gate.predicted ? t('log.gate.predicted', { outcome }) : outcome;
  return (
    <li
      className={css['gate']}
      data-state={gate.outcome}
      data-tone={gate.predicted && gate.outcome === 'passed' ? 'predicted' : tone}
      data-deciding={isDeciding || undefined}
      data-predicted={(gate.predicted && !isDeciding) || undefined}
      aria-current={isDeciding || undefined}
    >
      <span className={css['number']}>{gate.number}</span>
      <span role="img" aria-label={spoken} title={spoken}>
        <Icon aria-hidden />
      </span>
      <div className={css['words']}>
        <p>{say(gate.phrase)}</p>
        {isDeciding && (
          <>
            {gate.values.length > 0 && (
              <p className={css['values']}>
                {gate.values.map(({ label, value }) => t('log.gate.values', { label, value })).join(' · ')}
              </p>
            )}
            <p className={tabCss['quiet']}>
              <SourceLine source={gate.source} />
            </p>
          </>
        )}
      </div>
      <Sure certainty={gate.certainty} />
    </li>
  );
}

function Candidates({ trace }: { readonly trace: FieldTrace }) {
  const { t, say } = useWords();
  return (
    <div className={css['candidates']}>
      {trace.candidates.map((candidate) => (
        <span key={candidate.from} className={css['candidate']} data-used={candidate.used || undefined}>
          <span className={css['from']}>
            {candidate.used ? candidate.from : t('log.trace.unused', { from: candidate.from })}
          </span>
          <span className={css['value']}>{candidate.value}</span>
        </span>
      ))}
      {trace.candidates.length === 0 && <span className={css['candidate']}>{t('log.trace.none')}</span>}
      {trace.note && <span>{say(trace.note)}</span>}
    </div>
  );
}

function DecisionView({ decision }: { readonly decision: Decision }) {
  const { t } = useWords();
  return (
    <div className={tabCss['tab']}>
      <p className={tabCss['answer']}>
        <span>{t(decision.pushed ? 'log.decision.pushed' : 'log.decision.anyway')}</span>
        {!decision.pushed && <Chip tone="warning">{t('log.life.anyway')}</Chip>}
      </p>
      <Section title={t('log.gates')} after={counted(t, 'log.gates.count', decision.gates.length)}>
        <ol className={css['gates']}>
          {decision.gates.map((gate) => (
            <Gate key={gate.id} gate={gate} isDeciding={gate.id === decision.decidingGateId} />
          ))}
        </ol>
      </Section>
      {decision.intent && (
        <Section title={t('log.traces')}>
          <Facts
            facts={decision.intent.traces.map((trace) => ({
              id: trace.field,
              label: t(`log.trace.${trace.field}`),
              value: <Candidates trace={trace} />,
            }))}
          />
        </Section>
      )}
    </div>
  );
}

/** Which rule of the IM backend decided, and which source each text came from. The captured half of our own send has them too. */
export function DecisionTab({ view }: { readonly view: ExchangeView }) {
  const { t } = useWords();
  const decision = view.sent?.decision ?? null;
  if (decision) return <DecisionView decision={decision} />;
  const why = view.exchange?.kind === 'auth' ? 'auth' : view.sent ? 'raw' : 'elsewhere';
  return <EmptyState title={t(`log.decision.none.${why}.title`)}>{t(`log.decision.none.${why}`)}</EmptyState>;
}
