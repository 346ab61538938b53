import type { CredentialFacts } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Copyable, CopyButton } from '../../../ui/copy.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Section } from '../editor/section.tsx';
import { AppKeysView } from './app-keys-view.tsx';
import { CertificateView } from './certificate-view.tsx';

type FactsOf<K extends CredentialFacts['kind']> = Extract<CredentialFacts, { kind: K }>;

/** Everything a credential says of itself, without its secret. */
export function FactsView({ facts, nowMs }: { readonly facts: CredentialFacts; readonly nowMs: number }) {
  switch (facts.kind) {
    case 'apns-certificate':
      return <CertificateView facts={facts} nowMs={nowMs} />;
    case 'apns-p8':
      return <SigningKeyView facts={facts} />;
    case 'fcm-service-account':
      return <ServiceAccountView facts={facts} />;
    case 'app-keys':
      return <AppKeysView facts={facts} />;
  }
}

function SigningKeyView({ facts }: { readonly facts: FactsOf<'apns-p8'> }) {
  const { t } = useWords();
  const copied = (label: string, text: string) => ({
    label,
    value: <Copyable text={text} label={t('credentials.copy', { what: label })} />,
  });
  return (
    <Section title={t('credentials.facts.signingKey')} about={t('credentials.facts.signingKey.about')}>
      <Facts
        facts={[
          ...(facts.keyId === '' ? [] : [copied(t('credentials.facts.keyId'), facts.keyId)]),
          ...(facts.teamId === '' ? [] : [copied(t('credentials.facts.teamId'), facts.teamId)]),
          {
            label: t('credentials.facts.publicKey'),
            value: (
              <CopyButton
                text={facts.publicKeyPem}
                label={t('credentials.facts.publicKey')}
                words={t('credentials.facts.publicKey.copy')}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}

function ServiceAccountView({ facts }: { readonly facts: FactsOf<'fcm-service-account'> }) {
  const { t } = useWords();
  const rows = [
    [t('credentials.facts.project'), facts.projectId],
    [t('credentials.facts.clientEmail'), facts.clientEmail],
    [t('credentials.facts.privateKeyId'), facts.privateKeyId],
    [t('credentials.facts.tokenUri'), facts.tokenUri],
  ] as const;
  return (
    <Section title={t('credentials.facts.serviceAccount')} about={t('credentials.facts.serviceAccount.about')}>
      <Facts
        facts={[
          ...rows.map(([label, text]) => ({
            label,
            value: <Copyable text={text} label={t('credentials.copy', { what: label })} />,
          })),
          {
            label: t('credentials.facts.publicKey'),
            value: (
              <CopyButton
                text={facts.publicKeyPem}
                label={t('credentials.facts.publicKey')}
                words={t('credentials.facts.publicKey.copy')}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
