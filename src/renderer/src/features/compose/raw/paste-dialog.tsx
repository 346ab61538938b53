import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { pasteKindOf } from '../model/paste-kind.ts';
import { CredentialNote } from './notices.tsx';
import type { Recogniser } from './use-recognise.ts';

/** A place to put a text into when the clipboard cannot be pasted at once, or when nothing was made of it. */
export function PasteDialog(props: {
  readonly recogniser: Recogniser;
  /** The text to begin with. */
  readonly text: string;
  readonly onClose: () => void;
}) {
  const { recogniser } = props;
  const { notice } = recogniser;
  const { t } = useWords();
  const [text, setText] = useState(props.text);
  const close = () => {
    recogniser.forget();
    props.onClose();
  };
  const read = async () => {
    const readout = await recogniser.read(text);
    if (readout === 'used') props.onClose();
    // A key that was typed or pasted past the check below leaves the screen at once.
    if (readout === 'credential') setText('');
  };
  const open = async (chosen: File) => {
    const { readout, text: content } = await recogniser.readFile(chosen);
    if (readout === 'used') props.onClose();
    if (readout === 'unread') setText(content);
  };
  return (
    <Dialog
      open
      wide
      onClose={close}
      title={t('compose.paste.title')}
      about={t('compose.paste.about')}
      foot={
        <>
          <FileButton
            icon={<FolderOpen />}
            accept=".apns,.json,.txt,.sh,.log"
            spoken={t('compose.paste.file')}
            onFile={(file) => void open(file)}
          >
            {t('compose.paste.file')}
          </FileButton>
          <Button onClick={close}>{t('action.cancel')}</Button>
          <Button look="primary" disabled={text.trim() === ''} onClick={() => void read()}>
            {t('compose.paste.read')}
          </Button>
        </>
      }
    >
      {notice?.kind === 'credential' && <CredentialNote />}
      {notice?.kind === 'failed' && <FailureNote failure={notice.failure} />}
      <Field
        label={t('compose.paste.text')}
        stacked
        error={notice?.kind === 'nothing' ? t('compose.paste.nothing') : undefined}
      >
        {(ids) => (
          <TextArea
            {...ids}
            tall
            mono
            value={text}
            onText={(next) => {
              setText(next);
              recogniser.forget();
            }}
            onPaste={(event) => {
              // A private key is refused before it becomes text on the screen.
              if (pasteKindOf(event.clipboardData.getData('text/plain')) !== 'credential') return;
              event.preventDefault();
              recogniser.refuse();
            }}
          />
        )}
      </Field>
    </Dialog>
  );
}
