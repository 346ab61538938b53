import { useWords } from '../../../i18n/index.ts';
import { daysUntil, shareOf } from '../model/credential-state.ts';
import { dayText } from '../model/dates.ts';
import { daysWords } from '../model/entry-rows.ts';
import css from './validity-bar.module.css';

const soonDays = 30;

/** From the day a certificate was issued to the day it ends, with today on it. */
export function ValidityBar(props: { readonly fromMs: number; readonly untilMs: number; readonly nowMs: number }) {
  const { t, locale } = useWords();
  const { fromMs, untilMs, nowMs } = props;
  const share = shareOf(fromMs, untilMs, nowMs);
  const days = daysUntil(untilMs, nowMs);
  const state = days < 0 ? 'over' : days <= soonDays ? 'soon' : undefined;
  const from = dayText(fromMs, locale);
  const until = dayText(untilMs, locale);
  return (
    <div
      className={css['validity']}
      role="img"
      aria-label={t('credentials.validity.spoken', { from, until, left: daysWords(t, days) })}
    >
      <div className={css['track']} data-state={state}>
        <i className={css['past']} style={{ width: `${share * 100}%` }} />
        <i className={css['now']} style={{ insetInlineStart: `${share * 100}%` }} />
        <span
          className={css['today']}
          style={share > 0.5 ? { insetInlineEnd: `${(1 - share) * 100}%` } : { insetInlineStart: `${share * 100}%` }}
        >
          {t('credentials.validity.today', { left: daysWords(t, days) })}
        </span>
      </div>
      <div className={css['ends']}>
        <span>{t('credentials.validity.from', { day: from })}</span>
        <span>{t(days < 0 ? 'credentials.validity.ended' : 'credentials.validity.until', { day: until })}</span>
      </div>
    </div>
  );
}
