import { EditorView } from '@codemirror/view';
import type { RefObject } from 'react';
import type { Problem } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { placeOf } from '../../../ui/json-places.ts';
import { ProblemRow } from '../../../ui/notes.tsx';

/** The problems of a JSON text under its editor, each with the way to its place. */
export function JsonProblems(props: {
  readonly text: string;
  readonly problems: readonly Problem[];
  /** What the editor is in. */
  readonly host: RefObject<HTMLElement | null>;
}) {
  const { text, problems, host } = props;
  const { t } = useWords();
  const goTo = (problem: Problem) => {
    const content = host.current?.querySelector<HTMLElement>('.cm-content');
    const view = content && EditorView.findFromDOM(content);
    if (!view) return;
    const { from, to } = placeOf(text, problem.path);
    view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
    view.focus();
  };
  if (problems.length === 0) return null;
  return (
    <ul aria-label={t('compose.rest.problems')}>
      {problems.map((problem) => (
        <ProblemRow
          key={`${problem.code} ${problem.path}`}
          problem={problem}
          action={
            problem.path !== '$' && (
              <Button
                small
                aria-label={t('compose.problem.go.spoken', { place: problem.path })}
                onClick={() => goTo(problem)}
              >
                {t('compose.problem.go')}
              </Button>
            )
          }
        />
      ))}
    </ul>
  );
}
