import type { Exchange } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { duration } from '../../../ui/format.ts';
import { timingBars } from './timing.ts';
import css from './timing-chart.module.css';

/** Where the time went, step by step. A captured push has no steps: its time is from its first byte to the decision. */
export function TimingChart({ exchange }: { readonly exchange: Exchange }) {
  const { t, locale } = useWords();
  const bars = timingBars(exchange.timing);
  return (
    <>
      <dl className={css['chart']}>
        {bars.map(({ step, ms, from, share }) => (
          <div key={step} className={css['row']}>
            <dt>{t(`log.timing.${step}`)}</dt>
            <dd className={css['bar']} aria-hidden>
              <i data-step={step} style={{ left: `${from * 100}%`, width: `${share * 100}%` }} />
            </dd>
            <dd className={css['ms']}>{duration(ms, locale)}</dd>
          </div>
        ))}
        <div className={css['row']} data-total>
          <dt>{t('log.timing.total')}</dt>
          <dd aria-hidden />
          <dd className={css['ms']}>{duration(exchange.timing.totalMs, locale)}</dd>
        </div>
      </dl>
      {bars.length === 0 && exchange.origin === 'captured' && (
        <p className={css['about']}>{t('log.timing.captured')}</p>
      )}
    </>
  );
}
