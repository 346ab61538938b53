import { useWords } from '../../../i18n/index.ts';
import { Field, TextInput } from '../../../ui/field.tsx';
import { FieldGrid, Section } from '../editor/section.tsx';
import { SecretInput } from './secret-input.tsx';
import type { Keys } from './use-keys.ts';

/** The vendor's own fields under its own words, each with what is wrong with it. */
export function KeyFields({ keys, isRenewal }: { readonly keys: Keys; readonly isRenewal: boolean }) {
  const { t, say } = useWords();
  const { vendor, form, problems } = keys;
  // Where nothing is required by itself, one of several sets of values is.
  const hasSets = vendor.credentialForm.every(({ required }) => !required);
  const about = [
    ...(hasSets ? [t('credentials.keys.sets')] : []),
    ...(isRenewal ? [t('credentials.keys.renew.secrets')] : []),
  ].join(' ');
  return (
    <Section
      title={t('credentials.keys.values', { vendor: vendor.label })}
      about={about === '' ? t('credentials.keys.values.about') : about}
    >
      <FieldGrid>
        {vendor.credentialForm.map(({ name, label, secret, required }) => {
          const problem = problems[name];
          const isFromFile = form.keyFile?.secretNames.includes(name) === true;
          return (
            <Field
              key={`${vendor.id} ${name}`}
              label={label}
              error={problem && say(problem)}
              hint={hasSets || required ? undefined : t('credentials.keys.optional')}
              stacked
            >
              {(ids) => {
                const input = {
                  ...ids,
                  value: form.values[name] ?? '',
                  onText: (text: string) => keys.setValue(name, text),
                };
                return secret ? (
                  <SecretInput
                    {...input}
                    placeholder={
                      isFromFile ? t(`credentials.keys.${vendor.readsKeyFile === true ? 'fromFile' : 'fromPairs'}`) : ''
                    }
                  />
                ) : (
                  <TextInput {...input} mono />
                );
              }}
            </Field>
          );
        })}
      </FieldGrid>
    </Section>
  );
}
