import { EditorView } from '@codemirror/view';
import { Braces } from 'lucide-react';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Locale, Problem, RestAnswer, RestCall } from '../../../../../shared/contract/index.ts';
import type { JsonSchema } from '../../../../../shared/kit/json-schema.ts';
import { useWords } from '../../../i18n/index.ts';
import type { RestText } from '../../../stores/compose-store.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { CodeEditor, type EditorSchema } from '../../../ui/code-editor.tsx';
import { CopyButton } from '../../../ui/copy.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { placeOf, pretty } from '../../../ui/json-places.ts';
import { Chip } from '../../../ui/marks.tsx';
import { Banner, ProblemRow } from '../../../ui/notes.tsx';
import { mendJson } from '../model/mend-json.ts';
import { payloadMarks } from '../model/payload-marks.ts';
import css from './rest.module.css';

/** The message as the JSON of its REST call. It follows the form, and the form follows it. */
export function RestJson() {
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

const paths: Readonly<Record<RestCall, string>> = {
  sendmsg: 'v4/openim/sendmsg',
  batchsendmsg: 'v4/openim/batchsendmsg',
  send_group_msg: 'v4/group_open_http_svc/send_group_msg',
};

function RestEditor({ rest }: { readonly rest: RestText }) {
  const { t, say } = useWords();
  const { compose } = useStores();
  const schema = useRestSchema(rest.call);
  const host = useRef<HTMLDivElement>(null);
  const { text, problems } = rest;
  const marks = useMemo(() => payloadMarks(text, problems, (problem) => say(problem.phrase)), [text, problems, say]);
  const goTo = (problem: Problem) => {
    const content = host.current?.querySelector<HTMLElement>('.cm-content');
    const view = content && EditorView.findFromDOM(content);
    if (!view) return;
    const { from, to } = placeOf(text, problem.path);
    view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
    view.focus();
  };
  return (
    <>
      <div className={css['bar']}>
        <code className={css['call']} title={`POST ${paths[rest.call]}`}>
          {rest.call}
        </code>
        <IconButton
          icon={<Braces />}
          label={t('compose.rest.format')}
          small
          onClick={() => compose.replaceRest(pretty(text))}
        />
        <CopyButton text={text} label={t('compose.rest.copy')} />
      </div>
      <Mend text={text} />
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
        {problems.length > 0 && (
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
        )}
      </div>
    </>
  );
}

/** What word processors and chats did to the JSON, and the press that mends it. */
function Mend({ text }: { readonly text: string }) {
  const { t } = useWords();
  const { compose } = useStores();
  const mended = useMemo(() => mendJson(text), [text]);
  if (!mended) return null;
  return (
    <Banner
      tone="warning"
      action={
        <Button small onClick={() => compose.replaceRest(mended.text)}>
          {t('compose.json.mend')}
        </Button>
      }
    >
      {t('compose.json.broken', {
        mistakes: mended.mistakes.map((mistake) => t(`compose.json.${mistake}`)).join(t('compose.list.comma')),
      })}
    </Banner>
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
    </section>
  );
});

interface Loaded {
  readonly call: RestCall;
  readonly locale: Locale;
  readonly schema: JsonSchema;
}

/** The schema of a call in the window's language; null until it is there. */
const useRestSchema = (call: RestCall): EditorSchema | null => {
  const { client } = useStores();
  const { t, locale } = useWords();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    let isCurrent = true;
    client.compose.restSchema({ call, locale }).then(
      ({ schema }) => {
        if (isCurrent) setLoaded({ call, locale, schema });
      },
      // Without it the editor is still an editor; what is wrong with the connection is said elsewhere.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [client, call, locale]);
  return useMemo(() => {
    if (loaded?.call !== call || loaded.locale !== locale) return null;
    const words = {
      values: t('compose.schema.values'),
      needed: t('compose.schema.needed'),
      completions: t('compose.schema.completions'),
    };
    return { schema: loaded.schema, words };
  }, [loaded, call, locale, t]);
};
