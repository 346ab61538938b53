import { useState } from 'react';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import css from './picker.module.css';

/** Where own files are, why they cannot be read, and the way to another folder. */
export function FolderLine() {
  const { t, say } = useWords();
  const library = useFrom('presets', (state) => state.library);
  const [open, setOpen] = useState(false);
  return (
    <div className={css['folder']}>
      {library?.problem ? (
        <p role="alert" className={css['problem']}>
          {say(library.problem)}
        </p>
      ) : (
        <p className={css['path']} title={library?.folder}>
          {t('compose.presets.folder')} <code>{library?.folder}</code>
        </p>
      )}
      {library?.chosenBy === 'flag' ? (
        <p className={css['fixed']}>{t('compose.presets.folder.fixed')}</p>
      ) : (
        <Button small look="quiet" onClick={() => setOpen(true)}>
          {t('compose.presets.folder.change')}
        </Button>
      )}
      {open && <FolderDialog onClose={() => setOpen(false)} />}
    </div>
  );
}

function FolderDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { client, presets } = useStores();
  const current = useFrom('settings', (state) => state.settings.presetsFolder);
  const [folder, setFolder] = useState(current);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const use = async () => {
    try {
      await client.settings.update({ presetsFolder: folder });
      await presets.load();
      onClose();
    } catch (error) {
      setFailure(asCallFailure(error));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('compose.presets.folder.title')}
      about={t('compose.presets.folder.about')}
      foot={
        <Button look="primary" onClick={() => void use()}>
          {t('compose.presets.folder.use')}
        </Button>
      }
    >
      {failure && <FailureNote failure={failure} />}
      <Field label={t('compose.presets.folder.field')} stacked>
        {(ids) => (
          <TextInput
            {...ids}
            mono
            value={folder}
            maxLength={4096}
            onText={setFolder}
            onKeyDown={(event) => event.key === 'Enter' && void use()}
          />
        )}
      </Field>
    </Dialog>
  );
}
