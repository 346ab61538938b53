import { useWords } from '../../../i18n/index.ts';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { ChoiceField, SegmentField, TextField } from '../editor/fields.tsx';
import { FieldGrid, Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import { withLogin, type DeviceForm } from '../model/device-form.ts';

/** What the backend believes of the phone, and what the person on it allows. */
export function StateFields({ editor }: { readonly editor: Editor<DeviceForm> }) {
  const { t } = useWords();
  const { value, set, errorOf } = editor;
  const isLoggedIn = value.loginState === 'logged-in';
  return (
    <Section title={t('credentials.device.state')}>
      <FieldGrid>
        <ChoiceField
          label={t('credentials.field.loginState')}
          hint={t(`credentials.loginState.${value.loginState}.about`)}
          value={value.loginState}
          choices={(['logged-in', 'logged-out', 'kicked', 'never'] as const).map((state) => ({
            value: state,
            label: t(`credentials.loginState.${state}`),
          }))}
          onChoose={(state) => set(withLogin(state))}
        />
        <TextField
          label={t('credentials.field.unreadBase')}
          hint={t('credentials.field.unreadBase.hint')}
          error={errorOf('unreadBase')}
          value={Number.isNaN(value.unreadBase) ? '' : String(value.unreadBase)}
          inputMode="numeric"
          onText={(text) => set({ unreadBase: text.trim() === '' ? Number.NaN : Number(text) })}
        />
      </FieldGrid>
      {isLoggedIn && (
        <SegmentField
          label={t('credentials.field.appState')}
          hint={t(`credentials.appState.${value.appState}.about`)}
          value={value.appState}
          segments={(['foreground', 'background', 'killed'] as const).map((state) => ({
            value: state,
            label: t(`credentials.appState.${state}`),
          }))}
          onChange={(appState) => set({ appState })}
        />
      )}
      <ToggleRow
        label={t('credentials.field.notificationsAllowed')}
        hint={t('credentials.field.notificationsAllowed.hint')}
        on={value.notificationsAllowed}
        onChange={(notificationsAllowed) => set({ notificationsAllowed })}
      />
      <ToggleRow
        label={t('credentials.field.backgroundReported')}
        hint={t('credentials.field.backgroundReported.hint')}
        on={value.backgroundReported}
        onChange={(backgroundReported) => set({ backgroundReported })}
      />
    </Section>
  );
}
