import { CircleAlert, Info, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Phrase, Problem } from '../../../shared/contract/index.ts';
import { useWords } from '../i18n/index.ts';
import { Sure, type Tone } from './marks.tsx';
import css from './notes.module.css';

const severityIcons: Readonly<Record<Problem['severity'], LucideIcon>> = {
  error: OctagonX,
  warning: TriangleAlert,
  info: Info,
};
const severityTones: Readonly<Record<Problem['severity'], Tone>> = {
  error: 'rejected',
  warning: 'warning',
  info: 'imported',
};

/** A problem: sentence, what to do, where, how sure; a button when something can be done at once. */
export function ProblemRow({ problem, action }: { readonly problem: Problem; readonly action?: ReactNode }) {
  const { say, t } = useWords();
  const Icon = severityIcons[problem.severity];
  return (
    <li className={css['problem']} data-tone={severityTones[problem.severity]}>
      <Icon aria-label={t(`severity.${problem.severity}`)} />
      <div className={css['words']}>
        <p className={css['sentence']}>{say(problem.phrase)}</p>
        {problem.effect && (
          <p className={css['effect']}>
            {say(problem.effect.phrase)} <Sure certainty={problem.effect.certainty} />
          </p>
        )}
        {problem.fix && <p className={css['fix']}>{say(problem.fix)}</p>}
        <p className={css['where']}>
          <code>{problem.path}</code>
          <Sure certainty={problem.certainty} />
        </p>
      </div>
      {action}
    </li>
  );
}

/** A state that changes results: full width of its pane, one line, one button. */
export function Banner({
  tone,
  children,
  action,
  below,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** More that belongs to it, over the whole width. */
  readonly below?: ReactNode;
}) {
  return (
    <div className={css['banner']} data-tone={tone} role="status">
      <CircleAlert aria-hidden />
      <div className={css['words']}>{children}</div>
      {action}
      {below !== undefined && <div className={css['below']}>{below}</div>}
    </div>
  );
}

/** Nothing here yet: what this place is for, and how to begin. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={css['empty']}>
      <h3 className={css['emptyTitle']}>{title}</h3>
      {children !== undefined && <p className={css['emptyText']}>{children}</p>}
      {actions !== undefined && <div className={css['emptyActions']}>{actions}</div>}
    </div>
  );
}

/** A sentence of the core among the details of a failure: why exactly. */
const reasonOf = (details: Readonly<Record<string, unknown>>): Phrase | null => {
  const reason = details['reason'];
  // Ours by contract: `details.reason`, where it is an object, is a Phrase.
  return typeof reason === 'object' && reason !== null && 'id' in reason ? (reason as Phrase) : null;
};

/**
 * Why something failed that the person asked for, with what to do. Spoken at once. `details.reason` says it more exactly than the
 * code does; `details.usedBy` names what stands in the way.
 */
export function FailureNote({
  failure,
}: {
  readonly failure: {
    readonly code: string;
    readonly message: string;
    readonly details: Readonly<Record<string, unknown>>;
  };
}) {
  const { t, say, has } = useWords();
  const params = Object.fromEntries(
    Object.entries(failure.details).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [],
    ),
  );
  const title = `error.${failure.code}.title`;
  const fix = `error.${failure.code}.fix`;
  const reason = reasonOf(failure.details);
  const { usedBy } = failure.details;
  const sentence = has(title) ? t(title, params) : failure.message;
  return (
    <div className={css['banner']} data-tone="rejected" role="alert">
      <OctagonX aria-hidden />
      <div className={css['words']}>
        <p className={css['sentence']}>{reason && has(reason.id) ? say(reason) : sentence}</p>
        {Array.isArray(usedBy) && usedBy.length > 0 && (
          <p className={css['fix']}>{t('failure.usedBy', { names: usedBy.join(', ') })}</p>
        )}
        {has(fix) && <p className={css['fix']}>{t(fix, params)}</p>}
      </div>
    </div>
  );
}
