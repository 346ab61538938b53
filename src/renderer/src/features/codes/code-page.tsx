import { List, Zap } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { VendorCode, VendorId } from '../../../../shared/contract/index.ts';
import { quote } from '../../../../shared/kit/filter/index.ts';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { dayAndClock, grouped } from '../../ui/format.ts';
import { Sure, VendorMark } from '../../ui/marks.tsx';
import { EmptyState, FailureNote } from '../../ui/notes.tsx';
import { Pane } from '../../ui/pane.tsx';
import { useVendorName } from '../../ui/use-vendor-name.ts';
import css from './codes-place.module.css';

/** Counting a large log ends after this long; the number is a least number then. */
const countMs = 1500;

interface Seen {
  readonly count: number;
  readonly isWhole: boolean;
  readonly lastAtMs: number | null;
}

/** How often the log has this code, and the way to those exchanges. */
function SeenHere({ vendor, code }: { readonly vendor: VendorId; readonly code: string }) {
  const { t, locale } = useWords();
  const { client, log, ui } = useStores();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const filter = `vendor:${vendor} reason:${quote(code)}`;
  useEffect(() => {
    let isCurrent = true;
    Promise.all([
      client.exchanges.count({ filter, budgetMs: countMs }),
      client.exchanges.list({ filter, limit: 1, budgetMs: 1000 }),
    ]).then(
      ([{ count, isWhole }, page]) => isCurrent && setSeen({ count, isWhole, lastAtMs: page.items[0]?.atMs ?? null }),
      (error: unknown) => isCurrent && setFailure(asCallFailure(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, filter]);
  const show = () => {
    log.setFilter(filter).then(
      () => ui.go('log', ''),
      (error: unknown) => setFailure(asCallFailure(error)),
    );
  };
  if (failure) return <FailureNote failure={failure} />;
  if (!seen) return t('codes.seen.counting');
  if (seen.count === 0 || seen.lastAtMs === null) return t('codes.seen.never');
  const n = `${grouped(seen.count, locale)}${seen.isWhole ? '' : '+'}`;
  return (
    <div className={css['seen']}>
      <span>{t('codes.seen.times', { n, at: dayAndClock(seen.lastAtMs).slice(0, 19) })}</span>
      <Button small icon={<List />} onClick={show}>
        {t('codes.seen.show')}
      </Button>
    </div>
  );
}

interface CodePageProps {
  readonly vendor: VendorId;
  readonly code: string;
  /** The rows of the vendor's table with this code; several where it comes with several statuses. */
  readonly rows: readonly VendorCode[];
}

/** Everything about one code of one vendor. */
export function CodePage({ vendor, code, rows }: CodePageProps) {
  const { t, say } = useWords();
  const { ui } = useStores();
  const name = useVendorName()(vendor);
  const canFault = useFrom('gateways', (state) =>
    state.gateways.some((one) => one.vendor === vendor && one.offers.faultAnswers.some((fault) => fault.code === code)),
  );
  const [row] = rows;
  const title = t('codes.page', { vendor: name, code });
  const statuses = rows.flatMap(({ status }) => (status === null ? [] : [t('codes.status.http', { status })]));
  const facts = row
    ? [
        { id: 'means', words: say(row.meaning) },
        { id: 'why', words: say(row.cause) },
        { id: 'do', words: say(row.fix) },
        { id: 'retry', words: t(`codes.retry.${row.retry}`) },
        { id: 'status', words: statuses.length > 0 ? statuses.join(' · ') : t('codes.status.several') },
        { id: 'decided', words: t(`codes.decided.${row.decidedBy}`) },
      ]
    : [];
  return (
    <Pane
      title={title}
      titleSpoken
      head={
        <span className={css['title']}>
          <VendorMark vendor={vendor} />
          <b>{name}</b>
          <code>{code}</code>
          <CopyButton text={code} label={t('codes.copy')} />
        </span>
      }
      actions={
        canFault && (
          <Button small icon={<Zap />} onClick={() => ui.go('gateways', vendor)}>
            {t('codes.fault')}
          </Button>
        )
      }
    >
      {!row && <EmptyState title={t('codes.unknown', { vendor: name, code })}>{t('codes.unknown.text')}</EmptyState>}
      <dl className={css['facts']}>
        {facts.map(({ id, words }) => (
          <div key={id} data-lead={id === 'means' || undefined}>
            <dt>{t(`codes.${id}`)}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>{t('codes.seen')}</dt>
          <dd>
            <SeenHere vendor={vendor} code={code} />
          </dd>
        </div>
      </dl>
      {row && (
        <footer className={css['source']}>
          {row.source.url === undefined ? (
            <span>{row.source.title}</span>
          ) : (
            <a href={row.source.url} target="_blank" rel="noreferrer">
              {row.source.title}
            </a>
          )}
          <span>{t('log.source.checked', { day: row.source.checked })}</span>
          <Sure certainty={row.certainty} />
        </footer>
      )}
    </Pane>
  );
}
