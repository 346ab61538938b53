import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { Chip } from '../../../ui/marks.tsx';
import { answerOf } from '../model/answer.ts';
import { predictedWarnings } from '../model/gate-rows.ts';
import type { DecisionRow } from '../use-compose.ts';
import css from './decision.module.css';

/** One sentence that answers, and what is expected to go wrong later. */
export function Answer({ row }: { readonly row: DecisionRow }) {
  const { t, say, has } = useWords();
  const answer = answerOf(row.decision, { device: row.device.name });
  const warnings = row.decision.pushed ? predictedWarnings(row.decision) : [];
  const errors = row.view?.problems.filter((problem) => problem.severity === 'error').length ?? 0;
  return (
    <AnswerLine
      words={
        answer.pushed
          ? say(answer.phrase)
          : t('compose.answer.stopped', { why: has(answer.why.id) ? say(answer.why) : say(answer.full) })
      }
    >
      {warnings.map((gate) => (
        <Chip key={gate.id} tone="predicted">
          {t('compose.answer.predicted', { what: t(`im.gate.${gate.id}.title`) })}
        </Chip>
      ))}
      {errors > 0 && <Chip tone="rejected">{t('compose.answer.errors', { n: errors })}</Chip>}
    </AnswerLine>
  );
}

/** The answer of the pane, spoken when it changes. */
export function AnswerLine({ words, children }: { readonly words: string; readonly children?: ReactNode }) {
  return (
    <div className={css['answer']}>
      <p className={css['sentence']} role="status">
        {words}
      </p>
      {children}
    </div>
  );
}
