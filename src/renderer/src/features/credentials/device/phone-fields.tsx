import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { ChoiceField, SegmentField, TextField } from '../editor/fields.tsx';
import { FieldGrid, Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import {
  languages,
  platformDefaults,
  platformsOf,
  withOwner,
  withPlatform,
  type DeviceForm,
} from '../model/device-form.ts';

/** What the phone is, whose it is, and what it looks like. */
export function PhoneFields({ editor }: { readonly editor: Editor<DeviceForm> }) {
  const { t } = useWords();
  const apps = useFrom('workspace', (state) => state.apps);
  const accounts = useFrom('workspace', (state) => state.accounts);
  const vendors = useFrom('settings', (state) => state.vendors);
  const { value, set, errorOf } = editor;
  const knowsOwner = value.userId === null || accounts.some((account) => account.userId === value.userId);
  return (
    <Section title={t('credentials.device.phone')}>
      <FieldGrid>
        <SegmentField
          label={t('credentials.field.platform')}
          value={value.platform}
          segments={platformsOf(vendors, value.platform).map((platform) => ({
            value: platform,
            label: t(`credentials.platform.${platform}`),
          }))}
          onChange={(platform) => set(withPlatform(value, platform, vendors))}
        />
        <TextField
          label={t('credentials.field.name')}
          error={errorOf('name')}
          value={value.name}
          onText={(name) => set({ name })}
          focused={editor.isNew}
        />
        <ChoiceField
          label={t('credentials.field.app')}
          error={errorOf('appId')}
          value={value.appId}
          choices={apps.map((app) => ({ value: app.id, label: app.name }))}
          onChoose={(appId) => set({ appId })}
        />
        <ChoiceField
          label={t('credentials.field.owner')}
          hint={t('credentials.field.owner.hint')}
          value={value.userId ?? ''}
          choices={[
            { value: '', label: t('credentials.row.nobody') },
            ...accounts.map((account) => ({
              value: account.userId,
              label: account.nickname ? `${account.nickname} (${account.userId})` : account.userId,
            })),
            ...(knowsOwner ? [] : [{ value: value.userId ?? '', label: value.userId ?? '' }]),
          ]}
          onChoose={(userId) => set(withOwner(value, userId === '' ? null : userId))}
        />
        <TextField
          label={t('credentials.field.model')}
          hint={t('credentials.field.model.hint')}
          error={errorOf('model')}
          value={value.model}
          onText={(model) => set({ model })}
          suggestions={platformDefaults[value.platform].models}
        />
        <TextField
          label={t('credentials.field.osVersion')}
          value={value.osVersion}
          onText={(osVersion) => set({ osVersion })}
        />
        <TextField
          label={t('credentials.field.locale')}
          hint={t('credentials.field.locale.hint')}
          value={value.locale}
          onText={(locale) => set({ locale })}
          suggestions={languages}
        />
        <SegmentField
          label={t('credentials.field.theme')}
          value={value.theme}
          segments={(['window', 'light', 'dark'] as const).map((theme) => ({
            value: theme,
            label: t(`credentials.theme.${theme}`),
          }))}
          onChange={(theme) => set({ theme })}
        />
      </FieldGrid>
    </Section>
  );
}
