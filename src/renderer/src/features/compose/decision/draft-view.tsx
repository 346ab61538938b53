import { useMemo } from 'react';
import type { DraftView, Problem, Size } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { CodeEditor } from '../../../ui/code-editor.tsx';
import { CopyButton } from '../../../ui/copy.tsx';
import { pretty } from '../../../ui/json-places.ts';
import { Meter, Sure } from '../../../ui/marks.tsx';
import { ProblemRow } from '../../../ui/notes.tsx';
import { payloadMarks } from '../model/payload-marks.ts';
import { RequestLine } from './request-line.tsx';
import css from './decision.module.css';

/** Counters, problems and the request of a draft. */
export function DraftFacts(props: {
  readonly view: DraftView;
  /** Moves to the place of a problem, where it can be edited. */
  readonly onGo?: (problem: Problem) => void;
}) {
  const { view, onGo } = props;
  const { t } = useWords();
  return (
    <>
      {view.sizes.length > 0 && (
        <ul className={css['counters']} aria-label={t('compose.sizes')}>
          {view.sizes.map((size) => (
            <Counter key={size.id} size={size} />
          ))}
        </ul>
      )}
      {view.problems.length > 0 && (
        <ul aria-label={t('compose.problems')}>
          {view.problems.map((problem) => (
            <ProblemRow
              key={`${problem.code} ${problem.path}`}
              problem={problem}
              action={
                onGo && (
                  <Button
                    small
                    aria-label={t('compose.problem.go.spoken', { place: problem.path })}
                    onClick={() => onGo(problem)}
                  >
                    {t('compose.problem.go')}
                  </Button>
                )
              }
            />
          ))}
        </ul>
      )}
      <OnThePhone view={view} />
      <RequestLine request={view.request} />
    </>
  );
}

function Counter({ size }: { readonly size: Size }) {
  const { t, locale } = useWords();
  const count = (n: number) => n.toLocaleString(locale);
  const unit = t(`compose.unit.${size.unit}`);
  return (
    <li className={css['counter']}>
      <span className={css['counterName']}>{t(size.id)}</span>
      <span className={css['counterValue']}>
        <b>{count(size.used)}</b>{' '}
        {size.limit === null
          ? t('compose.size.unlimited', { unit })
          : t('compose.size.of', { limit: count(size.limit), unit })}
      </span>
      {size.limit !== null && <Meter used={size.used} limit={size.limit} />}
    </li>
  );
}

/** What the system of the phone makes of it, where that is not plain from the text. */
function OnThePhone({ view: { card, notDrawnBecause } }: { readonly view: DraftView }) {
  const { t, say } = useWords();
  const because = card?.hiddenBecause ?? notDrawnBecause;
  if (!card || (!because && card.notes.length === 0)) return null;
  return (
    <section aria-label={t('compose.notes')}>
      <h4 className={css['notesTitle']}>{t('compose.notes')}</h4>
      <ul className={css['notes']}>
        {because && <li className={css['hidden']}>{say(because)}</li>}
        {card.notes.map((note) => (
          <li key={note.phrase.id}>
            <span>{say(note.phrase)}</span>
            <Sure certainty={note.certainty} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The payload as it goes on the wire, laid out for reading. */
export function Payload({ view, label }: { readonly view: DraftView; readonly label: string }) {
  const { t, say } = useWords();
  const text = useMemo(() => pretty(view.draft.payload), [view.draft.payload]);
  const marks = useMemo(
    () => payloadMarks(text, view.problems, (problem) => say(problem.phrase)),
    [text, view.problems, say],
  );
  return (
    <div className={css['payload']}>
      <CodeEditor label={label} value={text} marks={marks} />
      <span className={css['payloadCopy']}>
        <CopyButton text={view.draft.payload} label={t('compose.payload.copy')} />
      </span>
    </div>
  );
}
