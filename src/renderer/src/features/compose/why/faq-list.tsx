import { useMemo } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { Fold } from '../../../ui/fold.tsx';
import { factsOf, type DecisionFacts } from './facts.ts';
import { matchingRows } from './faq.ts';
import { GateSource } from './gate-source.tsx';
import css from './gates.module.css';

/** What people ask about decisions like this one, and what helps. */
export function FaqList({ decision, device, account, message }: DecisionFacts) {
  const { t } = useWords();
  const rows = useMemo(
    () => matchingRows(factsOf({ decision, device, account, message })),
    [decision, device, account, message],
  );
  if (rows.length === 0) return null;
  return (
    <Fold
      arrowLast
      // A no is asked about; a yes only when somebody wonders.
      key={decision.pushed ? 'pushed' : 'stopped'}
      startsOpen={!decision.pushed}
      title={t('compose.whyPanel.faq')}
      note={t('compose.whyPanel.faq.n', { n: rows.length })}
    >
      <ul className={css['faq']} aria-label={t('compose.whyPanel.faq')}>
        {rows.map((row) => (
          <li key={row.id} aria-label={t('compose.whyPanel.faq.row', { n: row.number })}>
            <p className={css['name']}>{t(`compose.faq.${row.id}.symptom`)}</p>
            <p className={css['why']}>{t(`compose.faq.${row.id}.fix`)}</p>
            <GateSource gate={row} sure />
          </li>
        ))}
      </ul>
    </Fold>
  );
}
