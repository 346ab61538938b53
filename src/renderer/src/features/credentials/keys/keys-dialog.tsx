import { useId, useState } from 'react';
import type { Credential } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { ChoiceField, TextField } from '../editor/fields.tsx';
import { FieldGrid } from '../editor/section.tsx';
import { entryKey } from '../model/chosen.ts';
import { isKeyVendor, withKeysApp, type KeyVendor } from '../model/keys-form.ts';
import type { FoundKeyFile } from './find-key-file.ts';
import { KeyFields } from './key-fields.tsx';
import { KeyFileSource } from './key-file.tsx';
import { useKeys, type Keys } from './use-keys.ts';
import css from './keys.module.css';

interface KeysDialogProps {
  /** The credential whose inside is replaced; null: a new one. */
  readonly replaced: Credential | null;
  /** A key file that is read already: the form begins with it. */
  readonly file?: FoundKeyFile | undefined;
  readonly onClose: () => void;
}

/** Takes the IDs and secrets that a vendor's console shows. Nothing is stored before the last button. */
export function KeysDialog(props: KeysDialogProps) {
  const all = useFrom('settings', (state) => state.vendors);
  const vendors = all.filter(isKeyVendor);
  const wanted = props.replaced?.vendor ?? props.file?.vendor;
  const first = wanted === undefined ? vendors[0] : vendors.find(({ id }) => id === wanted);
  return first ? <OpenDialog {...props} first={first} vendors={vendors} /> : null;
}

function OpenDialog(props: KeysDialogProps & { readonly first: KeyVendor; readonly vendors: readonly KeyVendor[] }) {
  const { replaced, vendors, onClose } = props;
  const { t } = useWords();
  const { ui } = useStores();
  const formId = useId();
  const [hasTried, setHasTried] = useState(false);
  const keys = useKeys({ first: props.first, vendors, replaced, file: props.file }, ({ id, name, certificateId }) => {
    ui.say(t(replaced ? 'credentials.import.renewed' : 'credentials.keys.done', { name, id: certificateId }));
    onClose();
    ui.choose('credentials', entryKey('credential', id));
  });
  const isNameless = keys.form.name.trim() === '';
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={replaced ? t('credentials.import.renew', { name: replaced.name }) : t('credentials.keys.title')}
      about={
        replaced ? t('credentials.import.renew.about', { id: replaced.certificateId }) : t('credentials.keys.about')
      }
      foot={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} disabled={keys.isBusy}>
            {t(replaced ? 'credentials.import.replace' : 'credentials.keys.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={css['form']}
        data-editor
        onSubmit={(event) => {
          event.preventDefault();
          setHasTried(true);
          if (!isNameless) void keys.save();
        }}
      >
        {keys.failure && <FailureNote failure={keys.failure} />}
        {!replaced && (
          <Belonging
            keys={keys}
            vendors={vendors}
            nameError={hasTried && isNameless ? t('credentials.problem.name') : undefined}
          />
        )}
        <KeyFileSource key={keys.vendor.id} keys={keys} />
        <KeyFields keys={keys} isRenewal={replaced !== null} />
      </form>
    </Dialog>
  );
}

/** Whose keys they are, what to call them, and which app they are for. */
function Belonging(props: {
  readonly keys: Keys;
  readonly vendors: readonly KeyVendor[];
  readonly nameError: string | undefined;
}) {
  const { t } = useWords();
  const { form, vendor, apps, change, chooseVendor } = props.keys;
  const app = apps.find(({ id }) => id === form.appId);
  return (
    <>
      <FieldGrid>
        <ChoiceField
          label={t('credentials.keys.vendor')}
          value={form.vendor}
          choices={props.vendors.map(({ id, label }) => ({ value: id, label }))}
          onChoose={chooseVendor}
        />
        <TextField
          label={t('credentials.field.name')}
          error={props.nameError}
          value={form.name}
          onText={(name) => change((before) => ({ ...before, name }))}
        />
        <ChoiceField
          label={t('credentials.field.app')}
          value={form.appId ?? ''}
          choices={[
            { value: '', label: t('credentials.field.app.none') },
            ...apps.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChoose={(id) => change((before) => withKeysApp(before, id === '' ? null : id, apps))}
        />
      </FieldGrid>
      {app && (
        <ToggleRow
          label={t('credentials.import.useForApp', { app: app.name, vendor: vendor.label })}
          hint={t('credentials.import.useForApp.hint')}
          on={form.useForApp}
          onChange={(useForApp) => change((before) => ({ ...before, useForApp }))}
        />
      )}
    </>
  );
}
