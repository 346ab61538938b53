import { Check, CheckCheck, Circle, Telescope, TriangleAlert, X } from 'lucide-react';
import { memo } from 'react';
import type { GateResult } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Fold } from '../../../ui/fold.tsx';
import { gateRows, numbersOf, type GateRow } from '../model/gate-rows.ts';
import { GateSource, GateValues } from './gate-source.tsx';
import css from './gates.module.css';

/** The rules in their order: what passed folds, what decides is marked, what is only expected is dashed. */
export const GateTrace = memo(function GateTrace(props: {
  readonly gates: readonly GateResult[];
  readonly decidingGateId: string;
}) {
  const { t } = useWords();
  return (
    <ol className={css['gates']} aria-label={t('compose.gates')}>
      {gateRows(props.gates, props.decidingGateId).map((row) =>
        'gates' in row ? (
          <FoldedGates key={`${row.kind} ${numbersOf(row.gates)}`} kind={row.kind} gates={row.gates} />
        ) : (
          <SingleGate key={row.gate.id} kind={row.kind} gate={row.gate} />
        ),
      )}
    </ol>
  );
});

function FoldedGates({
  kind,
  gates,
}: {
  readonly kind: 'passed' | 'not-reached';
  readonly gates: readonly GateResult[];
}) {
  const { t, say } = useWords();
  const titles = gates.map((gate) => t(`im.gate.${gate.id}.title`)).join(t('compose.list.comma'));
  const Icon = kind === 'not-reached' ? Circle : gates.length > 1 ? CheckCheck : Check;
  return (
    <li className={css['folded']} data-kind={kind}>
      <Icon aria-hidden className={css['icon']} />
      <Fold
        arrowLast
        title={
          <>
            <span className={css['number']}>{numbersOf(gates)}</span>
            {titles}
          </>
        }
        note={t(`compose.gates.${kind}`, { n: gates.length })}
      >
        <ul className={css['inside']}>
          {gates.map((gate) => (
            <li key={gate.id}>
              <span className={css['number']}>{gate.number}</span>
              <div className={css['words']}>
                <p className={css['name']}>{t(`im.gate.${gate.id}.title`)}</p>
                {kind === 'passed' && <p className={css['why']}>{say(gate.phrase)}</p>}
                <GateValues values={gate.values} />
                <GateSource gate={gate} sure />
              </div>
            </li>
          ))}
        </ul>
      </Fold>
    </li>
  );
}

const icons = { deciding: Check, warning: TriangleAlert, predicted: Telescope } as const;

/** One rule on a line of its own. The one that decides stands above with all it knows, so a word is enough here. */
function SingleGate({ kind, gate }: Extract<GateRow, { gate: GateResult }>) {
  const { t, say } = useWords();
  const warns = gate.outcome === 'warning';
  const failed = gate.outcome === 'failed';
  const Icon = failed ? X : warns ? TriangleAlert : icons[kind];
  const tone = failed ? 'rejected' : warns ? 'warning' : kind === 'predicted' ? 'predicted' : 'accepted';
  const label = failed
    ? 'compose.gate.failed'
    : warns
      ? 'severity.warning'
      : kind === 'predicted'
        ? 'compose.gate.predicted'
        : 'compose.gate.passed';
  return (
    <li className={css['single']} data-kind={kind} data-tone={tone}>
      <Icon className={css['icon']} aria-label={t(label)} />
      <span className={css['number']}>{gate.number}</span>
      <div className={css['words']} data-line>
        <p className={css['head']}>
          <span className={css['name']}>{t(`im.gate.${gate.id}.title`)}</span>
          {kind === 'predicted' && <span className={css['expected']}>{t('compose.gates.predicted')}</span>}
        </p>
        <p className={css['why']}>{kind === 'deciding' ? t('compose.whyPanel.above') : say(gate.phrase)}</p>
      </div>
    </li>
  );
}
