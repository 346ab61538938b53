import {
  AppWindow,
  Braces,
  CircleDot,
  CircleSlash,
  FileSearch,
  Pointer,
  Power,
  Split,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Certainty, Tap } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Sure, type Tone } from '../../../ui/marks.tsx';
import { resultOf, resultTone } from './result.ts';
import { useNames, useResultWords } from './result-words.ts';
import css from './inspector.module.css';

/** Vendors name their steps themselves; the first of these words found in the name gives the icon. */
const iconWords: readonly (readonly [RegExp, LucideIcon])[] = [
  [/nothing|no-button|unheard/, CircleSlash],
  [/dismiss/, X],
  [/read-ext|route/, FileSearch],
  [/no-ext/, CircleSlash],
  [/touch|tap/, Pointer],
  [/receive|delegate|extras|intent|callback|options|identifier/, Braces],
  [/launch|start|boot/, Power],
  [/open|forward|front|own-notification/, AppWindow],
];
const iconOf = (id: string): LucideIcon => iconWords.find(([word]) => word.test(id))?.[1] ?? CircleDot;

function Step(props: {
  readonly icon: LucideIcon;
  readonly tone?: Tone;
  readonly children: ReactNode;
  readonly detail?: ReactNode;
  readonly certainty?: Certainty;
}) {
  const { icon: Icon, tone, children, detail, certainty } = props;
  return (
    <li className={css['step']} data-tone={tone}>
      <span className={css['dot']}>
        <Icon aria-hidden />
      </span>
      <div className={css['words']}>
        <p className={css['said']}>{children}</p>
        {detail !== undefined && <p className={css['detail']}>{detail}</p>}
      </div>
      {certainty && <Sure certainty={certainty} />}
    </li>
  );
}

/** «What happened»: every step from the finger to the screen, each with how sure it is. */
export function Steps({ tap }: { readonly tap: Tap }) {
  const { t, say } = useWords();
  const wordsOf = useResultWords();
  const names = useNames();
  const matched = tap.rules.tried.find((rule) => rule.outcome === 'matched');
  const result = resultOf(tap, names);
  return (
    <ol className={css['steps']}>
      {tap.steps.map((step) => (
        <Step
          key={step.id}
          icon={iconOf(step.id)}
          certainty={step.certainty}
          {...(step.detail ? { detail: say(step.detail) } : {})}
        >
          {say(step.phrase)}
        </Step>
      ))}
      {matched && (
        <Step icon={Split} tone="accepted">
          {t('phones.step.rule', { name: matched.name })}
        </Step>
      )}
      <Step
        icon={result.kind === 'nothing' ? CircleSlash : AppWindow}
        tone={resultTone(result)}
        {...(tap.stoppedBecause ? { detail: say(tap.stoppedBecause) } : {})}
      >
        {wordsOf(result)}
      </Step>
    </ol>
  );
}
