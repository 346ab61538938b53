import { useWords } from '../../../i18n/index.ts';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { SegmentField, TextField } from '../editor/fields.tsx';
import { FieldGrid, Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import { sdkGeneration, sdkVersions, type DeviceForm } from '../model/device-form.ts';

/** What the app on the phone is built with, and where the phone is: rules of vendors and of old SDKs go by it. */
export function SdkFields({ editor }: { readonly editor: Editor<DeviceForm> }) {
  const { t } = useWords();
  const { value, set, errorOf } = editor;
  const isAndroid = value.platform === 'android';
  const generation = sdkGeneration(value.sdkVersion, value.platform);
  return (
    <Section title={t('credentials.device.sdk')} about={t('credentials.device.sdk.about')}>
      <FieldGrid>
        <TextField
          label={t('credentials.field.sdkVersion')}
          hint={t(`credentials.sdk.${generation}`)}
          error={errorOf('sdkVersion')}
          value={value.sdkVersion}
          onText={(sdkVersion) => set({ sdkVersion })}
          suggestions={sdkVersions}
        />
        {isAndroid && (
          <TextField
            label={t('credentials.field.vendorSdkVersion')}
            hint={t('credentials.field.vendorSdkVersion.hint')}
            value={value.vendorSdkVersion}
            onText={(vendorSdkVersion) => set({ vendorSdkVersion })}
            placeholder={t('credentials.field.vendorSdkVersion.placeholder')}
          />
        )}
        <SegmentField
          label={t('credentials.field.region')}
          value={value.region}
          segments={(['elsewhere', 'mainland-china'] as const).map((region) => ({
            value: region,
            label: t(`credentials.region.${region}`),
          }))}
          onChange={(region) => set({ region })}
        />
        <SegmentField
          label={t('credentials.field.reach')}
          hint={t(`credentials.reach.${value.reach}.about`)}
          value={value.reach}
          segments={(['online', 'saving-power', 'offline'] as const).map((reach) => ({
            value: reach,
            label: t(`credentials.reach.${reach}`),
          }))}
          onChange={(reach) => set({ reach })}
        />
      </FieldGrid>
      {isAndroid && <AndroidParts editor={editor} />}
    </Section>
  );
}

function AndroidParts({ editor: { value, set } }: { readonly editor: Editor<DeviceForm> }) {
  const { t } = useWords();
  return (
    <>
      <ToggleRow
        label={t('credentials.field.playServices')}
        hint={t('credentials.field.playServices.hint')}
        on={value.playServices}
        onChange={(playServices) => set({ playServices })}
      />
      <ToggleRow
        label={t('credentials.field.vendorPushSupported')}
        hint={t('credentials.field.vendorPushSupported.hint')}
        on={value.vendorPushSupported}
        onChange={(vendorPushSupported) => set({ vendorPushSupported })}
      />
      <ToggleRow
        label={t('credentials.field.offlineCallbackRegistered')}
        hint={t('credentials.field.offlineCallbackRegistered.hint')}
        on={value.offlineCallbackRegistered}
        onChange={(offlineCallbackRegistered) => set({ offlineCallbackRegistered })}
      />
    </>
  );
}
