import type { VendorInfo } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Field, Select, TextInput } from '../../../ui/field.tsx';
import type { RawDraft } from '../model/raw-draft.ts';

/** The choice that stands for a token of no simulated phone. No id looks like this. */
const aToken = '(token)';
const automatic = '';

/** Who gets the payload and as whom: vendor, phone or token, credential. */
export function RawTargetFields({
  raw,
  vendor,
  tokenError,
}: {
  readonly raw: RawDraft;
  readonly vendor: VendorInfo;
  /** What is wrong with the token. */
  readonly tokenError: string | undefined;
}) {
  const { t } = useWords();
  const { compose } = useStores();
  const vendors = useFrom('settings', (state) => state.vendors);
  const devices = useFrom('workspace', (state) => state.devices);
  const credentials = useFrom('credentials', (state) => state.credentials);
  const { target, credentialId } = raw;
  const phones = devices.filter((device) => device.vendor === raw.vendor);
  const own = credentials.filter((credential) => credential.vendor === raw.vendor);
  /** An entry that was removed stays visible as what the draft names. */
  const gone = (entries: readonly { readonly id: string }[], id: string | null) =>
    id === null || entries.some((one) => one.id === id)
      ? []
      : [{ value: id, label: t('compose.party.unknown', { id }) }];
  return (
    <>
      <Field label={t('compose.raw.vendor')}>
        {(ids) => (
          <Select
            {...ids}
            value={vendor.id}
            choices={vendors.map(({ id, label }) => ({ value: id, label }))}
            onChoose={compose.chooseVendor}
          />
        )}
      </Field>
      <Field label={t('compose.raw.target')}>
        {(ids) => (
          <Select
            {...ids}
            value={target.kind === 'device' ? target.deviceId : aToken}
            choices={[
              ...phones.map(({ id, name }) => ({ value: id, label: name })),
              ...gone(phones, target.kind === 'device' ? target.deviceId : null),
              { value: aToken, label: t('compose.raw.target.token') },
            ]}
            onChoose={(value) =>
              compose.editRaw({
                ...raw,
                target: value === aToken ? { kind: 'token', token: '' } : { kind: 'device', deviceId: value },
              })
            }
          />
        )}
      </Field>
      {target.kind === 'token' && (
        <Field label={t('compose.raw.token')} error={target.token === '' ? undefined : tokenError}>
          {(ids) => (
            <TextInput
              {...ids}
              data-field="option.token"
              mono
              value={target.token}
              placeholder={t('compose.raw.token.placeholder')}
              onText={(token) => compose.editRaw({ ...raw, target: { kind: 'token', token } })}
            />
          )}
        </Field>
      )}
      <Field label={t('compose.raw.credential')}>
        {(ids) => (
          <Select
            {...ids}
            data-field="option.credential"
            value={credentialId ?? automatic}
            choices={[
              { value: automatic, label: t('compose.raw.credential.auto') },
              ...own.map(({ id, name, certificateId }) => ({ value: id, label: `${name} (${certificateId})` })),
              ...gone(own, credentialId),
            ]}
            onChoose={(id) => compose.editRaw({ ...raw, credentialId: id === automatic ? null : id })}
          />
        )}
      </Field>
    </>
  );
}
