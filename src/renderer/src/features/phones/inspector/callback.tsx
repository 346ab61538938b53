import { useState } from 'react';
import type { LibraryCall, Tap } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { CopyButton } from '../../../ui/copy.tsx';
import { Chip, Sure } from '../../../ui/marks.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { jsonTokens, type JsonToken } from './json-tokens.ts';
import { spoken } from '../../../ui/spoken.ts';
import css from './inspector.module.css';

const languages = { swift: 'Swift', kotlin: 'Kotlin', arkts: 'ArkTS' } as const;

/** Neighbouring pieces of the same look, so that a marked value is one mark. */
const runsOf = (tokens: readonly JsonToken[]): readonly { readonly isExt: boolean; readonly tokens: JsonToken[] }[] => {
  const runs: { isExt: boolean; tokens: JsonToken[] }[] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (last?.isExt === token.isExt) last.tokens.push(token);
    else runs.push({ isExt: token.isExt, tokens: [token] });
  }
  return runs;
};

/** What one generation of Tencent's library is handed. */
type Heard = Pick<Tap, 'callback' | 'received' | 'values' | 'ext'>;

function Received({ tap }: { readonly tap: Heard }) {
  const { t } = useWords();
  const tokens = jsonTokens(tap.received, tap.ext);
  const text = tokens ? tokens.map((token) => token.text).join('') : tap.received;
  const runs = tokens ? runsOf(tokens) : [];
  return (
    <div className={css['received']}>
      {/* A scrolling text has to be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as said above */}
      <pre className={css['json']} aria-label={t('phones.callback.object')} tabIndex={0}>
        {tokens === null && text}
        {runs.map((run, index) => {
          const Mark = run.isExt ? 'mark' : 'span';
          return (
            // oxlint-disable-next-line react/no-array-index-key -- pieces of one text have no identity but their place
            <Mark key={index}>
              {run.tokens.map((token, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <span key={at} data-kind={token.kind}>
                  {token.text}
                </span>
              ))}
            </Mark>
          );
        })}
      </pre>
      <span className={css['copy']}>
        <CopyButton text={text} label={t('phones.callback.copy')} />
      </span>
    </div>
  );
}

function Values({ tap }: { readonly tap: Heard }) {
  const { t } = useWords();
  return (
    <table className={css['values']}>
      <thead>
        <tr>
          <th scope="col">{t('phones.value.path')}</th>
          <th scope="col">{t('phones.value.type')}</th>
          <th scope="col">{t('phones.value.value')}</th>
          <th scope="col">
            <span className={spoken}>{t('action.copy')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tap.values.map(({ path, type, value }) => (
          <tr key={path} data-ext={(tap.ext !== null && value === tap.ext) || undefined}>
            <th scope="row" title={path}>
              {path}
            </th>
            <td>{type}</td>
            <td title={value}>{value}</td>
            <td>
              <CopyButton text={value} label={t('phones.value.copy', { path })} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The redirect text among the values: TIMPush hands over nothing else. */
const extOf = ({ ext }: Tap, { id, values }: LibraryCall): string | null =>
  id === 'push' ? (values[0]?.value ?? null) : ext;

/** «What your callback gets»: the function, the object it receives, and every value with its type, by generation of Tencent's library. */
export function Callback({ tap }: { readonly tap: Tap }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<LibraryCall['id'] | null>(null);
  const { libraries } = tap;
  const library = libraries.find(({ id }) => id === chosen) ?? libraries.find(({ isHere }) => isHere);
  const heard: Heard = library ? { ...library, ext: library.values.length === 0 ? null : extOf(tap, library) } : tap;
  const { callback } = heard;
  return (
    <section className={css['section']} aria-label={t('phones.callback.title')}>
      <header className={css['head']}>
        <h3>{t('phones.callback.title')}</h3>
        {callback && <Chip>{languages[callback.language]}</Chip>}
        {callback && <Sure certainty={callback.certainty} />}
      </header>
      {library && libraries.length > 1 && (
        <div className={css['generations']}>
          <Segmented
            label={t('phones.library.title')}
            value={library.id}
            segments={libraries.map(({ id }) => ({ value: id, label: t(`phones.library.${id}.short`) }))}
            onChange={setChosen}
          />
        </div>
      )}
      {callback ? (
        <>
          <p className={css['name']}>
            <code>{callback.name}</code>
            <CopyButton text={callback.name} label={t('phones.callback.copyName')} />
          </p>
          <p className={css['source']}>
            {callback.source.url === undefined ? (
              callback.source.title
            ) : (
              <a href={callback.source.url} target="_blank" rel="noreferrer">
                {callback.source.title}
              </a>
            )}
            <span>{t('phones.checked', { date: callback.source.checked })}</span>
          </p>
          <div className={css['pair']}>
            <Received tap={heard} />
            {heard.values.length > 0 && <Values tap={heard} />}
          </div>
        </>
      ) : (
        <p className={css['dim']}>{t('phones.callback.noneAbout')}</p>
      )}
    </section>
  );
}
