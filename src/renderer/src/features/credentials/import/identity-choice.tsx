import { RadioGroup } from 'radix-ui';
import type { CredentialPreview } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Section } from '../editor/section.tsx';
import { dayText } from '../model/dates.ts';
import { RadioDot } from '../../../ui/radio-dot.tsx';
import css from './identity-choice.module.css';

type Identity = CredentialPreview['identities'][number];

/** One of several identities of a p12. The file holds them all; one becomes the credential. */
export function IdentityChoice(props: {
  readonly identities: readonly Identity[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}) {
  const { t, say, locale } = useWords();
  const title = t('credentials.import.identities', { n: props.identities.length });
  const describe = ({ facts }: Identity) =>
    facts.kind === 'apns-certificate'
      ? {
          name: facts.certificate.commonName || facts.certificate.subject,
          about: `${say({ id: `credential.kind.${facts.certificate.certificateKind}` })} · ${t('credentials.validity.until', { day: dayText(facts.certificate.notAfterAtMs, locale) })}`,
        }
      : { name: t(`credentials.kind.${facts.kind}`), about: '' };
  return (
    <Section title={title} about={t('credentials.import.identities.about')}>
      <RadioGroup.Root
        className={css['choices']}
        aria-label={title}
        value={String(props.chosen)}
        onValueChange={(value) => props.onChoose(Number(value))}
      >
        {props.identities.map((identity) => {
          const { name, about } = describe(identity);
          return (
            <RadioGroup.Item
              key={identity.index}
              value={String(identity.index)}
              className={css['choice']}
              aria-label={`${name}, ${about}`}
            >
              <RadioDot />
              <span className={css['words']}>
                <span className={css['name']}>{name}</span>
                <span className={css['about']}>{about}</span>
              </span>
            </RadioGroup.Item>
          );
        })}
      </RadioGroup.Root>
    </Section>
  );
}
