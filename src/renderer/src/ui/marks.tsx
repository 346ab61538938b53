import {
  ArrowDownLeft,
  ArrowUpRight,
  Check,
  FileInput,
  Telescope,
  TriangleAlert,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Certainty, Outcome, VendorId } from '../../../shared/contract/index.ts';
import { useWords } from '../i18n/index.ts';
import css from './marks.module.css';

/** A meaning with one icon and one colour; the word always stands beside it. */
export type Tone = 'accepted' | 'rejected' | 'warning' | 'predicted' | 'captured' | 'sent' | 'imported';
export const toneIcons: Readonly<Record<Tone, LucideIcon>> = {
  accepted: Check,
  rejected: X,
  warning: TriangleAlert,
  predicted: Telescope,
  captured: ArrowDownLeft,
  sent: ArrowUpRight,
  imported: FileInput,
};

/** A fact in a header: tinted, with its icon. Predictions have a dashed frame. */
export function Chip({ tone, children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  const Icon = tone ? toneIcons[tone] : null;
  return (
    <span className={css['chip']} data-tone={tone}>
      {Icon && <Icon aria-hidden />}
      {children}
    </span>
  );
}

/** Icon and word without a fill, for tables. */
export function Bare({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  const Icon = toneIcons[tone];
  return (
    <span className={css['bare']} data-tone={tone}>
      <Icon aria-hidden />
      <span>{children}</span>
    </span>
  );
}

/** How an exchange ended, as a tone. */
export const outcomeTone = (outcome: Outcome): Tone =>
  outcome === 'accepted' ? 'accepted' : outcome === 'partly-accepted' ? 'warning' : 'rejected';

const monograms: Readonly<Record<VendorId, string>> = {
  apns: 'AP',
  fcm: 'FC',
  huawei: 'HW',
  honor: 'HN',
  xiaomi: 'XM',
  oppo: 'OP',
  vivo: 'VV',
  meizu: 'MZ',
  tpns: 'TP',
};

/** Two letters on a soft tint. The vendor's name stands beside it, so it is not spoken. */
export function VendorMark({ vendor, large = false }: { readonly vendor: VendorId; readonly large?: boolean }) {
  return (
    <span className={css['vendor']} data-vendor={vendor} data-large={large || undefined} aria-hidden>
      {monograms[vendor]}
    </span>
  );
}

const bars: Readonly<Record<Certainty, number>> = { documented: 4, measured: 3, reported: 2, guess: 1 };

/** How sure we are: four small bars and the word, grey because it is neither good nor bad. */
export function Sure({ certainty }: { readonly certainty: Certainty }) {
  const { t } = useWords();
  const filled = bars[certainty];
  return (
    <span className={css['sure']} title={t(`certainty.${certainty}.about`)}>
      <span className={css['bars']} aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <i key={bar} data-on={bar <= filled || undefined} />
        ))}
      </span>
      {t(`certainty.${certainty}`)}
    </span>
  );
}

/** A quantity against its limit. */
export function Meter({ used, limit }: { readonly used: number; readonly limit: number }) {
  const share = limit > 0 ? used / limit : 0;
  const state = share > 1 ? 'over' : share > 0.9 ? 'near' : undefined;
  return (
    <span className={css['meter']} data-state={state} aria-hidden>
      <i style={{ width: `${Math.min(share, 1) * 100}%` }} />
    </span>
  );
}
