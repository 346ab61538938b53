import { Check, CheckCheck, Circle, Telescope, TriangleAlert, X } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Account, Device, GateResult } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Fold } from '../../../ui/fold.tsx';
import { Sure } from '../../../ui/marks.tsx';
import { gateRows, numbersOf, type GateRow } from '../model/gate-rows.ts';
import type { Mend } from '../model/mend.ts';
import { MendButton } from './mend-button.tsx';
import css from './gates.module.css';

interface MendProps {
  readonly device: Device;
  readonly account: Account;
  readonly onMend: (mend: Mend) => void;
}
interface GateListProps extends MendProps {
  readonly gates: readonly GateResult[];
  readonly decidingGateId: string;
}

/** The rules in their order: what passed folds, what decides is raised, what is only expected is dashed. */
export const GateList = memo(function GateList({ gates, decidingGateId, ...mends }: GateListProps) {
  const { t } = useWords();
  return (
    <ol className={css['gates']} aria-label={t('compose.gates')}>
      {gateRows(gates, decidingGateId).map((row) => (
        <Row key={'gate' in row ? row.gate.id : `${row.kind} ${numbersOf(row.gates)}`} row={row} {...mends} />
      ))}
    </ol>
  );
});

function Row({ row, ...mends }: MendProps & { readonly row: GateRow }) {
  if ('gates' in row) return <FoldedGates kind={row.kind} gates={row.gates} />;
  const { gate } = row;
  const objects = gate.outcome === 'failed' || gate.outcome === 'warning';
  const action = objects ? <MendButton gate={gate} {...mends} /> : null;
  return row.kind === 'deciding' ? (
    <DecidingGate gate={gate} action={action} />
  ) : (
    <SingleGate kind={row.kind} gate={gate} action={action} />
  );
}

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
                <GateSource gate={gate} sure />
              </div>
            </li>
          ))}
        </ul>
      </Fold>
    </li>
  );
}

/** The gate that decided, with all it knows. */
function DecidingGate({ gate, action }: { readonly gate: GateResult; readonly action: ReactNode }) {
  const { t, say } = useWords();
  const failed = gate.outcome === 'failed';
  const Icon = failed ? X : Check;
  return (
    <li className={css['deciding']} data-tone={failed ? 'rejected' : 'accepted'}>
      <Icon className={css['icon']} aria-label={t(failed ? 'compose.gate.failed' : 'compose.gate.passed')} />
      <span className={css['number']}>{gate.number}</span>
      <div className={css['words']}>
        <p className={css['head']}>
          <span className={css['name']}>{t(`im.gate.${gate.id}.title`)}</span>
          <span className={css['tag']}>{t(failed ? 'compose.gates.stops' : 'compose.gates.decides')}</span>
          <span className={css['sure']}>
            <Sure certainty={gate.certainty} />
          </span>
        </p>
        <p className={css['why']}>{say(gate.phrase)}</p>
        <GateSource gate={gate} />
        {action && <div className={css['action']}>{action}</div>}
      </div>
    </li>
  );
}

/** A rule of the vendor or the phone: expected, not asked. Or a rule of the backend that only warns. */
function SingleGate(props: {
  readonly kind: 'warning' | 'predicted';
  readonly gate: GateResult;
  readonly action: ReactNode;
}) {
  const { kind, gate, action } = props;
  const { t, say } = useWords();
  const warns = gate.outcome === 'warning';
  const Icon = warns ? TriangleAlert : Telescope;
  return (
    <li className={css['single']} data-kind={kind} data-tone={warns ? 'warning' : 'predicted'}>
      <Icon className={css['icon']} aria-label={t(warns ? 'severity.warning' : 'compose.gate.predicted')} />
      <span className={css['number']}>{gate.number}</span>
      <div className={css['words']} data-line={!warns || undefined}>
        <p className={css['head']}>
          <span className={css['name']}>{t(`im.gate.${gate.id}.title`)}</span>
          {kind === 'predicted' && <span className={css['expected']}>{t('compose.gates.predicted')}</span>}
        </p>
        <p className={css['why']}>{say(gate.phrase)}</p>
        {warns && <GateSource gate={gate} sure />}
        {action && <div className={css['action']}>{action}</div>}
      </div>
    </li>
  );
}

/** Where the rule is written down, when somebody last read it there, and (unless it stands elsewhere) how sure it is. */
function GateSource({
  gate: { source, certainty },
  sure = false,
}: {
  readonly gate: GateResult;
  readonly sure?: boolean;
}) {
  const { t } = useWords();
  return (
    <p className={css['source']}>
      {source.url === undefined ? (
        source.title
      ) : (
        <a href={source.url} target="_blank" rel="noreferrer">
          {source.title}
        </a>
      )}
      <span>{t('compose.source.checked', { date: source.checked })}</span>
      {sure && <Sure certainty={certainty} />}
    </p>
  );
}
