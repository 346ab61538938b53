import { Ban, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { createContext, memo, useContext } from 'react';
import type { DraftView, Problem, VendorId } from '../../../../../shared/contract/index.ts';
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

/** The drafts as they are now. In a context, so that a new size redraws a number and not the tab around it. */
const Views = createContext<readonly VendorDraft[]>([]);

/** One cell per vendor: how large its draft is, what is wrong with it, whether anybody has it. Arrows move between them. */
export function DraftStrip({ drafts }: { readonly drafts: readonly VendorDraft[] }) {
  const { t } = useWords();
  return (
    <Tabs.List className={css['strip']} aria-label={t('compose.drafts')}>
      <Views value={drafts}>
        {drafts.map(({ vendor, label, row }) => (
          <DraftCell
            key={vendor}
            vendor={vendor}
            label={label}
            device={row?.device.name ?? null}
            isStopped={row !== null && !row.decision.pushed}
          />
        ))}
      </Views>
    </Tabs.List>
  );
}

/** Nine stand side by side: from a thousand bytes on one decimal is enough; the counters below have them all. */
const shortBytes = (bytes: number, locale: string): string =>
  bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toLocaleString(locale, { maximumFractionDigits: 1 })} kB`;

const DraftCell = memo(function DraftCell(props: {
  readonly vendor: VendorId;
  readonly label: string;
  /** Null: a stand-in. */
  readonly device: string | null;
  readonly isStopped: boolean;
}) {
  const { vendor, label, device, isStopped } = props;
  const { t } = useWords();
  return (
    <Tabs.Trigger
      value={vendor}
      className={css['cell']}
      data-stopped={isStopped || undefined}
      data-stands-in={device === null || undefined}
      title={device ?? t('compose.standIn')}
    >
      <span className={css['cellName']}>{label}</span>
      <span className={spoken}>{device ?? t('compose.standIn')}</span>
      <CellFacts vendor={vendor} isStopped={isStopped} />
    </Tabs.Trigger>
  );
});

function CellFacts({ vendor, isStopped }: { readonly vendor: VendorId; readonly isStopped: boolean }) {
  const { t, locale } = useWords();
  const view: DraftView | null = useContext(Views).find((one) => one.vendor === vendor)?.view ?? null;
  const worst = worstOf(view?.problems ?? []);
  return (
    <span className={css['cellFacts']}>
      <span className={css['cellSize']}>
        {view ? shortBytes(utf8Bytes(view.draft.payload), locale) : t('compose.draft.none')}
      </span>
      {isStopped && <Ban role="img" aria-label={t('compose.device.stopped')} />}
      {worst && <WorstMark severity={worst} />}
    </span>
  );
}

const WorstMark = memo(function WorstMark({ severity }: { readonly severity: Worst }) {
  const { t } = useWords();
  const Icon = icons[severity];
  return (
    <Icon role="img" aria-label={t(`severity.${severity}`)} data-tone={tones[severity]} className={css['worst']} />
  );
});
