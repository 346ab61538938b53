import { ArrowLeftRight, X } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent, type Ref } from 'react';
import type { Exchange } from '../../../../../shared/contract/index.ts';
import { useWords, type Words } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { outcomeWords } from '../../../ui/exchange-words.ts';
import { Switch } from '../../../ui/field.tsx';
import { byteCount, dayAndClock, duration } from '../../../ui/format.ts';
import { Bare, outcomeTone, VendorMark } from '../../../ui/marks.tsx';
import { EmptyState, FailureNote } from '../../../ui/notes.tsx';
import { Section } from '../detail/facts.tsx';
import { useAnswer } from '../use-exchange.ts';
import { diffBodies, diffFacts, diffHeaders, onlyDifferent, type DiffRow } from './diff.ts';
import { DiffTable } from './diff-table.tsx';
import { pairKey } from './pair.ts';
import css from './compare.module.css';

const factsOf = (left: Exchange, right: Exchange, words: Words): readonly DiffRow[] => {
  const { t, locale } = words;
  const fact = (id: string, of: (exchange: Exchange) => string): [string, string, string] => [
    t(`log.compare.${id}`),
    of(left),
    of(right),
  ];
  return diffFacts([
    fact('outcome', (one) => outcomeWords(one, words)),
    fact('status', ({ status }) => String(status ?? '')),
    fact('vendor', ({ vendor }) => vendor),
    fact('origin', ({ origin }) => t(`origin.${origin}`)),
    fact('token', ({ targets }) => targets.map(({ token }) => token).join('\n')),
    fact('address', ({ request }) => `${request.method} ${request.origin}${request.path}`),
    fact('took', ({ tookMs }) => (tookMs === null ? '' : duration(tookMs, locale))),
    fact('bytes', ({ request }) => byteCount(request.body.bytes, locale)),
  ]);
};

const textOf = (body: Exchange['request']['body'] | undefined): string => body?.text ?? body?.bodyB64 ?? '';

interface Part {
  readonly id: 'facts' | 'headers' | 'body' | 'answer-headers' | 'answer-body';
  readonly rows: readonly DiffRow[];
}
const partsOf = (left: Exchange, right: Exchange, words: Words): readonly Part[] => [
  { id: 'facts', rows: factsOf(left, right, words) },
  { id: 'headers', rows: diffHeaders(left.request.headers, right.request.headers) },
  { id: 'body', rows: diffBodies(textOf(left.request.body), textOf(right.request.body)) },
  { id: 'answer-headers', rows: diffHeaders(left.response?.headers ?? [], right.response?.headers ?? []) },
  { id: 'answer-body', rows: diffBodies(textOf(left.response?.body), textOf(right.response?.body)) },
];

function Side({ exchange }: { readonly exchange: Exchange }) {
  const words = useWords();
  const { ui } = useStores();
  return (
    <button
      type="button"
      className={css['side']}
      title={words.t('log.compare.open')}
      onClick={() => ui.choose('log', exchange.id)}
    >
      <VendorMark vendor={exchange.vendor} />
      <b>{exchange.title || exchange.body || exchange.id}</b>
      <Bare tone={outcomeTone(exchange.outcome)}>{outcomeWords(exchange, words)}</Bare>
      <time>{dayAndClock(exchange.atMs)}</time>
    </button>
  );
}

interface ComparePaneProps {
  readonly id: string;
  readonly other: string;
  readonly pane: Ref<HTMLElement>;
  /** Back to the first of the two. */
  readonly onClose: () => void;
}

/** Two exchanges side by side: what they are, their headers and bodies by key, both ways. */
export function ComparePane({ id, other, pane, onClose }: ComparePaneProps) {
  const words = useWords();
  const { t } = words;
  const { client, ui } = useStores();
  const [isWhole, setWhole] = useState(false);
  const first = useAnswer(id, () => client.exchanges.get({ id }));
  const second = useAnswer(other, () => client.exchanges.get({ id: other }));
  const [left, right] = [first.value, second.value];
  const parts = useMemo(() => (left && right ? partsOf(left, right, words) : []), [left, right, words]);
  const failure = first.failure ?? second.failure;
  const shown = parts.map((part) => ({ ...part, shown: isWhole ? part.rows : onlyDifferent(part.rows) }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    // A pane takes Escape from everything inside it; it is no control itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={pane}
      className={css['pane']}
      aria-label={t('log.compare')}
      data-pane
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className={css['head']}>
        <h2>{t('log.compare')}</h2>
        <label className={css['whole']} htmlFor="log-compare-whole">
          <Switch id="log-compare-whole" on={isWhole} onChange={setWhole} />
          {t('log.compare.whole')}
        </label>
        <IconButton
          icon={<ArrowLeftRight />}
          label={t('log.compare.swap')}
          small
          onClick={() => ui.choose('log', pairKey(other, id))}
        />
        <IconButton icon={<X />} label={t('log.compare.close')} small onClick={onClose} />
      </header>
      {failure && <FailureNote failure={failure} />}
      {left && right && (
        <div className={css['body']}>
          <div className={css['sides']}>
            <Side exchange={left} />
            <Side exchange={right} />
          </div>
          {shown.every((part) => part.shown.length === 0) && (
            <EmptyState title={t('log.compare.same')}>{t('log.compare.same.text')}</EmptyState>
          )}
          {shown.map(
            (part) =>
              part.shown.length > 0 && (
                <Section
                  key={part.id}
                  title={t(`log.compare.${part.id}`)}
                  after={t('log.compare.count', {
                    n: part.rows.filter((row) => row.state !== 'same').length,
                    count: part.rows.length,
                  })}
                >
                  <DiffTable rows={part.shown} label={t(`log.compare.${part.id}`)} />
                </Section>
              ),
          )}
        </div>
      )}
    </section>
  );
}
