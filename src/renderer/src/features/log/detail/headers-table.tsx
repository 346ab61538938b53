import type { HeaderList } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { CopyButton } from '../../../ui/copy.tsx';
import { Section } from './facts.tsx';
import { RedactedText } from './redacted-text.tsx';
import css from './wire-tab.module.css';

/** Headers as they were on the wire: order, case and repeats kept. */
export function HeadersTable({ headers }: { readonly headers: HeaderList }) {
  const { t, has } = useWords();
  const helpOf = (name: string): string | undefined => {
    const id = `log.header.${name.toLowerCase()}`;
    return has(id) ? t(id) : undefined;
  };
  const all = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return (
    <Section
      title={t('log.headers')}
      after={String(headers.length)}
      actions={headers.length > 0 && <CopyButton text={all} label={t('log.headers.copy')} />}
    >
      {headers.length === 0 ? (
        t('log.headers.none')
      ) : (
        <table className={css['headers']} aria-label={t('log.headers')}>
          <tbody>
            {headers.map(([name, value], index) => (
              // Repeats are allowed, so only the place tells two equal headers apart; the list of one exchange never changes.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={`${index} ${name}`}>
                <th scope="row" title={helpOf(name)} data-help={helpOf(name) !== undefined || undefined}>
                  {name}
                </th>
                <td>
                  <RedactedText text={value} />
                </td>
                <td>
                  <CopyButton text={value} label={t('log.copy', { what: name })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
