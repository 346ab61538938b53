import { useState } from 'react';
import type { Device, DeviceSuggestion } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, Select, TextInput } from '../../../ui/field.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { useVendorName } from '../../../ui/use-vendor-name.ts';
import { deviceOf, firstApp, misfit, newApp } from './device-form.ts';
import { Facts } from './facts.tsx';
import css from './add-device-dialog.module.css';

interface AddDeviceDialogProps {
  readonly suggestion: DeviceSuggestion;
  /** The token came by a paste and not with a push. */
  readonly isPasted?: boolean;
  readonly onClose: () => void;
  readonly onAdded: (device: Device) => void;
}

const formId = 'log-add-device';

/** A new phone for a captured token, filled in as far as the push tells; with a new app where the workspace has none for it. */
export function AddDeviceDialog({ suggestion, isPasted = false, onClose, onAdded }: AddDeviceDialogProps) {
  const { t } = useWords();
  const { client } = useStores();
  const vendorName = useVendorName();
  const apps = useFrom('workspace', (state) => state.apps);
  const accounts = useFrom('workspace', (state) => state.accounts);
  const [name, setName] = useState(suggestion.name);
  const [appId, setAppId] = useState(() => firstApp(suggestion, apps));
  const [userId, setUserId] = useState(suggestion.userId ?? '');
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isNamed = name.trim() !== '';
  const { appIdentifier, platform } = suggestion;
  const wrong = misfit(
    suggestion,
    apps.find((app) => app.id === appId),
  );

  const add = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const id =
        appId === newApp
          ? (await client.workspace.apps.create({ name: appIdentifier, identifiers: { [platform]: appIdentifier } })).id
          : appId;
      // Kept for a second try: the app is there now, whatever becomes of the phone.
      setAppId(id);
      onAdded(await client.workspace.devices.create(deviceOf(suggestion, { name, appId: id, userId })));
    } catch (error) {
      setFailure(asCallFailure(error));
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('log.device.title')}
      about={t(isPasted ? 'log.device.about.pasted' : 'log.device.about')}
      foot={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} disabled={!isNamed || isBusy}>
            {t('log.device.add')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (isNamed && !isBusy) void add();
        }}
      >
        {failure && <FailureNote failure={failure} />}
        <Field label={t('log.device.name')} error={isNamed ? undefined : t('log.device.name.missing')}>
          {/* The first thing to decide; a dialog takes the focus anyway. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          {(ids) => <TextInput {...ids} autoFocus value={name} onText={setName} maxLength={200} />}
        </Field>
        <Field
          label={t('log.device.app')}
          error={wrong ? t('log.device.app.wrong', wrong) : undefined}
          hint={appId === newApp ? t('log.device.app.new.about') : undefined}
        >
          {(ids) => (
            <Select
              {...ids}
              value={appId}
              onChoose={setAppId}
              choices={[
                ...(appIdentifier !== '' && firstApp(suggestion, apps) === newApp
                  ? [{ value: newApp, label: t('log.device.app.new', { identifier: appIdentifier }) }]
                  : []),
                ...apps.map((app) => ({ value: app.id, label: app.name })),
              ]}
            />
          )}
        </Field>
        <Field label={t('log.device.owner')} hint={t('log.device.owner.about')}>
          {(ids) => (
            <Select
              {...ids}
              value={userId}
              onChoose={setUserId}
              choices={[
                { value: '', label: t('log.device.owner.none') },
                ...accounts.map((account) => ({
                  value: account.userId,
                  label: account.nickname === '' ? account.userId : `${account.nickname} (${account.userId})`,
                })),
              ]}
            />
          )}
        </Field>
      </form>
      <Facts
        facts={[
          { id: 'vendor', label: t('log.column.vendor'), value: vendorName(suggestion.vendor) },
          { id: 'model', label: t('log.device.model'), value: `${suggestion.model}, ${suggestion.osVersion}` },
          { id: 'token', label: t('log.fact.token'), value: suggestion.token ?? '', mono: true },
        ]}
      />
    </Dialog>
  );
}
