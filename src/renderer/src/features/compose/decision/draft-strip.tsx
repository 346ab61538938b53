import { Ban, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { Problem } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { VendorMark, type Tone } from '../../../ui/marks.tsx';
import { utf8Bytes } from '../model/ext.ts';
import type { DecisionRow } from '../use-compose.ts';
import { spoken } from '../../../ui/spoken.ts';
import css from './strip.module.css';

const tones: Readonly<Record<Worst, Tone>> = { error: 'rejected', warning: 'warning' };

const bySeverity = ['error', 'warning'] as const;
type Worst = (typeof bySeverity)[number];
const icons: Readonly<Record<Worst, LucideIcon>> = { error: OctagonX, warning: TriangleAlert };

/** The worst that is wrong with a draft; notes do not count. */
const worstOf = (problems: readonly Problem[]): Worst | undefined =>
  bySeverity.find((severity) => problems.some((problem) => problem.severity === severity));

/** One cell per device: whose, which vendor, how large, what is wrong. Arrows move between them. */
export function DraftStrip({ rows }: { readonly rows: readonly DecisionRow[] }) {
  const { t } = useWords();
  return (
    <Tabs.List className={css['strip']} aria-label={t('compose.drafts')}>
      {rows.map((row) => (
        <DraftCell key={row.deviceId} row={row} />
      ))}
    </Tabs.List>
  );
}

function DraftCell({ row }: { readonly row: DecisionRow }) {
  const { t } = useWords();
  const vendor = useFrom(
    'settings',
    (state) => state.vendors.find((one) => one.id === row.vendor)?.label ?? row.vendor,
  );
  const worst = worstOf(row.view?.problems ?? []);
  const size = row.view ? t('compose.bytes', { n: utf8Bytes(row.view.draft.payload) }) : t('compose.draft.none');
  return (
    <Tabs.Trigger value={row.deviceId} className={css['cell']} data-stopped={!row.decision.pushed || undefined}>
      <span className={css['cellName']}>{row.device.name}</span>
      <span className={css['cellFacts']}>
        <VendorMark vendor={row.vendor} />
        <span className={spoken}>{vendor}</span>
        <span className={css['cellSize']}>{size}</span>
        {!row.decision.pushed && <Ban role="img" aria-label={t('compose.device.stopped')} />}
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
