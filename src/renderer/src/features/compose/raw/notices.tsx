import { useMemo, type ReactNode } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import type { Tone } from '../../../ui/marks.tsx';
import { Banner, FailureNote } from '../../../ui/notes.tsx';
import { mendJson } from '../model/mend-json.ts';
import type { Recogniser } from './use-recognise.ts';
import css from './raw.module.css';

/** The panes this stands in are narrow: the buttons go below the words. */
function Note(props: { readonly tone: Tone; readonly children: ReactNode; readonly actions: ReactNode }) {
  return (
    <Banner tone={props.tone}>
      {props.children}
      <div className={css['noteActions']}>{props.actions}</div>
    </Banner>
  );
}

/** A private key was pasted. It goes to the credential import and nowhere else. */
export function CredentialNote() {
  const { t } = useWords();
  const { ui } = useStores();
  return (
    <Note
      tone="warning"
      actions={
        <Button small onClick={() => ui.go('credentials', 'new:credential')}>
          {t('compose.paste.toCredentials')}
        </Button>
      }
    >
      <p>{t('compose.paste.credential')}</p>
    </Note>
  );
}

/** What was made of the last text that came in, and what can be mended in the one that is there. */
export function Notices(props: {
  /** Null while another part of the window says what was made of it. */
  readonly recogniser: Recogniser | null;
  readonly payload: string;
  readonly onMend: (payload: string) => void;
}) {
  const { recogniser, payload, onMend } = props;
  const { t } = useWords();
  const mended = useMemo(() => mendJson(payload), [payload]);
  return (
    <div className={css['notices']}>
      {recogniser && <PasteNote recogniser={recogniser} />}
      {mended && (
        <Note
          tone="warning"
          actions={
            <Button small onClick={() => onMend(mended.text)}>
              {t('compose.json.mend')}
            </Button>
          }
        >
          <p>
            {t('compose.json.broken', {
              mistakes: mended.mistakes.map((mistake) => t(`compose.json.${mistake}`)).join(t('compose.list.comma')),
            })}
          </p>
        </Note>
      )}
    </div>
  );
}

function PasteNote({ recogniser }: { readonly recogniser: Recogniser }) {
  const { t, say } = useWords();
  const { notice, takeBack, forget } = recogniser;
  if (!notice) return null;
  const close = (
    <Button small onClick={forget}>
      {t('compose.paste.close')}
    </Button>
  );
  switch (notice.kind) {
    case 'credential':
      return <CredentialNote />;
    case 'failed':
      return <FailureNote failure={notice.failure} />;
    case 'nothing':
      return (
        <Note tone="warning" actions={close}>
          <p>{t('compose.paste.nothing')}</p>
        </Note>
      );
    default:
      return (
        <Note
          tone="imported"
          actions={
            <>
              <Button small onClick={takeBack}>
                {t('compose.paste.back')}
              </Button>
              {close}
            </>
          }
        >
          <p>{t('compose.paste.taken', { what: say(notice.candidate.phrase) })}</p>
          {notice.candidate.left.map((left) => (
            <p key={left.id} className={css['left']}>
              {say(left)}
            </p>
          ))}
        </Note>
      );
  }
}
