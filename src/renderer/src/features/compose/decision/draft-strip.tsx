import { Ban, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { Problem } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import type { Tone } from '../../../ui/marks.tsx';
import { utf8Bytes } from '../model/ext.ts';
import { spoken } from '../../../ui/spoken.ts';
import type { VendorDraft } from '../model/vendor-drafts.ts';
import css from './strip.module.css';

const tones: Readonly<Record<Worst, Tone>> = { error: 'rejected', warning: 'warning' };

const bySeverity = ['error', 'warning'] as const;
type Worst = (typeof bySeverity)[number];
const icons: Readonly<Record<Worst, LucideIcon>> = { error: OctagonX, warning: TriangleAlert };

/** The worst that is wrong with a draft; notes do not count. */
const worstOf = (problems: readonly Problem[]): Worst | undefined =>
  bySeverity.find((severity) => problems.some((problem) => problem.severity === severity));

/** One cell per vendor: how large its draft is, what is wrong with it, whether anybody has it. Arrows move between them. */
export function DraftStrip({ drafts }: { readonly drafts: readonly VendorDraft[] }) {
  const { t } = useWords();
  return (
    <Tabs.List className={css['strip']} aria-label={t('compose.drafts')}>
      {drafts.map((draft) => (
        <DraftCell key={draft.vendor} draft={draft} />
      ))}
    </Tabs.List>
  );
}

/** Nine stand side by side: from a thousand bytes on one decimal is enough; the counters below have them all. */
const shortBytes = (bytes: number, locale: string): string =>
  bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toLocaleString(locale, { maximumFractionDigits: 1 })} kB`;

function DraftCell({ draft: { vendor, label, row, view } }: { readonly draft: VendorDraft }) {
  const { t, locale } = useWords();
  const worst = worstOf(view?.problems ?? []);
  const bytes = view && utf8Bytes(view.draft.payload);
  const isStopped = row !== null && !row.decision.pushed;
  return (
    <Tabs.Trigger
      value={vendor}
      className={css['cell']}
      data-stopped={isStopped || undefined}
      data-stands-in={row === null || undefined}
      title={row ? row.device.name : t('compose.standIn')}
    >
      <span className={css['cellName']}>{label}</span>
      <span className={spoken}>{row ? row.device.name : t('compose.standIn')}</span>
      <span className={css['cellFacts']}>
        <span className={css['cellSize']}>{bytes === null ? t('compose.draft.none') : shortBytes(bytes, locale)}</span>
        {isStopped && <Ban role="img" aria-label={t('compose.device.stopped')} />}
        {worst && <WorstMark severity={worst} />}
      </span>
    </Tabs.Trigger>
  );
}

function WorstMark({ severity }: { readonly severity: Worst }) {
  const { t } = useWords();
  const Icon = icons[severity];
  return (
    <Icon role="img" aria-label={t(`severity.${severity}`)} data-tone={tones[severity]} className={css['worst']} />
  );
}
