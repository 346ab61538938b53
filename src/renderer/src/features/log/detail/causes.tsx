import { ChevronRight, CircleHelp, Minus, TriangleAlert, X, type LucideIcon } from 'lucide-react';
import type { Cause, Exchange } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Sure, type Tone } from '../../../ui/marks.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { useAnswer } from '../use-exchange.ts';
import { Section } from './facts.tsx';
import { FixButton } from './fix-button.tsx';
import css from './causes.module.css';
import checkCss from './checks.module.css';

const looks: Readonly<Record<Cause['rank'], { readonly icon: LucideIcon; readonly tone?: Tone }>> = {
  found: { icon: X, tone: 'rejected' },
  likely: { icon: TriangleAlert, tone: 'warning' },
  possible: { icon: CircleHelp },
  'ruled-out': { icon: Minus },
};

function CauseRow({
  cause,
  exchange,
  wasLocal,
}: {
  readonly cause: Cause;
  readonly exchange: Exchange;
  readonly wasLocal: boolean;
}) {
  const { t, say } = useWords();
  const { icon: Icon, tone } = looks[cause.rank];
  const rank = t(`log.cause.${cause.rank}`);
  return (
    <li className={css['cause']} data-tone={tone} data-rank={cause.rank}>
      <Icon aria-hidden />
      <div className={css['words']}>
        <span>
          <b className={css['rank']}>{rank}</b> {say(cause.phrase)}
        </span>
        {cause.fix && (
          <div className={css['fix']}>
            {cause.fix.action ? (
              <FixButton exchange={exchange} wasLocal={wasLocal} fix={cause.fix} action={cause.fix.action} />
            ) : (
              <span>{say(cause.fix.phrase)}</span>
            )}
          </div>
        )}
      </div>
      {cause.rank !== 'ruled-out' && <Sure certainty={cause.certainty} />}
    </li>
  );
}

/** What the card above it says already: the usual cause, and the check of our gateway that decided. */
const isSaid = ({ id }: Cause): boolean => id === 'usual' || id.startsWith('check ');

/** Why it was refused, the surest first, each with what mends it; what was looked at and is not the reason is folded away. */
export function Causes({ exchange, wasLocal }: { readonly exchange: Exchange; readonly wasLocal: boolean }) {
  const { t } = useWords();
  const { client } = useStores();
  const answer = useAnswer(exchange.explanation ? exchange.id : '', (id) => client.exchanges.causes({ id }));
  if (answer.failure) return <FailureNote failure={answer.failure} />;
  const causes = answer.value?.causes.filter((cause) => !isSaid(cause)) ?? [];
  if (causes.length === 0) return null;
  const out = causes.filter((cause) => cause.rank === 'ruled-out');
  const open = causes.filter((cause) => cause.rank !== 'ruled-out');
  const row = (cause: Cause) => <CauseRow key={cause.id} cause={cause} exchange={exchange} wasLocal={wasLocal} />;
  return (
    <Section title={t('log.causes')} after={t('log.causes.about')}>
      {open.length > 0 && <ol className={css['list']}>{open.map(row)}</ol>}
      {out.length > 0 && (
        <details className={checkCss['fold']}>
          <summary>
            <ChevronRight aria-hidden />
            {t('log.causes.out', { n: out.length })}
          </summary>
          <ol className={css['list']}>{out.map(row)}</ol>
        </details>
      )}
    </Section>
  );
}
