import { X } from 'lucide-react';
import { useState } from 'react';
import { cutMiddle } from '../../../../../shared/kit/text.ts';
import { useWords } from '../../../i18n/index.ts';
import type { SendOutcome } from '../../../stores/compose-store.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { placeToMend, sendProblems, type SendProblem } from '../model/send-problems.ts';
import { rowName } from '../model/send-matrix.ts';
import { MatrixFilters, MatrixWhys } from './matrix-groups.tsx';
import { SendMatrix } from './send-matrix.tsx';
import { useMatrix, useWhys } from './use-matrix.ts';
import css from './send.module.css';

/** More are told by their number. */
const mostHosts = 2;

/** What became of each device of the last send. Stays until it is closed or another send replaces it. */
export function SendResults({ sent }: { readonly sent: SendOutcome }) {
  const { t, locale } = useWords();
  const { compose } = useStores();
  const { rows, groups } = useMatrix(sent);
  const whys = useWhys(groups);
  const [shown, setShown] = useState('');
  // Another send may have no such reason.
  const group = groups.find(({ id }) => id === shown);
  const accepted = rows.filter(({ taken }) => taken === 'accepted').length;
  const time = new Date(sent.atMs).toLocaleTimeString(locale, { hour12: false });
  return (
    <section className={css['results']} aria-label={t('compose.results')}>
      <header className={css['resultsHead']}>
        <p className={css['resultsTitle']} role="status">
          {t('compose.results.title', { accepted, all: rows.length, time })}
        </p>
        <span className={css['resultsHosts']} title={sent.hosts.join(' ')}>
          {sent.hosts.length > mostHosts
            ? t('compose.results.hosts', { n: sent.hosts.length })
            : sent.hosts.join(' + ')}
        </span>
        <IconButton icon={<X />} label={t('compose.results.close')} small onClick={compose.forgetSend} />
      </header>
      {sendProblems(sent.report.results).map((problem) => (
        <NotBuilt key={problem.results[0]?.deviceId ?? problem.problem.code} found={problem} />
      ))}
      <MatrixWhys groups={groups} whys={whys} />
      {groups.length > 1 && <MatrixFilters groups={groups} count={rows.length} shown={shown} onShow={setShown} />}
      <SendMatrix rows={group?.rows ?? rows} />
    </section>
  );
}

/** Why no request could be made, for whom, and the place where that is mended. */
function NotBuilt({ found }: { readonly found: SendProblem }) {
  const { t, say } = useWords();
  const { ui } = useStores();
  const devices = useFrom('workspace', (state) => state.devices);
  const { problem, phrase, results } = found;
  const names = results.map((result) => rowName(result, devices, cutMiddle, t('compose.results.nobody')));
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
