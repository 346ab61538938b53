import { BellOff, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Device } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom } from '../../stores/index.ts';
import { ReasonList } from './inspector/reasons.tsx';
import { useReasons } from './inspector/use-reasons.ts';
import css from './notice-line.module.css';

/** Under a phone: that its newest push may stay unnoticed, and on asking why and what to change. Nothing where no reason is known. */
export function NoticeLine({ device }: { readonly device: Device }) {
  const { t } = useWords();
  const newest = useFrom('phones', (state) => state.phones[device.id]?.notifications[0]);
  const [isOpen, setIsOpen] = useState(false);
  const answer = useReasons(newest && newest.state !== 'gone' ? newest.id : undefined, device);
  const reasons = answer?.reasons ?? [];
  const first = reasons[0];
  if (!first) return null;
  return (
    <section className={css['notice']} aria-label={t('phones.notice.title')}>
      <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <ChevronRight aria-hidden data-open={isOpen || undefined} />
        <BellOff aria-hidden />
        <span>{t('phones.notice.title')}</span>
        <small>
          {t(`phones.reason.${first.sure}`)} · {t(`phones.effect.${first.effect}`)}
        </small>
        <b>{reasons.length}</b>
      </button>
      {isOpen && (
        <div className={css['list']}>
          <ReasonList reasons={reasons} />
        </div>
      )}
    </section>
  );
}
