import { Check, Minus, Telescope, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { clock } from '../../../ui/format.ts';
import type { Tone } from '../../../ui/marks.tsx';
import type { LifeStep, StepState } from './life.ts';
import css from './life-line.module.css';

const looks: Readonly<Record<StepState, { readonly icon: LucideIcon; readonly tone?: Tone }>> = {
  done: { icon: Check, tone: 'accepted' },
  elsewhere: { icon: Check },
  warned: { icon: TriangleAlert, tone: 'warning' },
  stopped: { icon: X, tone: 'rejected' },
  predicted: { icon: Telescope, tone: 'predicted' },
  skipped: { icon: Minus },
  unreached: { icon: Minus },
};

/** How the line to the next step is drawn. */
const leadsTo = (next: LifeStep | undefined): 'solid' | 'dashed' | 'predicted' =>
  next?.state === 'unreached' ? 'dashed' : next?.state === 'predicted' ? 'predicted' : 'solid';

/** How far a push came: solid has happened, dashed is predicted, hollow was not reached. */
export function LifeLine({ steps }: { readonly steps: readonly LifeStep[] }) {
  const { t, say } = useWords();
  return (
    <ol className={css['life']} aria-label={t('log.life')}>
      {steps.map((step, index) => {
        const { icon: Icon, tone } = looks[step.state];
        const details = [step.atMs === null ? '' : clock(step.atMs), step.detail ? say(step.detail) : ''].filter(
          Boolean,
        );
        return (
          <li
            key={step.id}
            className={css['step']}
            data-state={step.state}
            data-tone={tone}
            data-leads={leadsTo(steps[index + 1])}
            title={`${say(step.word)}: ${details.join(' · ')}`}
          >
            <span className={css['pip']} role="img" aria-label={t(`log.life.state.${step.state}`)}>
              <Icon aria-hidden />
            </span>
            <b className={css['word']}>{say(step.word)}</b>
            {details.map((detail) => (
              <span key={detail} className={css['detail']}>
                {detail}
              </span>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
