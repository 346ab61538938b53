import type { CredentialFacts } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { Copyable, CopyButton } from '../../../ui/copy.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Section } from '../editor/section.tsx';
import css from './facts-view.module.css';

/** What was typed in and may be shown, under the vendor's own words, and the names of what is sealed. */
export function AppKeysView({ facts }: { readonly facts: Extract<CredentialFacts, { kind: 'app-keys' }> }) {
  const { t } = useWords();
  const vendors = useFrom('settings', (state) => state.vendors);
  const vendor = vendors.find(({ id }) => id === facts.vendor);
  const form = vendor?.credentialForm ?? [];
  const labelOf = (name: string) => {
    const own = form.find((field) => field.name === name)?.label;
    return own ?? (name === 'publicKeyPem' ? t('credentials.facts.publicKey') : name);
  };
  return (
    <Section
      title={t('credentials.facts.appKeys', { vendor: vendor?.label ?? facts.vendor })}
      about={t('credentials.facts.appKeys.about')}
    >
      <Facts
        facts={[
          ...Object.entries(facts.values).map(([name, text]) => {
            const label = labelOf(name);
            return {
              label,
              value: text.includes('\n') ? (
                <CopyButton text={text} label={label} words={t('credentials.facts.publicKey.copy')} />
              ) : (
                <Copyable text={text} label={t('credentials.copy', { what: label })} />
              ),
            };
          }),
          ...facts.secretNames.map((name) => ({
            label: labelOf(name),
            value: <span className={css['sealed']}>{t('credentials.facts.sealed')}</span>,
          })),
        ]}
      />
    </Section>
  );
}
