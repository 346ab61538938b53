import { useId, useState } from 'react';
import type { Credential, VendorId } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { entryKey } from '../model/chosen.ts';
import { asksPassword, type ImportFile } from '../model/import-form.ts';
import { ChosenFile, ImportSource } from './import-source.tsx';
import { ImportDetails } from './import-details.tsx';
import { PasswordStep } from './password-step.tsx';
import { readFile } from './read-file.ts';
import { useInspection } from './use-inspection.ts';
import css from './import-dialog.module.css';

/** What the dialog was opened with: a file or nothing yet, for a new credential or in place of one. */
export interface ImportRequest {
  readonly file: ImportFile | null;
  readonly replaced: Credential | null;
}

/** Looks into a file, asks what it cannot tell, saves it. Nothing is stored before the last button. */
export function ImportDialog({ request, onClose }: { readonly request: ImportRequest; readonly onClose: () => void }) {
  const { t } = useWords();
  const { ui } = useStores();
  const formId = useId();
  const { replaced } = request;
  const inspection = useInspection(request.file);
  const [isSaving, setIsSaving] = useState(false);
  const { file, opened, failure, isBusy } = inspection;

  const takeFiles = async (files: readonly File[]) => {
    const [first] = files;
    if (!first) return;
    const read = await readFile(first);
    if (read.ok) inspection.choose(read.file);
    else inspection.refuse(read.failure);
  };
  const saved = (credential: Credential) => {
    ui.say(
      t(replaced ? 'credentials.import.renewed' : 'credentials.import.done', {
        name: credential.name,
        id: credential.certificateId,
      }),
    );
    onClose();
    ui.choose('credentials', entryKey('credential', credential.id));
  };
  const needsPassword = asksPassword(failure);
  const isOther = replaced !== null && opened !== null && opened.preview.vendor !== replaced.vendor;

  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={replaced ? t('credentials.import.renew', { name: replaced.name }) : t('credentials.import.title')}
      about={
        replaced ? t('credentials.import.renew.about', { id: replaced.certificateId }) : t('credentials.import.about')
      }
      foot={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          {opened ? (
            <Button look="primary" type="submit" form={formId} disabled={isSaving || isOther}>
              {t(replaced ? 'credentials.import.replace' : 'credentials.import.save')}
            </Button>
          ) : (
            needsPassword && (
              <Button look="primary" type="submit" form={formId} disabled={isBusy}>
                {t('credentials.import.open')}
              </Button>
            )
          )}
        </>
      }
    >
      {file ? (
        <ChosenFile
          file={file}
          vendor={opened?.preview.vendor ?? null}
          kind={opened?.preview.kind ?? null}
          onOther={() => inspection.choose(null)}
        />
      ) : (
        <ImportSource onFiles={(files) => void takeFiles(files)} onText={inspection.choose} />
      )}
      {isBusy && !needsPassword && (
        <p role="status" className={css['busy']}>
          {t('credentials.import.reading')}
        </p>
      )}
      {needsPassword && !opened && failure && (
        <PasswordStep formId={formId} failure={failure} isBusy={isBusy} onPassword={inspection.openWith} />
      )}
      {failure && !needsPassword && (
        <div className={css['refusal']}>
          <FailureNote failure={failure} />
        </div>
      )}
      {opened && isOther && <OtherVendor found={opened.preview.vendor} expected={replaced.vendor} />}
      {opened && !isOther && (
        <ImportDetails
          key={opened.file.contentB64}
          formId={formId}
          opened={opened}
          replaced={replaced}
          onSaving={setIsSaving}
          onSaved={saved}
        />
      )}
    </Dialog>
  );
}

/** A file of another vendor cannot stand in for the credential. */
function OtherVendor({ found, expected }: { readonly found: VendorId; readonly expected: VendorId }) {
  const { t } = useWords();
  const vendors = useFrom('settings', (state) => state.vendors);
  const labelOf = (id: VendorId) => vendors.find((vendor) => vendor.id === id)?.label ?? id;
  return (
    <p role="alert" className={css['stop']}>
      {t('credentials.import.otherVendor', { found: labelOf(found), expected: labelOf(expected) })}
    </p>
  );
}
