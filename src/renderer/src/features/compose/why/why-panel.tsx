import { Check, CircleHelp, TriangleAlert, X } from 'lucide-react';
import { memo } from 'react';
import type { Account, Decision, Device, GateResult, Message } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Fold } from '../../../ui/fold.tsx';
import { Sure } from '../../../ui/marks.tsx';
import { MendButtons } from '../decision/mend-button.tsx';
import { SwitchUses } from '../decision/switch-uses.tsx';
import { decidingGate } from '../model/answer.ts';
import type { Mend } from '../model/mend.ts';
import { FaqList } from './faq-list.tsx';
import { GateSource, GateValues } from './gate-source.tsx';
import { GateTrace } from './gate-trace.tsx';
import css from './gates.module.css';

interface WhyProps {
  readonly decision: Decision;
  readonly device: Device;
  readonly account: Account;
  readonly client: Message['client'];
  readonly conversation: Message['conversation'];
  /** Absent: the panel explains and changes nothing. */
  readonly onMend?: (mend: Mend) => void;
}

/** A reading that changes only a field of the push says nothing about a no. */
const switchesOf = ({ pushed, gates, switches }: Decision) =>
  pushed ? switches : switches.filter((use) => gates.some((gate) => gate.id === use.at));

/** Why a push goes out or does not: the rule that decided, what else is in the way, then every rule, and the FAQ. */
export function WhyPanel({ decision, device, account, client, conversation, onMend }: WhyProps) {
  const { t } = useWords();
  const { pushed, gates, decidingGateId } = decision;
  const deciding = decidingGate(decision);
  const others = gates.filter((gate) => gate.outcome === 'warning' && gate !== deciding);
  return (
    <section className={css['panel']} aria-labelledby="compose-why-title">
      <h3 className={css['panelTitle']} id="compose-why-title">
        <CircleHelp aria-hidden />
        {t(pushed ? 'compose.whyPanel.pushed' : 'compose.whyPanel.stopped')}
      </h3>
      {deciding && <DecidingGate gate={deciding} device={device} account={account} onMend={onMend} />}
      {others.length > 0 && (
        <ul className={css['others']} aria-label={t('compose.whyPanel.also')}>
          {others.map((gate) => (
            <OtherGate key={gate.id} gate={gate} device={device} account={account} onMend={onMend} />
          ))}
        </ul>
      )}
      <SwitchUses uses={switchesOf(decision)} />
      <WholeTrace gates={gates} decidingGateId={decidingGateId} pushed={pushed} />
      <FaqList decision={decision} device={device} account={account} client={client} conversation={conversation} />
    </section>
  );
}

const WholeTrace = memo(function WholeTrace(props: {
  readonly gates: readonly GateResult[];
  readonly decidingGateId: string;
  readonly pushed: boolean;
}) {
  const { gates, decidingGateId, pushed } = props;
  const { t } = useWords();
  const passed = gates.filter((gate) => gate.outcome === 'passed').length;
  return (
    <Fold
      arrowLast
      // A no is looked into; a yes only when somebody wonders.
      key={pushed ? 'pushed' : 'stopped'}
      startsOpen={!pushed}
      title={t('compose.whyPanel.trace')}
      note={t('compose.whyPanel.trace.n', { passed, all: gates.length })}
    >
      <GateTrace gates={gates} decidingGateId={decidingGateId} />
    </Fold>
  );
});

interface GateProps extends Pick<WhyProps, 'device' | 'account'> {
  readonly gate: GateResult;
  readonly onMend: WhyProps['onMend'];
}

function Mends({ gate, device, account, onMend }: GateProps) {
  return onMend ? <MendButtons gate={gate} device={device} account={account} onMend={onMend} /> : null;
}

/** The gate that decided, with all it knows. */
const DecidingGate = memo(function DecidingGate(props: GateProps) {
  const { gate } = props;
  const { t, say } = useWords();
  const failed = gate.outcome === 'failed';
  const Icon = failed ? X : Check;
  return (
    <div className={css['deciding']} data-tone={failed ? 'rejected' : 'accepted'}>
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
        <GateValues values={gate.values} />
        <GateSource gate={gate} />
        <div className={css['action']}>
          <Mends {...props} />
        </div>
      </div>
    </div>
  );
});

/** A rule that does not stop the push and warns of what comes later. */
const OtherGate = memo(function OtherGate(props: GateProps) {
  const { gate } = props;
  const { t, say } = useWords();
  return (
    <li className={css['single']} data-kind={gate.predicted ? 'predicted' : 'warning'} data-tone="warning">
      <TriangleAlert className={css['icon']} aria-label={t('severity.warning')} />
      <span className={css['number']}>{gate.number}</span>
      <div className={css['words']}>
        <p className={css['head']}>
          <span className={css['name']}>{t(`im.gate.${gate.id}.title`)}</span>
          {gate.predicted && <span className={css['expected']}>{t('compose.gates.predicted')}</span>}
        </p>
        <p className={css['why']}>{say(gate.phrase)}</p>
        <GateValues values={gate.values} />
        <GateSource gate={gate} sure />
        <div className={css['action']}>
          <Mends {...props} />
        </div>
      </div>
    </li>
  );
});
