import { useMemo } from 'react';
import type { Exchange } from '../../../../../shared/contract/index.ts';
import { cutMiddle } from '../../../../../shared/kit/text.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { CopyButton } from '../../../ui/copy.tsx';
import { Bare, outcomeTone } from '../../../ui/marks.tsx';
import { Section } from './facts.tsx';
import { inOrder } from './target-order.ts';
import spoken from '../../../ui/spoken.module.css';
import css from './phone-by-phone.module.css';

/** What the vendor said of each phone, for a request that names several. */
export function PhoneByPhone({ exchange }: { readonly exchange: Exchange }) {
  const { t } = useWords();
  const devices = useFrom('workspace', (state) => state.devices);
  const names = useMemo(() => new Map(devices.map(({ id, name }) => [id, name])), [devices]);
  const { targets } = exchange;
  if (targets.length < 2) return null;
  const accepted = targets.filter(({ outcome }) => outcome === 'accepted').length;
  return (
    <Section title={t('log.phone-by-phone')} after={t('log.phone-by-phone.count', { accepted, count: targets.length })}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reached by key */}
      <div className={css['frame']} role="region" tabIndex={0} aria-label={t('log.phone-by-phone')}>
        <table className={css['table']}>
          <thead className={spoken['spoken']}>
            <tr>
              {['outcome', 'phone', 'token', 'copy'].map((column) => (
                <th key={column} scope="col">
                  {t(`log.phone-by-phone.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder(targets).map(({ token, outcome, reason, deviceId }, index) => (
              // A request may name a token twice, so only the place tells the rows apart; the list of an exchange never changes.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={`${index} ${token}`}>
                <td>
                  <Bare tone={outcomeTone(outcome)}>{reason ?? t(`outcome.${outcome}`)}</Bare>
                </td>
                <td data-dim={deviceId === null || undefined}>
                  {names.get(deviceId ?? '') ?? t('log.phone-by-phone.nobody')}
                </td>
                <td>
                  <code title={token}>{cutMiddle(token, 10)}</code>
                </td>
                <td>
                  <CopyButton text={token} label={t('log.copy', { what: t('log.fact.token') })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
