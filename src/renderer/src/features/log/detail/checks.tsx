import { Check as CheckIcon, ChevronRight, CircleHelp, Minus, X, type LucideIcon } from 'lucide-react';
import type { Check, Verdict } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Sure, type Tone } from '../../../ui/marks.tsx';
import css from './checks.module.css';

const looks: Readonly<Record<Check['outcome'], { readonly icon: LucideIcon; readonly tone?: Tone }>> = {
  passed: { icon: CheckIcon, tone: 'accepted' },
  failed: { icon: X, tone: 'rejected' },
  unverified: { icon: CircleHelp, tone: 'warning' },
  'not-reached': { icon: Minus },
};

function CheckRow({ check }: { readonly check: Check }) {
  const { t, say } = useWords();
  const { icon: Icon, tone } = looks[check.outcome];
  return (
    <li
      className={css['check']}
      data-tone={tone}
      data-strong={check.outcome === 'failed' || undefined}
      data-dim={check.outcome === 'not-reached' || undefined}
    >
      <span role="img" aria-label={t(`log.check.${check.outcome}`)} title={t(`log.check.${check.outcome}`)}>
        <Icon aria-hidden />
      </span>
      <div className={css['words']}>
        <span>{say(check.phrase)}</span>
        {check.code !== null && check.outcome !== 'passed' && (
          <code className={css['code']}>{t('log.check.code', { code: check.code })}</code>
        )}
      </div>
      <Sure certainty={check.certainty} />
    </li>
  );
}

/** Checks that need no attention, behind one line. */
function Fold({ checks, outcome }: { readonly checks: readonly Check[]; readonly outcome: 'passed' | 'not-reached' }) {
  const { t } = useWords();
  const those = checks.filter((check) => check.outcome === outcome);
  if (those.length === 0) return null;
  return (
    <details className={css['fold']}>
      <summary>
        <ChevronRight aria-hidden />
        {t(`log.checks.${outcome}`, { n: those.length })}
      </summary>
      <ol>
        {those.map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ol>
    </details>
  );
}

/** All checks of a gateway, those that matter first: failed and unverified open, passed and not reached folded. */
export function Checks({ verdict }: { readonly verdict: Verdict }) {
  const open = verdict.checks.filter((check) => check.outcome === 'failed' || check.outcome === 'unverified');
  return (
    <div className={css['list']}>
      <ol>
        {open.map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ol>
      <Fold checks={verdict.checks} outcome="passed" />
      <Fold checks={verdict.checks} outcome="not-reached" />
    </div>
  );
}
