import { useState } from 'react';
import type { LibraryEntry } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirm, Dialog } from '../../../ui/dialog.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { wordsIn } from './file-words.ts';

/** Another name for a file of one's own, or its end. */
export function OwnFileActions({ entry }: { readonly entry: LibraryEntry }) {
  const { t } = useWords();
  const { presets, ui } = useStores();
  const [asking, setAsking] = useState<'rename' | 'remove' | null>(null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const close = () => setAsking(null);
  const remove = () => {
    presets.remove(entry).then(
      () => setFailure(null),
      (error: unknown) => {
        setFailure(asCallFailure(error));
        ui.say(t(`error.${asCallFailure(error).code}.title`, { file: entry.file }));
      },
    );
  };
  return (
    <>
      <Button small onClick={() => setAsking('rename')}>
        {t('compose.presets.rename')}
      </Button>
      <Button small look="danger" onClick={() => setAsking('remove')}>
        {t('compose.presets.remove')}
      </Button>
      {failure && <FailureNote failure={failure} />}
      {asking === 'rename' && <RenameDialog entry={entry} onClose={close} />}
      <Confirm
        open={asking === 'remove'}
        title={t('compose.presets.remove.title', { file: entry.file })}
        about={t('compose.presets.remove.about')}
        action={t('compose.presets.remove.do')}
        onConfirm={remove}
        onClose={close}
      />
    </>
  );
}

function RenameDialog({ entry, onClose }: { readonly entry: LibraryEntry; readonly onClose: () => void }) {
  const { t, locale } = useWords();
  const { presets } = useStores();
  const [name, setName] = useState(() => wordsIn(entry.content.name, locale));
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const rename = () => {
    presets.rename(entry, name).then(onClose, (error: unknown) => setFailure(asCallFailure(error)));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('compose.presets.rename.title', { file: entry.file })}
      foot={
        <Button look="primary" disabled={name.trim() === ''} onClick={rename}>
          {t('compose.presets.rename.do')}
        </Button>
      }
    >
      {failure && <FailureNote failure={failure} />}
      <Field label={t('compose.presets.save.name')}>
        {(ids) => (
          <TextInput
            {...ids}
            value={name}
            maxLength={200}
            onText={setName}
            onKeyDown={(event) => event.key === 'Enter' && name.trim() !== '' && rename()}
          />
        )}
      </Field>
    </Dialog>
  );
}
