import { Check, ChevronRight, CircleHelp, Scissors, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { Sure, type Tone } from '../../../ui/marks.tsx';
import type { Fit } from './fit.ts';
import type { FitRow } from './fit-card.ts';
import css from './fit-table.module.css';

const looks: Readonly<Record<Exclude<Fit['state'], 'absent'>, { readonly icon: LucideIcon; readonly tone: Tone }>> = {
  fits: { icon: Check, tone: 'accepted' },
  'may-be-cut': { icon: TriangleAlert, tone: 'warning' },
  cut: { icon: Scissors, tone: 'warning' },
  unmeasurable: { icon: CircleHelp, tone: 'imported' },
};

/** One text in words: fits, cut after N of M, may be cut. */
export function FitWords({ fit }: { readonly fit: Fit }) {
  const { t } = useWords();
  if (fit.state === 'absent') return <span className={css['absent']}>{t('phones.fit.absent')}</span>;
  const { icon: Icon, tone } = looks[fit.state];
  const { shown, total, lines, maxLines } = fit;
  const id = fit.state === 'fits' && maxLines > 1 ? 'phones.fit.fits-lines' : `phones.fit.${fit.state}`;
  return (
    <span className={css['fit']} data-tone={tone}>
      <Icon aria-hidden />
      <span>{t(id, { shown, total, lines, maxLines })}</span>
    </span>
  );
}

/** Lets the rows be folded away; the head stays. */
export interface Fold {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** «What the person reads»: per surface, whether title and text are cut, and how sure that is. */
export function FitTable({ rows, fold }: { readonly rows: readonly FitRow[]; readonly fold?: Fold }) {
  const { t } = useWords();
  const hasSubtitle = rows.some((row) => row.slots.subtitle.state !== 'absent');
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col">
            {fold ? (
              <button type="button" className={css['fold']} aria-expanded={fold.isOpen} onClick={fold.onToggle}>
                <ChevronRight aria-hidden />
                {t('phones.fit.title')}
              </button>
            ) : (
              t('phones.fit.title')
            )}
          </th>
          <th scope="col">{t('phones.fit.slot.title')}</th>
          {hasSubtitle && <th scope="col">{t('phones.fit.slot.subtitle')}</th>}
          <th scope="col">{t('phones.fit.slot.body')}</th>
          <th scope="col">{t('phones.sure')}</th>
        </tr>
      </thead>
      <tbody>
        {(fold?.isOpen ?? true) &&
          rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{t(`phones.fit.on.${row.surface}`, { model: row.model })}</th>
              <td>
                <FitWords fit={row.slots.title} />
              </td>
              {hasSubtitle && (
                <td>
                  <FitWords fit={row.slots.subtitle} />
                </td>
              )}
              <td>
                <FitWords fit={row.slots.body} />
              </td>
              <td>
                <Sure certainty={row.certainty} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
