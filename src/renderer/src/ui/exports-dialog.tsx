import { Save } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Draft, DraftExport, VendorId } from '../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../client/errors.ts';
import { useWords } from '../i18n/index.ts';
import { useStores } from '../stores/index.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copy.tsx';
import { Dialog } from './dialog.tsx';
import { downloadText } from './download.ts';
import css from './exports-dialog.module.css';
import { Sure } from './marks.tsx';
import { EmptyState, FailureNote } from './notes.tsx';

/** What is to be taken out: a draft, and for which phone, where that is known. */
export interface ExportSubject {
  readonly vendor: VendorId;
  readonly draft: Draft;
  readonly deviceId: string | null;
}

/** One form of the draft: what it is, the text itself, what to do with it, and what to know about it. */
function ExportView({ one }: { readonly one: DraftExport }) {
  const { t, say } = useWords();
  const { ui } = useStores();
  const name = say(one.label);
  const save = () => {
    downloadText(one.fileName, one.text, 'application/json');
    ui.say(t('exports.saved', { file: one.fileName }));
  };
  return (
    <section className={css['export']} aria-label={name}>
      <header className={css['head']}>
        <h3>{name}</h3>
        <CopyButton text={one.text} label={name} words={t('action.copy')} />
        {one.kind === 'file' && (
          <Button small look="primary" icon={<Save />} onClick={save}>
            {t('exports.save', { file: one.fileName })}
          </Button>
        )}
      </header>
      {/* A scrolling text has to be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as said above */}
      <pre className={css['text']} tabIndex={0} aria-label={name}>
        {one.text}
      </pre>
      {one.notes.length > 0 && (
        <ul className={css['notes']}>
          {one.notes.map((note) => (
            <li key={note.phrase.id}>
              <span>{say(note.phrase)}</span>
              <Sure certainty={note.certainty} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A draft in the forms that other tools take: files to save and command lines to copy. Null: closed. */
export function ExportsDialog(props: { readonly subject: ExportSubject | null; readonly onClose: () => void }) {
  const { subject, onClose } = props;
  const { t } = useWords();
  const { client } = useStores();
  const [answer, setAnswer] = useState<{
    readonly subject: ExportSubject;
    readonly exports: readonly DraftExport[];
    readonly failure: CallFailure | null;
  } | null>(null);
  useEffect(() => {
    if (!subject) return undefined;
    let isCurrent = true;
    const keep = (exports: readonly DraftExport[], failure: CallFailure | null) => {
      if (isCurrent) setAnswer({ subject, exports, failure });
    };
    client.compose.exports(subject).then(
      ({ exports }) => keep(exports, null),
      (error: unknown) => keep([], asCallFailure(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, subject]);
  const shown = answer !== null && answer.subject === subject ? answer : null;
  return (
    <Dialog open={subject !== null} wide onClose={onClose} title={t('exports.title')} about={t('exports.about')}>
      {shown?.failure && <FailureNote failure={shown.failure} />}
      {shown && !shown.failure && shown.exports.length === 0 && (
        <EmptyState title={t('exports.none')}>{t('exports.none.about')}</EmptyState>
      )}
      {shown?.exports.map((one) => (
        <ExportView key={one.id} one={one} />
      ))}
    </Dialog>
  );
}
