import { X } from 'lucide-react';
import type { Device, SendResult } from '../../../../../shared/contract/index.ts';
import { cutMiddle } from '../../../../../shared/kit/text.ts';
import { useWords } from '../../../i18n/index.ts';
import type { SendOutcome } from '../../../stores/compose-store.ts';
import { routeOf } from '../../../stores/ui-store.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Chip, outcomeTone, VendorMark } from '../../../ui/marks.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { placeToMend, sendProblems, type SendProblem } from '../model/send-problems.ts';
import { spoken } from '../../../ui/spoken.ts';
import css from './send.module.css';

/** What became of each device of the last send. Stays until it is closed or another send replaces it. */
export function SendResults({ sent }: { readonly sent: SendOutcome }) {
  const { t, locale } = useWords();
  const { compose } = useStores();
  const { results } = sent.report;
  const accepted = results.filter((result) => result.exchange?.outcome === 'accepted').length;
  const time = new Date(sent.atMs).toLocaleTimeString(locale, { hour12: false });
  return (
    <section className={css['results']} aria-label={t('compose.results')}>
      <header className={css['resultsHead']}>
        <p className={css['resultsTitle']} role="status">
          {t('compose.results.title', { accepted, all: results.length, time })}
        </p>
        <span className={css['resultsHosts']}>{sent.hosts.join(' + ')}</span>
        <IconButton icon={<X />} label={t('compose.results.close')} small onClick={compose.forgetSend} />
      </header>
      {sendProblems(results).map((problem) => (
        <NotBuilt key={problem.results[0]?.deviceId ?? problem.problem.code} found={problem} />
      ))}
      <table className={css['table']}>
        <thead className={spoken}>
          <tr>
            <th scope="col">{t('compose.results.device')}</th>
            <th scope="col">{t('compose.results.outcome')}</th>
            <th scope="col">{t('compose.results.time')}</th>
            <th scope="col">{t('compose.results.log')}</th>
          </tr>
        </thead>
        <tbody>
          {results.map((result) => (
            <ResultRow key={`${result.deviceId ?? ''} ${result.token ?? ''}`} result={result} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const targetName = ({ deviceId, token }: SendResult, devices: readonly Device[], nobody: string): string =>
  devices.find((device) => device.id === deviceId)?.name ?? (token === null ? nobody : cutMiddle(token));

function ResultRow({ result }: { readonly result: SendResult }) {
  const { t, locale } = useWords();
  const devices = useFrom('workspace', (state) => state.devices);
  const name = targetName(result, devices, t('compose.results.nobody'));
  const { exchange } = result;
  return (
    <tr>
      <th scope="row">
        <span className={css['target']}>
          <VendorMark vendor={result.vendor} />
          <span>{name}</span>
        </span>
      </th>
      <td>
        <span className={css['outcome']}>
          <ResultChip result={result} />
          {exchange?.reason && <code>{exchange.reason}</code>}
        </span>
      </td>
      <td className={css['time']}>
        {exchange?.tookMs !== null && exchange?.tookMs !== undefined
          ? t('compose.took', { n: Math.round(exchange.tookMs).toLocaleString(locale) })
          : ''}
      </td>
      <td className={css['link']}>
        {exchange && (
          <a href={routeOf('log', exchange.id)} aria-label={t('compose.results.open.spoken', { device: name })}>
            {t('compose.results.open')}
          </a>
        )}
      </td>
    </tr>
  );
}

function ResultChip({ result: { state, exchange, decision } }: { readonly result: SendResult }) {
  const { t } = useWords();
  if (state === 'not-built') return <Chip tone="rejected">{t('compose.results.not-built')}</Chip>;
  if (!exchange) return <Chip>{t(decision?.intent ? 'compose.results.skipped' : 'compose.results.no-text')}</Chip>;
  return <Chip tone={outcomeTone(exchange.outcome)}>{t(`outcome.${exchange.outcome}`)}</Chip>;
}

/** Why no request could be made, for whom, and the place where that is mended. */
function NotBuilt({ found }: { readonly found: SendProblem }) {
  const { t, say } = useWords();
  const { ui } = useStores();
  const devices = useFrom('workspace', (state) => state.devices);
  const { problem, phrase, results } = found;
  const names = results.map((result) => targetName(result, devices, t('compose.results.nobody')));
  const place = placeToMend(problem.code);
  const [only, another] = results;
  return (
    <div className={css['notBuilt']}>
      <p className={css['notBuiltName']}>{names.join(t('compose.list.comma'))}</p>
      <FailureNote failure={problem} />
      {phrase && <p className={css['reason']}>{say(phrase)}</p>}
      {place && (
        <Button small onClick={() => ui.go(place, place === 'phones' && !another ? (only?.deviceId ?? '') : '')}>
          {t(`compose.results.to.${place}`)}
        </Button>
      )}
    </div>
  );
}
