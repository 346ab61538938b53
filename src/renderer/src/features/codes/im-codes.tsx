import type { ImCode } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { CopyButton } from '../../ui/copy.tsx';
import { Sure } from '../../ui/marks.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Pane } from '../../ui/pane.tsx';
import { imKey } from './find.ts';
import css from './codes-place.module.css';

/** Stands where a vendor's monogram stands: the code is Tencent's. */
const ImMark = () => (
  <span className={css['im']} aria-hidden>
    IM
  </span>
);

const joined = ({ codes }: ImCode): string => codes.join(', ');

/** The codes of the IM backend and its SDK that fit, one button each. */
export function ImRows({ rows }: { readonly rows: readonly ImCode[] }) {
  const { t, say } = useWords();
  const { ui } = useStores();
  const chosen = useFrom('ui', (state) => state.chosen.codes);
  return rows.map((one) => {
    const key = imKey(one);
    const meaning = say(one.meaning);
    return (
      <li key={key}>
        <button
          type="button"
          className={css['row']}
          aria-current={key === chosen ? 'page' : undefined}
          aria-label={`${t('codes.im')} ${t('codes.row', { code: joined(one), meaning })}`}
          onClick={() => ui.choose('codes', key)}
        >
          <ImMark />
          <code>{joined(one)}</code>
          <span>{meaning}</span>
        </button>
      </li>
    );
  });
}

/** One code of the IM backend: what it means, and what answers it here or why nothing does. */
export function ImCodePage({ code, row }: { readonly code: string; readonly row: ImCode | undefined }) {
  const { t, say } = useWords();
  const shown = row ? joined(row) : code;
  return (
    <Pane
      title={t('codes.page', { vendor: t('codes.im'), code: shown })}
      titleSpoken
      head={
        <span className={css['title']}>
          <ImMark />
          <b>{t(row ? `codes.im.${row.group}` : 'codes.im')}</b>
          <code>{shown}</code>
          <CopyButton text={shown} label={t('codes.copy')} />
        </span>
      }
    >
      {row ? (
        <>
          <dl className={css['facts']}>
            <div data-lead>
              <dt>{t('codes.means')}</dt>
              <dd>{say(row.meaning)}</dd>
            </div>
            <div>
              <dt>{t('codes.im.here')}</dt>
              <dd>{t(`codes.im.${row.answered}`, row.why ? { why: say(row.why) } : {})}</dd>
            </div>
            {row.by.length > 0 && (
              <div>
                <dt>{t('codes.im.by')}</dt>
                <dd>
                  <code>{row.by.join(', ')}</code>
                </dd>
              </div>
            )}
          </dl>
          <footer className={css['source']}>
            <a href={row.source.url} target="_blank" rel="noreferrer">
              {row.source.title}
            </a>
            <span>{t('log.source.checked', { day: row.source.checked })}</span>
            <Sure certainty={row.certainty} />
          </footer>
        </>
      ) : (
        <EmptyState title={t('codes.unknown', { vendor: t('codes.im'), code })}>{t('codes.unknown.text')}</EmptyState>
      )}
    </Pane>
  );
}
