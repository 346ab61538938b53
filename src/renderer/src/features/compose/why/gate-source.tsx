import type { GateResult } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Sure } from '../../../ui/marks.tsx';
import css from './gates.module.css';

/** Where a rule is written down, when somebody last read it there, and (unless it stands elsewhere) how sure it is. */
export function GateSource({
  gate: { source, certainty },
  sure = false,
}: {
  readonly gate: Pick<GateResult, 'source' | 'certainty'>;
  readonly sure?: boolean;
}) {
  const { t } = useWords();
  return (
    <p className={css['source']}>
      {source.url === undefined ? (
        source.title
      ) : (
        <a href={source.url} target="_blank" rel="noreferrer">
          {source.title}
        </a>
      )}
      <span>{t('compose.source.checked', { date: source.checked })}</span>
      {sure && <Sure certainty={certainty} />}
    </p>
  );
}

/** The values a rule looked at; nothing when there are none. */
export function GateValues({ values }: Pick<GateResult, 'values'>) {
  const { t } = useWords();
  const set = values.filter(({ value }) => value !== '');
  if (set.length === 0) return null;
  return (
    <dl className={css['values']} aria-label={t('compose.whyPanel.values')}>
      {set.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
