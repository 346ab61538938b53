import { useState } from 'react';
import type { Exchange } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { dayAndClock, duration } from '../../../ui/format.ts';
import { TokenDialog } from '../../credentials/index.ts';
import { Facts, Section, type Fact } from './facts.tsx';
import { claimMs, findJwts, type DecodedJwt } from './jwt.ts';

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The inspector knows the tokens of APNs; Google's assertions name an audience. */
const isProviderToken = ({ where, claims }: DecodedJwt): boolean => where === 'authorization' && !('aud' in claims);

/** One token: what its header and claims say, and how old it was when the request was made. */
function Jwt({ jwt, atMs }: { readonly jwt: DecodedJwt; readonly atMs: number }) {
  const { t, locale } = useWords();
  const [isInspecting, setIsInspecting] = useState(false);
  const instant = (name: 'iat' | 'exp', value: unknown): string => {
    const ms = claimMs(jwt.claims, name);
    if (ms === null) return asText(value);
    const side = ms <= atMs ? 'before' : 'after';
    return `${asText(value)} · ${t(`log.jwt.${side}`, { at: dayAndClock(ms).slice(0, 19), age: duration(atMs - ms, locale) })}`;
  };
  const row = (part: 'header' | 'claim', name: string, value: unknown): Fact => ({
    id: `${part}-${name}`,
    label: name,
    value: part === 'claim' && (name === 'iat' || name === 'exp') ? instant(name, value) : asText(value),
    mono: true,
  });
  return (
    <Section
      title={t('log.jwt', { where: jwt.where })}
      after={t('log.jwt.about')}
      actions={
        isProviderToken(jwt) && (
          <Button small onClick={() => setIsInspecting(true)}>
            {t('log.jwt.inspect')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          ...Object.entries(jwt.header).map(([name, value]) => row('header', name, value)),
          ...Object.entries(jwt.claims).map(([name, value]) => row('claim', name, value)),
        ]}
      />
      {isInspecting && <TokenDialog given={{ text: jwt.text, atMs }} onClose={() => setIsInspecting(false)} />}
    </Section>
  );
}

/** The signed tokens of a request, decoded from what the log keeps of them. */
export function JwtFacts({ exchange }: { readonly exchange: Exchange }) {
  return findJwts(exchange.request).map((jwt, index) => (
    // Two equal tokens may stand in one header; their order is all that tells them apart.
    // oxlint-disable-next-line react/no-array-index-key
    <Jwt key={`${jwt.where} ${index}`} jwt={jwt} atMs={exchange.atMs} />
  ));
}
