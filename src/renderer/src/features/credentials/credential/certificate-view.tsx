import type { CertificateFacts, CredentialFacts } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Copyable } from '../../../ui/copy.tsx';
import { Facts } from '../../../ui/facts.tsx';
import { Section } from '../editor/section.tsx';
import { pairs, shortHash } from '../model/dates.ts';
import { Environments } from './environments.tsx';
import { ValidityBar } from './validity-bar.tsx';
import css from './certificate-view.module.css';

type CertificateCredential = Extract<CredentialFacts, { kind: 'apns-certificate' }>;

/** A push certificate: who, until when, where, for which topics, and the file it came in. */
export function CertificateView({ facts, nowMs }: { readonly facts: CertificateCredential; readonly nowMs: number }) {
  const { t, say } = useWords();
  const { certificate } = facts;
  return (
    <>
      <Section title={t('credentials.facts.certificate')}>
        <Facts
          facts={[
            { label: t('credentials.facts.subject'), value: certificate.subject },
            {
              label: t('credentials.facts.kind'),
              value: say({ id: `credential.kind.${certificate.certificateKind}` }),
            },
            { label: t('credentials.facts.issuer'), value: certificate.issuer },
            {
              label: t('credentials.facts.serial'),
              value: (
                <Copyable
                  text={certificate.serial}
                  shown={pairs(certificate.serial)}
                  label={t('credentials.copy', { what: t('credentials.facts.serial') })}
                />
              ),
            },
            {
              label: 'SHA-256',
              value: (
                <Copyable
                  text={certificate.sha256}
                  shown={shortHash(certificate.sha256)}
                  label={t('credentials.copy', { what: 'SHA-256' })}
                />
              ),
            },
            { label: t('credentials.facts.key'), value: certificate.keyAlgorithm },
          ]}
        />
      </Section>
      <Section title={t('credentials.validity')}>
        <ValidityBar fromMs={certificate.notBeforeAtMs} untilMs={certificate.notAfterAtMs} nowMs={nowMs} />
      </Section>
      <Environments works={certificate.environments} />
      <Topics certificate={certificate} />
      <Section title={t('credentials.facts.file')}>
        <Facts
          facts={[
            ...(facts.fileName === '' ? [] : [{ label: t('credentials.facts.fileName'), value: facts.fileName }]),
            { label: t('credentials.facts.encryption'), value: facts.encryption },
            {
              label: t('credentials.facts.password'),
              value: t(facts.hadPassword ? 'credentials.facts.password.yes' : 'credentials.facts.password.no'),
            },
          ]}
        />
      </Section>
    </>
  );
}

function Topics({ certificate }: { readonly certificate: CertificateFacts }) {
  const { t, has } = useWords();
  const kind = (name: string) => (has(`credentials.topicKind.${name}`) ? t(`credentials.topicKind.${name}`) : name);
  return (
    <Section title={t('credentials.facts.topics')} about={t(`credentials.facts.topicsFrom.${certificate.topicsFrom}`)}>
      {certificate.topics.length > 0 && (
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{t('credentials.facts.topic')}</th>
              <th scope="col">{t('credentials.facts.kind')}</th>
            </tr>
          </thead>
          <tbody>
            {certificate.topics.map(({ topic, kind: name }) => (
              <tr key={`${topic} ${name}`}>
                <td>
                  <code>{topic}</code>
                </td>
                <td>{kind(name)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
