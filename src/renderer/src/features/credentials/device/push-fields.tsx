import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { ChoiceField, SegmentField, TextField } from '../editor/fields.tsx';
import { FieldGrid, Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import { fromField, timeText, toField } from '../model/dates.ts';
import { reportedCredential, vendorsOf, withTokenState, type DeviceForm } from '../model/device-form.ts';
import { TokenField } from './token-field.tsx';

/** How a push reaches the phone: vendor, token, environment, and the certificate ID the app reported. */
export function PushFields({ editor }: { readonly editor: Editor<DeviceForm> }) {
  const { t, locale } = useWords();
  const vendors = useFrom('settings', (state) => state.vendors);
  const { value, set, errorOf } = editor;
  return (
    <Section title={t('credentials.device.push')}>
      <FieldGrid>
        <ChoiceField
          label={t('credentials.field.vendor')}
          error={errorOf('vendor')}
          value={value.vendor}
          choices={vendorsOf(value.platform, vendors).map(({ id, label }) => ({ value: id, label }))}
          onChoose={(vendor) => set({ vendor })}
        />
        {value.vendor === 'apns' && (
          <SegmentField
            label={t('credentials.field.environment')}
            hint={t(`credentials.environment.${value.environment}.about`)}
            value={value.environment}
            segments={(['sandbox', 'production'] as const).map((environment) => ({
              value: environment,
              label: t(`credentials.environment.${environment}`),
            }))}
            onChange={(environment) => set({ environment })}
          />
        )}
        <CertificateIdField editor={editor} />
      </FieldGrid>
      <TokenField
        vendor={value.vendor}
        token={value.token}
        error={errorOf('token')}
        reported={
          value.token !== null && value.tokenReportedAtMs !== null
            ? t('credentials.token.reported', { time: timeText(value.tokenReportedAtMs, locale) })
            : undefined
        }
        onToken={(token) => set({ token })}
      />
      <TokenState editor={editor} />
    </Section>
  );
}

function CertificateIdField({ editor }: { readonly editor: Editor<DeviceForm> }) {
  const { t } = useWords();
  const credentials = useFrom('credentials', (state) => state.credentials);
  const { value, set, errorOf } = editor;
  const reported = reportedCredential(value, credentials);
  return (
    <TextField
      label={t('credentials.field.certificateId')}
      hint={t(`credentials.field.certificateId.${reported.state}`, { name: reported.name })}
      error={errorOf('certificateId')}
      value={value.certificateId === null ? '' : String(value.certificateId)}
      placeholder={t('credentials.field.certificateId.placeholder')}
      inputMode="numeric"
      onText={(text) => {
        const digits = text.replaceAll(/\D/g, '');
        set({ certificateId: digits === '' ? null : Number(digits) });
      }}
      suggestions={credentials.filter((one) => one.vendor === value.vendor).map((one) => String(one.certificateId))}
    />
  );
}

function TokenState({ editor }: { readonly editor: Editor<DeviceForm> }) {
  const { t } = useWords();
  const { value, set } = editor;
  return (
    <FieldGrid>
      <SegmentField
        label={t('credentials.field.tokenState')}
        hint={t(`credentials.tokenState.${value.tokenState}.about`)}
        value={value.tokenState}
        segments={(['active', 'unregistered', 'expired'] as const).map((state) => ({
          value: state,
          label: t(`credentials.tokenState.${state}`),
        }))}
        onChange={(state) => set(withTokenState(value, state, Date.now()))}
      />
      {value.tokenState !== 'active' && (
        <TextField
          label={t('credentials.field.tokenDeadAt')}
          hint={t('credentials.field.tokenDeadAt.hint')}
          type="datetime-local"
          value={value.tokenDeadAtMs === null ? '' : toField(value.tokenDeadAtMs)}
          onText={(text) => set({ tokenDeadAtMs: fromField(text) })}
        />
      )}
    </FieldGrid>
  );
}
