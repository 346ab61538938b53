import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { ChoiceField } from '../editor/fields.tsx';
import { FieldGrid, Section } from '../editor/section.tsx';
import { withCredential, type AppForm } from '../model/app-form.ts';

/** Which credential the app sends with, for each vendor that has a kind of credential. */
export function AppCredentials(props: {
  readonly form: AppForm;
  readonly onChange: (patch: Pick<AppForm, 'credentialIds'>) => void;
}) {
  const { t } = useWords();
  const vendors = useFrom('settings', (state) => state.vendors);
  const credentials = useFrom('credentials', (state) => state.credentials);
  const { form, onChange } = props;
  return (
    <Section title={t('credentials.app.credentials')} about={t('credentials.app.credentials.about')}>
      <FieldGrid>
        {vendors
          .filter((vendor) => vendor.credentialKinds.length > 0)
          .map((vendor) => {
            const own = credentials.filter((one) => one.vendor === vendor.id);
            return (
              <ChoiceField
                key={vendor.id}
                label={vendor.label}
                hint={own.length === 0 ? t('credentials.app.credentials.missing', { vendor: vendor.label }) : undefined}
                value={form.credentialIds[vendor.id] ?? ''}
                choices={[
                  { value: '', label: t('credentials.app.credentials.none') },
                  ...own.map((one) => ({ value: one.id, label: `${one.name} · ${one.certificateId}` })),
                ]}
                onChoose={(id) => onChange(withCredential(form, vendor.id, id))}
              />
            );
          })}
      </FieldGrid>
    </Section>
  );
}
