import { useMemo } from 'react';
import { useWords } from '../../i18n/index.ts';
import { LifeLine } from './detail/life-line.tsx';
import { lifeOf } from './detail/life.ts';
import { useExchange } from './use-exchange.ts';
import css from './log-list.module.css';

/** How far the push of one row came, step by step with each time, below the row. Nothing for a token request. */
export function LifePeek({ id, top }: { readonly id: string; readonly top: number }) {
  const { t } = useWords();
  const { exchange, sent, captured, arrivals } = useExchange(id);
  const life = useMemo(
    () => (exchange ? lifeOf({ exchange, sent, captured, arrivals }) : []),
    [exchange, sent, captured, arrivals],
  );
  if (life.length === 0) return null;
  return (
    <div
      className={css['peek']}
      role="note"
      aria-label={t('log.life.peek')}
      style={{ transform: `translateY(${top}px)` }}
    >
      <LifeLine steps={life} />
    </div>
  );
}
