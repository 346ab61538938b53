import { Check } from 'lucide-react';
import type { Intent } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Fold } from '../../../ui/fold.tsx';
import css from './decision.module.css';

/** For each field of the notification, which of several sources gave it its value. */
export function Traces({ intent }: { readonly intent: Intent }) {
  const { t, say } = useWords();
  return (
    <Fold title={t('compose.traces')}>
      <table className={css['traces']}>
        <thead>
          <tr>
            <th scope="col">{t('compose.traces.field')}</th>
            <th scope="col">{t('compose.traces.from')}</th>
            <th scope="col">{t('compose.traces.value')}</th>
          </tr>
        </thead>
        <tbody>
          {intent.traces.map((trace) =>
            trace.candidates.length === 0 ? (
              <tr key={trace.field}>
                <th scope="row">{t(`compose.field.${trace.field}`)}</th>
                <td colSpan={2} className={css['unset']}>
                  {trace.note ? say(trace.note) : t('compose.traces.none')}
                </td>
              </tr>
            ) : (
              trace.candidates.map((candidate, index) => (
                <tr key={`${trace.field} ${candidate.from}`} data-lost={!candidate.used || undefined}>
                  {index === 0 && (
                    <th scope="row" rowSpan={trace.candidates.length}>
                      {t(`compose.field.${trace.field}`)}
                    </th>
                  )}
                  <td>
                    <span className={css['from']}>
                      {candidate.used && <Check aria-label={t('compose.traces.used')} />}
                      <code>{candidate.from}</code>
                    </span>
                  </td>
                  <td>
                    {candidate.value}
                    {candidate.used && trace.note && <span className={css['traceNote']}>{say(trace.note)}</span>}
                  </td>
                </tr>
              ))
            ),
          )}
        </tbody>
      </table>
    </Fold>
  );
}
