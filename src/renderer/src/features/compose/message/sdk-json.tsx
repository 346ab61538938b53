import { Braces } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { keyOf, partOf, type SdkSubject, type SdkText } from '../../../stores/sdk-store.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { CodeEditor } from '../../../ui/code-editor.tsx';
import { CopyButton } from '../../../ui/copy.tsx';
import { pretty } from '../../../ui/json-places.ts';
import { Banner, FailureNote } from '../../../ui/notes.tsx';
import { patchMessage } from '../model/message-draft.ts';
import { payloadMarks } from '../model/payload-marks.ts';
import type { JsonShape } from '../model/sdk-shape.ts';
import { appFor } from '../model/sender.ts';
import { JsonMend } from './json-mend.tsx';
import { JsonProblems } from './json-problems.tsx';
import { ShapeSelect } from './shape-select.tsx';
import { useSchema } from './use-schema.ts';
import css from './rest.module.css';

/** The push of the message as an SDK is handed it, or an account's own settings. It follows the form, and the form follows it. */
export function SdkJson({ subject }: { readonly subject: SdkSubject }) {
  const { t } = useWords();
  const { sdk } = useStores();
  const text = useFrom('sdk', (state) => state.texts[keyOf(subject)]);
  const failure = useFrom('sdk', (state) => state.failure);
  const about = useAbout(subject);
  useEffect(() => {
    if (about !== undefined) void sdk.follow(subject);
  }, [sdk, subject, about]);
  return (
    <div className={css['rest']}>
      <div className={css['bar']}>
        <ShapeSelect />
        {text && (
          <>
            <IconButton
              icon={<Braces />}
              label={t('compose.rest.format')}
              small
              onClick={() => sdk.edit(subject, pretty(text.text))}
            />
            <CopyButton text={text.text} label={t('compose.rest.copy')} />
          </>
        )}
      </div>
      {failure && <FailureNote failure={failure} />}
      {text ? (
        <SdkEditor subject={subject} known={text} />
      ) : (
        <p className={css['waiting']}>{t('compose.rest.waiting')}</p>
      )}
    </div>
  );
}

/** What the text is about as it is now: a part of the message, or an account. */
const useAbout = (subject: SdkSubject): unknown => {
  const part = useFrom('compose', ({ draft }) =>
    draft && !('accountId' in subject) ? partOf(subject.shape, draft.message) : undefined,
  );
  const account = useFrom('workspace', ({ accounts }) =>
    'accountId' in subject ? accounts.find((one) => one.id === subject.accountId) : undefined,
  );
  return 'accountId' in subject ? account : part;
};

function SdkEditor({ subject, known }: { readonly subject: SdkSubject; readonly known: SdkText }) {
  const { t, say } = useWords();
  const { sdk } = useStores();
  const host = useRef<HTMLDivElement>(null);
  const { text, problems, looksLike, isBehind } = known;
  const schema = useSchema({ shape: subject.shape });
  const marks = useMemo(() => payloadMarks(text, problems, (problem) => say(problem.phrase)), [text, problems, say]);
  return (
    <>
      <JsonMend text={text} onMend={(mended) => sdk.edit(subject, mended)} />
      {looksLike && (
        <OtherShape found={looksLike} expected={subject.shape} text={text} onTaken={() => sdk.drop(subject)} />
      )}
      <div ref={host} className={css['editor']}>
        <CodeEditor
          key={keyOf(subject)}
          label={subject.shape}
          value={text}
          onChange={(next) => sdk.edit(subject, next)}
          marks={marks}
          schema={schema}
        />
      </div>
      <div className={css['below']}>
        {/* Below, where it moves no line that somebody is writing. */}
        {isBehind && !looksLike && (
          <p className={css['about']} role="status">
            {t('compose.shape.behind', { shape: subject.shape })}{' '}
            <Button small onClick={() => sdk.drop(subject)}>
              {t('compose.rest.drop')}
            </Button>
          </p>
        )}
        <JsonProblems text={text} problems={problems} host={host} />
        <p className={css['about']}>{t(`compose.shape.${subject.shape}.about`)}</p>
        <SenderNote shape={subject.shape} />
      </div>
    </>
  );
}

/** An app hands over such an object, and what an app sends is decided differently from a call: the press that makes it one. */
function SenderNote({ shape }: { readonly shape: JsonShape }) {
  const { t } = useWords();
  const { compose } = useStores();
  const client = useFrom('compose', (state) => state.draft?.message.client);
  const app = shape === 'rest' ? null : appFor(shape, client);
  if (app?.kind !== 'sdk') return null;
  const { version } = app;
  return (
    <p className={css['about']}>
      {t(client?.kind === 'sdk' ? 'compose.shape.otherSdk' : 'compose.shape.notSdk')}{' '}
      <Button small onClick={() => compose.edit((draft) => patchMessage(draft, { client: app }))}>
        {t('compose.shape.send', { version })}
      </Button>
    </p>
  );
}

/** A text that is another object than the one that belongs here, and the press that reads it as what it is. */
export function OtherShape(props: {
  readonly found: JsonShape;
  readonly expected: JsonShape;
  readonly text: string;
  /** The text has its place now. */
  readonly onTaken: () => void;
}) {
  const { found, expected, text, onTaken } = props;
  const { t } = useWords();
  const { compose, sdk, workspace } = useStores();
  const read = () => {
    if (found === 'rest') {
      onTaken();
      sdk.choose({ shape: 'rest' });
      compose.replaceRest(text);
      return;
    }
    const recipient = compose.getState().draft?.message.conversation;
    const userId = recipient?.kind === 'c2c' ? recipient.to : compose.getState().draft?.message.from;
    const account = workspace.getState().accounts.find((one) => one.userId === userId);
    // Without an account the text has no other place: it stays in this one.
    if (found === 'TIMOfflinePushSettings' && !account) return;
    const subject =
      found === 'TIMOfflinePushSettings' ? { shape: found, accountId: account?.id ?? '' } : { shape: found };
    onTaken();
    sdk.choose(subject);
    sdk.edit(subject, text);
  };
  return (
    <Banner
      tone="warning"
      action={
        <Button small onClick={read}>
          {t('compose.shape.read')}
        </Button>
      }
    >
      {t('compose.shape.looksLike', {
        found: t(`compose.shape.${found}.name`),
        expected: t(`compose.shape.${expected}.name`),
      })}
    </Banner>
  );
}
