import { Braces } from 'lucide-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { RestAnswer } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import type { RestText } from '../../../stores/compose-store.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { routeOf } from '../../../stores/ui-store.ts';
import { IconButton } from '../../../ui/button.tsx';
import { CodeEditor } from '../../../ui/code-editor.tsx';
import { CopyButton } from '../../../ui/copy.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { pretty } from '../../../ui/json-places.ts';
import { Chip } from '../../../ui/marks.tsx';
import { payloadMarks } from '../model/payload-marks.ts';
import { otherShapeOf } from '../model/sdk-shape.ts';
import { JsonMend } from './json-mend.tsx';
import { JsonProblems } from './json-problems.tsx';
import { OtherShape, SdkJson } from './sdk-json.tsx';
import { ShapeSelect } from './shape-select.tsx';
import { useSchema } from './use-schema.ts';
import css from './rest.module.css';

/** The message as the JSON of its REST call, or its push as an SDK has it. It follows the form, and the form follows it. */
export function RestJson() {
  const chosen = useFrom('sdk', (state) => state.chosen);
  return chosen.shape === 'rest' ? <RestSide /> : <SdkJson subject={chosen} />;
}

function RestSide() {
  const { t } = useWords();
  const { compose } = useStores();
  const rest = useFrom('compose', (state) => state.rest);
  const hasDraft = useFrom('compose', (state) => state.draft !== null);
  useEffect(() => {
    if (hasDraft) void compose.followRest();
  }, [compose, hasDraft]);
  return (
    <div className={css['rest']} data-undo>
      {rest ? <RestEditor rest={rest} /> : <p className={css['waiting']}>{t('compose.rest.waiting')}</p>}
    </div>
  );
}

function RestEditor({ rest }: { readonly rest: RestText }) {
  const { t, say } = useWords();
  const { compose } = useStores();
  const schema = useSchema({ call: rest.call });
  const host = useRef<HTMLDivElement>(null);
  const { text, problems } = rest;
  const marks = useMemo(() => payloadMarks(text, problems, (problem) => say(problem.phrase)), [text, problems, say]);
  const other = rest.isBehind ? otherShapeOf(text, 'rest') : null;
  return (
    <>
      <div className={css['bar']}>
        <ShapeSelect />
        <IconButton
          icon={<Braces />}
          label={t('compose.rest.format')}
          small
          onClick={() => compose.replaceRest(pretty(text))}
        />
        <CopyButton text={text} label={t('compose.rest.copy')} />
      </div>
      <JsonMend text={text} onMend={compose.replaceRest} />
      {other && <OtherShape found={other} expected="rest" text={text} onTaken={compose.dropRest} />}
      <div ref={host} className={css['editor']}>
        <CodeEditor
          label={t('compose.rest.editor')}
          value={text}
          onChange={compose.editRest}
          marks={marks}
          schema={schema}
        />
      </div>
      <div className={css['below']}>
        {rest.answer && <Answer answer={rest.answer} />}
        <JsonProblems text={text} problems={problems} host={host} />
      </div>
    </>
  );
}

const tones = { OK: 'accepted', FAIL: 'rejected', SomeError: 'warning' } as const;

/** What the REST API would answer, in its own words. */
const Answer = memo(function Answer({ answer }: { readonly answer: RestAnswer }) {
  const { t } = useWords();
  return (
    <section className={css['answer']} aria-label={t('compose.rest.answer')}>
      <Fold
        title={t('compose.rest.answer')}
        note={
          <Chip tone={tones[answer.ActionStatus]}>
            {answer.ErrorCode === 0 ? answer.ActionStatus : `${answer.ActionStatus} ${answer.ErrorCode}`}
          </Chip>
        }
      >
        <pre className={css['answerText']}>{JSON.stringify(answer, null, 2)}</pre>
      </Fold>
      {answer.ErrorInfo !== '' && <p className={css['errorInfo']}>{answer.ErrorInfo}</p>}
      {answer.ErrorCode !== 0 && (
        <a className={css['errorInfo']} href={routeOf('codes', `im/${answer.ErrorCode}`)}>
          {t('codes.what.code', { code: String(answer.ErrorCode) })}
        </a>
      )}
    </section>
  );
});
