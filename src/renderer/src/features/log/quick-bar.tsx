import { KeyRound, type LucideIcon } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import { useWords } from '../../i18n/index.ts';
import { grouped } from '../../ui/format.ts';
import { toneIcons, type Tone } from '../../ui/marks.tsx';
import { quickFilters, type QuickFilter } from './rows.ts';
import css from './quick-bar.module.css';

const looks: Readonly<Record<QuickFilter, { readonly icon: LucideIcon | null; readonly tone?: Tone }>> = {
  all: { icon: null },
  rejected: { icon: toneIcons.rejected, tone: 'rejected' },
  captured: { icon: toneIcons.captured, tone: 'captured' },
  sent: { icon: toneIcons.sent, tone: 'sent' },
  auth: { icon: KeyRound, tone: 'imported' },
};

interface QuickBarProps {
  readonly filter: QuickFilter;
  readonly counts: Readonly<Record<QuickFilter, number>>;
  readonly onChange: (filter: QuickFilter) => void;
}

/** One press to what people look for most. The numbers count what is loaded. */
export function QuickBar({ filter, counts, onChange }: QuickBarProps) {
  const { t, locale } = useWords();
  return (
    <ToggleGroup.Root
      type="single"
      className={css['bar']}
      aria-label={t('log.filter')}
      value={filter}
      // Radix gives an empty value when the pressed one is pressed again; that is back to all.
      onValueChange={(next) => onChange(quickFilters.find((one) => one === next) ?? 'all')}
    >
      {quickFilters.map((name) => {
        const { icon: Icon, tone } = looks[name];
        const count = grouped(counts[name], locale);
        return (
          <ToggleGroup.Item
            key={name}
            value={name}
            className={css['filter']}
            data-tone={tone}
            aria-label={t('log.filter.spoken', { name: t(`log.filter.${name}`), count })}
          >
            {Icon && <Icon aria-hidden />}
            {t(`log.filter.${name}`)}
            <span className={css['count']}>{count}</span>
          </ToggleGroup.Item>
        );
      })}
    </ToggleGroup.Root>
  );
}
