import { Check, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { ScenarioFrame, ScenarioStep } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { PhoneFields } from './phone-fields.tsx';
import { StepControls } from './step-controls.tsx';
import { stepPhrase } from './steps.ts';
import type { OnStage } from './use-scenario.ts';
import css from './scenario.module.css';

/** The beginning and every step, each with what becomes of a message then. Arrows move, Delete removes. */
export function Timeline({ stage }: { readonly stage: OnStage }) {
  const { t } = useWords();
  const { presets } = useStores();
  const { scenario, frames, at } = stage;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-moment="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const onKey = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || !(event.target instanceof HTMLButtonElement) || !event.target.dataset['moment']) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(at + by, scenario.steps.length));
    presets.goTo(to);
    list.current?.querySelector<HTMLElement>(`[data-moment="${to}"]`)?.focus();
  };
  return (
    // The buttons inside take the keys; the list only moves between them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <ol ref={list} className={css['timeline']} aria-label={t('compose.scenario.timeline')} onKeyDown={onKey}>
      <Moment stage={stage} index={0} step={null} frame={frames[0]} />
      {scenario.steps.map((step, index) => (
        // Steps are values without an identity; their place is what the frames go by.
        // oxlint-disable-next-line react/no-array-index-key -- see above
        <Moment key={index} stage={stage} index={index + 1} step={step} frame={frames[index + 1]} />
      ))}
    </ol>
  );
}

interface MomentProps {
  readonly stage: OnStage;
  /** The place among the moments; the beginning is 0. */
  readonly index: number;
  readonly step: ScenarioStep | null;
  readonly frame: ScenarioFrame | undefined;
}

function Moment({ stage, index, step, frame }: MomentProps) {
  const { t, say } = useWords();
  const { presets } = useStores();
  const isCurrent = stage.at === index;
  const device = step && 'device' in step ? step.device : null;
  const name = frame?.phones.find((phone) => phone.id === device)?.name ?? device;
  const words = step ? say(stepPhrase(step)) : t('compose.scenario.start');
  const outcome = outcomeWords(frame, t);
  return (
    <li className={css['moment']} data-kind={step?.event} aria-current={isCurrent ? 'step' : undefined}>
      <button
        type="button"
        className={css['momentButton']}
        data-moment={index}
        aria-label={[`${index}`, words, name, outcome].filter((one) => one !== null && one !== '').join(', ')}
        onClick={() => presets.goTo(index)}
      >
        <span className={css['index']}>{index}</span>
        <span className={css['event']}>
          {words}
          {name !== null && <span className={css['on']}>{name}</span>}
        </span>
        {frame?.answer && frame.answer.code !== 0 && <code className={css['code']}>{frame.answer.code}</code>}
        <Outcome frame={frame} />
      </button>
      {isCurrent && !step && <PhoneFields scenario={stage.scenario} />}
      {isCurrent && step && <StepControls scenario={stage.scenario} index={index - 1} step={step} />}
    </li>
  );
}

const outcomeWords = (frame: ScenarioFrame | undefined, t: (id: string) => string): string =>
  (frame?.phones ?? [])
    .flatMap(({ name, decision }) =>
      decision ? [`${name}: ${t(decision.pushed ? 'compose.device.pushed' : 'compose.device.stopped')}`] : [],
    )
    .join(', ');

/** A tick or a cross for each phone, with the badge that a push carries. */
function Outcome({ frame }: { readonly frame: ScenarioFrame | undefined }) {
  return (
    <span className={css['outcome']} aria-hidden>
      {frame?.phones.map(({ id, decision }) =>
        decision ? (
          <span key={id} data-tone={decision.pushed ? 'accepted' : 'rejected'}>
            {decision.pushed ? <Check /> : <X />}
            {decision.pushed && decision.intent?.badge !== null && <b>{decision.intent?.badge}</b>}
          </span>
        ) : (
          <span key={id}>–</span>
        ),
      )}
    </span>
  );
}
