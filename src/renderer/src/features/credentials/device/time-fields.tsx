import { useWords } from '../../../i18n/index.ts';
import { TextField } from '../editor/fields.tsx';
import { FieldGrid, Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import { fromField, toField } from '../model/dates.ts';
import type { DeviceForm } from '../model/device-form.ts';
import { useNow } from '../use-now.ts';

/** When the things happened that rules count from: a killed phone is pushed to for some days, a token has to follow its login. */
export function TimeFields({ editor: { value, set } }: { readonly editor: Editor<DeviceForm> }) {
  const { t } = useWords();
  const nowMs = useNow();
  const daysKilled =
    value.appState === 'killed' && value.appStateAtMs > 0
      ? Math.floor((nowMs - value.appStateAtMs) / 86_400_000)
      : null;
  return (
    <Section title={t('credentials.device.times')} about={t('credentials.device.times.about')}>
      <FieldGrid>
        <TextField
          label={t('credentials.field.appStateAt')}
          hint={
            daysKilled === null
              ? t('credentials.field.appStateAt.hint')
              : t('credentials.field.appStateAt.killed', { days: daysKilled })
          }
          type="datetime-local"
          value={value.appStateAtMs > 0 ? toField(value.appStateAtMs) : ''}
          onText={(text) => {
            const appStateAtMs = fromField(text);
            if (appStateAtMs !== null) set({ appStateAtMs });
          }}
        />
        <TextField
          label={t('credentials.field.lastLoginAt')}
          hint={t('credentials.field.lastLoginAt.hint')}
          type="datetime-local"
          value={value.lastLoginAtMs === null ? '' : toField(value.lastLoginAtMs)}
          onText={(text) => set({ lastLoginAtMs: fromField(text) })}
        />
        <TextField
          label={t('credentials.field.tokenReportedAt')}
          hint={t('credentials.field.tokenReportedAt.hint')}
          type="datetime-local"
          value={value.tokenReportedAtMs === null ? '' : toField(value.tokenReportedAtMs)}
          onText={(text) => set({ tokenReportedAtMs: fromField(text) })}
        />
      </FieldGrid>
    </Section>
  );
}
