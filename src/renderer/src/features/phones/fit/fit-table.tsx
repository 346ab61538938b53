import { Check, ChevronRight, CircleHelp, EyeOff, Scissors, TriangleAlert, type LucideIcon } from 'lucide-react';
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
  hidden: { icon: EyeOff, tone: 'imported' },
};

/** One text in words: fits, cut after N of M, may be cut. */
export function FitWords({ fit }: { readonly fit: Fit }) {
  const { t } = useWords();
  if (fit.state === 'absent') return <span className={css['absent']}>{t('phones.fit.absent')}</span>;
  const { icon: Icon, tone } = looks[fit.state];
  const { shown, total, lines, maxLines } = fit;
  const id = `phones.fit.${fit.state}`;
  const isWhole = fit.state === 'hidden' || (fit.state === 'fits' ? maxLines === 1 : shown === total);
  return (
    <span className={css['fit']} data-tone={tone} data-state={fit.state}>
      <Icon aria-hidden />
      <span>{t(isWhole ? id : `${id}-at`, { shown, total, lines, maxLines })}</span>
    </span>
  );
}

/** The rows of one phone whose texts are cut alike, as one. */
const alike = (rows: readonly FitRow[]): readonly (readonly [FitRow, ...FitRow[]])[] => {
  const groups = Map.groupBy(rows, ({ deviceId, slots, certainty }) => JSON.stringify([deviceId, slots, certainty]));
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []));
};

/** Lets the rows be folded away; the head stays. */
export interface Fold {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** «What the person reads»: per surface, whether title and text are cut, and how sure that is. */
export function FitTable({
  rows,
  fold,
  isOnePhone = false,
}: {
  readonly rows: readonly FitRow[];
  readonly fold?: Fold;
  /** The phone is named elsewhere: the rows name only their surface. */
  readonly isOnePhone?: boolean;
}) {
  const { t, locale } = useWords();
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'short' });
  const nameOf = (group: readonly [FitRow, ...FitRow[]]): string => {
    const [{ model, said }] = group;
    const surfaces = list.format(group.map((one) => t(`phones.surface.${one.said}`)));
    if (isOnePhone) return surfaces;
    return group.length > 1 ? t('phones.fit.on.surfaces', { model, surfaces }) : t(`phones.fit.on.${said}`, { model });
  };
  const hasSubtitle = rows.some((row) => row.slots.subtitle.state !== 'absent');
  const isOpen = fold?.isOpen ?? true;
  const slots = hasSubtitle ? ['title', 'subtitle', 'body'] : ['title', 'body'];
  const columns = isOpen ? [...slots.map((slot) => `phones.fit.slot.${slot}`), 'phones.sure'] : [];
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
          {columns.map((id) => (
            <th key={id} scope="col">
              {t(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {isOpen && rows.length === 0 && (
          <tr>
            <td colSpan={columns.length + 1} className={css['absent']}>
              {t('phones.fit.nothing')}
            </td>
          </tr>
        )}
        {isOpen &&
          alike(rows).map(([row, ...others]) => (
            <tr key={row.id}>
              <th scope="row">{nameOf([row, ...others])}</th>
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
