import { BellOff, CircleHelp, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { Device, QuietReason } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Sure } from '../../../ui/marks.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { useReasons } from './use-reasons.ts';
import css from './reasons.module.css';

const icons: Readonly<Record<QuietReason['sure'], LucideIcon>> = {
  certain: BellOff,
  likely: TriangleAlert,
  possible: CircleHelp,
};

/** One reason: how sure it is, what it does, why, what to change, and where that is written. */
function Reason({ reason }: { readonly reason: QuietReason }) {
  const { t, say } = useWords();
  const { sure, effect, phrase, change, certainty, source } = reason;
  const Icon = icons[sure];
  return (
    <li data-sure={sure}>
      <Icon aria-hidden />
      <div>
        <p className={css['lead']}>
          <b>{t(`phones.reason.${sure}`)}</b>
          <span>{t(`phones.effect.${effect}`)}</span>
        </p>
        <p>{say(phrase)}</p>
        <p className={css['change']}>{t('phones.reason.change', { change: say(change) })}</p>
        <p className={css['source']}>
          <Sure certainty={certainty} />
          <span>
            {source.title} · {t('phones.checked', { date: source.checked })}
          </span>
        </p>
      </div>
    </li>
  );
}

/** The reasons themselves, surest first. Empty: a sentence that says so. */
export function ReasonList({ reasons }: { readonly reasons: readonly QuietReason[] }) {
  const { t } = useWords();
  if (reasons.length === 0) return <p className={css['none']}>{t('phones.reason.none')}</p>;
  return (
    <ul className={css['reasons']} aria-label={t('phones.reason.title')}>
      {reasons.map((reason) => (
        <Reason key={reason.id} reason={reason} />
      ))}
    </ul>
  );
}

/** «Why it may stay unnoticed»: of the notification that is looked at. */
export function ReasonsOf({ notificationId, device }: { readonly notificationId: string; readonly device: Device }) {
  const answer = useReasons(notificationId, device);
  if (!answer) return null;
  return answer.failure ? <FailureNote failure={answer.failure} /> : <ReasonList reasons={answer.reasons} />;
}
