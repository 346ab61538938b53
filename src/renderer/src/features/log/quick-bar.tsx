import { KeyRound, type LucideIcon } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { toneIcons, type Tone } from '../../ui/marks.tsx';
import { quickFilters, quickOf, type QuickFilter } from './rows.ts';
import css from './quick-bar.module.css';

const looks: Readonly<Record<QuickFilter, { readonly icon: LucideIcon | null; readonly tone?: Tone }>> = {
  all: { icon: null },
  rejected: { icon: toneIcons.rejected, tone: 'rejected' },
  captured: { icon: toneIcons.captured, tone: 'captured' },
  sent: { icon: toneIcons.sent, tone: 'sent' },
  auth: { icon: KeyRound, tone: 'imported' },
};
const names = ['all', 'rejected', 'captured', 'sent', 'auth'] as const;

interface QuickBarProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  /** What stands at the end of the bar. */
  readonly children: ReactNode;
}

/** One press to what people look for most; each is a filter that stands in the bar above then. */
export function QuickBar({ filter, onFilter, children }: QuickBarProps) {
  const { t } = useWords();
  return (
    <div className={css['line']}>
      <ToggleGroup.Root
        type="single"
        className={css['bar']}
        aria-label={t('log.filter')}
        value={quickOf(filter)}
        // Radix gives an empty value when the pressed one is pressed again; that is back to all.
        onValueChange={(next) => onFilter(quickFilters[names.find((one) => one === next) ?? 'all'])}
      >
        {names.map((name) => {
          const { icon: Icon, tone } = looks[name];
          return (
            <ToggleGroup.Item key={name} value={name} className={css['filter']} data-tone={tone}>
              {Icon && <Icon aria-hidden />}
              {t(`log.filter.${name}`)}
            </ToggleGroup.Item>
          );
        })}
      </ToggleGroup.Root>
      {children}
    </div>
  );
}
