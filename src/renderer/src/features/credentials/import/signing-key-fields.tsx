import { useWords } from '../../../i18n/index.ts';
import { TextInput } from '../../../ui/field.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { SegmentField, TextField } from '../editor/fields.tsx';
import { FieldGrid } from '../editor/section.tsx';
import { isOddAppleId, type SigningKeyForm } from '../model/import-form.ts';
import css from './signing-key-fields.module.css';

/** What a p8 file does not say: team and key ID, and, for keys that Apple limited, where and for what they work. */
export function SigningKeyFields(props: {
  readonly form: SigningKeyForm;
  readonly errorOf: (field: keyof SigningKeyForm) => string | undefined;
  readonly onChange: (patch: Partial<SigningKeyForm>) => void;
  /** Somebody came to fill them in. */
  readonly focused?: boolean;
}) {
  const { t } = useWords();
  const { form, errorOf, onChange, focused = false } = props;
  const oddHint = (text: string, id: string) => (isOddAppleId(text) ? t('credentials.field.appleId.odd') : t(id));
  return (
    <>
      <FieldGrid>
        <TextField
          label={t('credentials.facts.teamId')}
          hint={oddHint(form.teamId, 'credentials.field.teamId.hint')}
          error={errorOf('teamId')}
          value={form.teamId}
          onText={(teamId) => onChange({ teamId })}
          placeholder="A1B2C3D4E5"
          mono
          focused={focused}
        />
        <TextField
          label={t('credentials.facts.keyId')}
          hint={oddHint(form.keyId, 'credentials.field.keyId.hint')}
          error={errorOf('keyId')}
          value={form.keyId}
          onText={(keyId) => onChange({ keyId })}
          placeholder="ABC123DEFG"
          mono
        />
      </FieldGrid>
      <SegmentField
        label={t('credentials.field.environment')}
        hint={t('credentials.field.keyEnvironment.hint')}
        value={form.environment}
        segments={(['both', 'sandbox', 'production'] as const).map((environment) => ({
          value: environment,
          label: t(`credentials.environment.${environment}`),
        }))}
        onChange={(environment) => onChange({ environment })}
      />
      <SegmentField
        label={t('credentials.facts.topics')}
        hint={t('credentials.field.keyTopics.hint')}
        error={errorOf('topics')}
        value={form.topics === null ? 'all' : 'some'}
        segments={(['all', 'some'] as const).map((which) => ({
          value: which,
          label: t(`credentials.field.keyTopics.${which}`),
        }))}
        onChange={(which) => onChange({ topics: which === 'all' ? null : [''] })}
      />
      {form.topics !== null && (
        <div className={css['topics']}>
          <RowList
            label={t('credentials.facts.topics')}
            rows={form.topics}
            onChange={(topics) => onChange({ topics })}
            blank=""
            addLabel={t('credentials.field.keyTopics.add')}
            removeLabel={(topic) => t('credentials.field.keyTopics.remove', { topic })}
            render={(topic, change, index) => (
              <TextInput
                aria-label={t('credentials.field.keyTopics.topic', { n: index + 1 })}
                placeholder="com.example.app"
                mono
                value={topic}
                onText={change}
              />
            )}
          />
        </div>
      )}
    </>
  );
}
