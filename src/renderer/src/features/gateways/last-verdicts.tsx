import { ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import type { VendorId } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { outcomeWords, targetWords } from '../../ui/exchange-words.ts';
import { clockOrDay } from '../../ui/format.ts';
import { Bare, outcomeTone, Sure } from '../../ui/marks.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useVerdicts } from './use-verdicts.ts';
import { lastCaptured } from './verdicts.ts';
import css from './gateway-pane.module.css';

const shown = 6;
const minuteMs = 60_000;

/** The newest requests this gateway took in; each leads to its exchange in the log. */
export function LastVerdicts({ vendor }: { readonly vendor: VendorId }) {
  const words = useWords();
  const { t, say } = words;
  const { ui } = useStores();
  const items = useFrom('exchanges', (state) => state.items);
  const devices = useFrom('workspace', (state) => state.devices);
  const nowMs = useNow(minuteMs);
  const last = useMemo(() => lastCaptured(items, vendor, shown), [items, vendor]);
  const reasons = useVerdicts(last.map(({ id }) => id));
  return (
    <section className={css['section']} aria-label={t('gateways.verdicts')}>
      <h3 className={css['title']}>{t('gateways.verdicts')}</h3>
      {last.length === 0 ? (
        <p className={css['text']}>{t('gateways.verdicts.none')}</p>
      ) : (
        <ul className={css['verdicts']}>
          {last.map((exchange) => {
            const time = clockOrDay(exchange.atMs, nowMs);
            const outcome = outcomeWords(exchange, words);
            const lead =
              exchange.kind === 'auth' ? t('log.row.auth') : exchange.title || exchange.body || t('log.row.silent');
            const to = targetWords(exchange, devices, words);
            const what = to === '' ? lead : t('gateways.verdict.what', { lead, to });
            const reason = reasons.get(exchange.id);
            return (
              <li key={exchange.id}>
                <button
                  type="button"
                  className={css['verdict']}
                  aria-label={t('gateways.verdict.spoken', { time, outcome, what })}
                  aria-describedby={reason ? `verdict-${exchange.id}` : undefined}
                  onClick={() => ui.go('log', exchange.id)}
                >
                  <time>{time}</time>
                  <Bare tone={outcomeTone(exchange.outcome)}>{outcome}</Bare>
                  <span>{what}</span>
                  <ChevronRight aria-hidden />
                </button>
                {reason && (
                  <p id={`verdict-${exchange.id}`} className={css['reason']}>
                    <span>{say(reason.phrase)}</span>
                    {reason.certainty && <Sure certainty={reason.certainty} />}
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
