import { useMemo, useState, type KeyboardEvent, type RefObject } from 'react';
import type { CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useShortcut } from '../../../shortcuts/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { openSearch } from '../../../ui/code-editor.tsx';
import { Kbd } from '../../../ui/kbd.tsx';
import { EmptyState, FailureNote } from '../../../ui/notes.tsx';
import { TabSet, type Tab } from '../../../ui/tabs.tsx';
import { useExchange, type ExchangeView } from '../use-exchange.ts';
import { CompareButton } from '../compare/compare-button.tsx';
import { HandOverMenu } from '../hand-over/hand-over-menu.tsx';
import { DecisionTab } from './decision-tab.tsx';
import { DetailHead } from './detail-head.tsx';
import { ExportButton } from './export-button.tsx';
import { LifeLine } from './life-line.tsx';
import { lifeOf } from './life.ts';
import { OverviewTab } from './overview-tab.tsx';
import { PreviewTab } from './preview-tab.tsx';
import { RawTab } from './raw-tab.tsx';
import { ResendButton } from './resend-button.tsx';
import { TapTab } from './tap-tab.tsx';
import { RequestTab, ResponseTab } from './wire-tab.tsx';
import css from './detail-pane.module.css';

const detailTabs = ['overview', 'decision', 'request', 'response', 'preview', 'tap', 'raw'] as const;
export type DetailTab = (typeof detailTabs)[number];

/** What to do when nothing is chosen. */
function Hint() {
  const { t } = useWords();
  return (
    <EmptyState
      title={t('log.detail.none')}
      actions={
        <span className={css['keys']}>
          <span>
            <Kbd>J</Kbd>
            <Kbd>K</Kbd>
            {t('log.keys.move')}
          </span>
          <span>
            <Kbd>↵</Kbd>
            {t('log.keys.open')}
          </span>
          <span>
            <Kbd>Esc</Kbd>
            {t('log.keys.back')}
          </span>
        </span>
      }
    >
      {t('log.detail.none.text')}
    </EmptyState>
  );
}

const tabsOf = (
  view: ExchangeView,
  t: (id: string) => string,
  show: (tab: DetailTab) => void,
): readonly Tab<DetailTab>[] => {
  const { exchange } = view;
  if (!exchange) return [];
  const isPush = exchange.kind === 'push';
  const label = (tab: DetailTab) => t(`log.tab.${tab}`);
  return [
    { value: 'overview', label: label('overview'), content: <OverviewTab view={view} exchange={exchange} /> },
    { value: 'decision', label: label('decision'), empty: !view.sent?.decision, content: <DecisionTab view={view} /> },
    { value: 'request', label: label('request'), content: <RequestTab exchange={exchange} /> },
    {
      value: 'response',
      label: label('response'),
      empty: !exchange.response,
      content: <ResponseTab exchange={exchange} onExplain={() => show('overview')} />,
    },
    { value: 'preview', label: label('preview'), empty: !isPush, content: <PreviewTab view={view} id={exchange.id} /> },
    { value: 'tap', label: label('tap'), empty: !view.arrivals?.taps.length, content: <TapTab view={view} /> },
    { value: 'raw', label: label('raw'), content: <RawTab exchange={exchange} /> },
  ];
};

/** Into the search of what is shown. */
const findInside = (pane: HTMLElement): void => {
  const field = pane.querySelector<HTMLElement>('[data-find]');
  if (field) field.focus();
  else openSearch(pane);
};
/** Whether this is in the pane, and the pane shows something with a search of its own. */
const hasSearch = (pane: HTMLElement | null, target: EventTarget | null): boolean =>
  target instanceof Node && pane?.contains(target) === true && pane.querySelector('[data-find], .cm-editor') !== null;

interface DetailPaneProps {
  readonly id: string;
  readonly pane: RefObject<HTMLElement | null>;
  /** Back to the list. */
  readonly onLeave: () => void;
  /** Lets go of the exchange. */
  readonly onClose: () => void;
}

/** Everything about the chosen exchange. The tab stays while one goes from row to row, and is part of the address. */
export function DetailPane({ id, pane, onLeave, onClose }: DetailPaneProps) {
  const { t } = useWords();
  const view = useExchange(id);
  const { ui } = useStores();
  const shown = useFrom('ui', (state) => state.view.log);
  const tab = detailTabs.find((one) => one === shown) ?? 'overview';
  const setTab = (next: DetailTab) => ui.look('log', next);
  const [failure, setFailure] = useState<{ readonly id: string; readonly failure: CallFailure | null }>({
    id: '',
    failure: null,
  });
  const { summary, exchange, sent, captured, arrivals } = view;
  const life = useMemo(
    () => (exchange ? lifeOf({ exchange, sent, captured, arrivals }) : []),
    [exchange, sent, captured, arrivals],
  );
  useShortcut(
    'find',
    () => pane.current && findInside(pane.current),
    (target) => hasSearch(pane.current, target),
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onLeave();
  };
  return (
    // A pane takes Escape from everything inside it; it is no control itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={pane}
      className={css['pane']}
      aria-label={t('log.detail')}
      data-pane
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {id === '' && <Hint />}
      {view.failure &&
        (view.failure.code === 'exchange.not-found' ? (
          <EmptyState title={t('log.detail.gone')} actions={<Button onClick={onClose}>{t('log.detail.close')}</Button>}>
            {t('log.detail.gone.text')}
          </EmptyState>
        ) : (
          <FailureNote failure={view.failure} />
        ))}
      {summary && !view.failure && (
        <DetailHead
          summary={summary}
          host={exchange ? new URL(exchange.request.origin).host : ''}
          onClose={onClose}
          actions={
            exchange && (
              <>
                <CompareButton exchange={exchange} onFailure={(one) => setFailure({ id, failure: one })} />
                <HandOverMenu exchange={exchange} onFailure={(one) => setFailure({ id, failure: one })} />
                <ExportButton
                  key={exchange.id}
                  exchange={exchange}
                  onFailure={(one) => setFailure({ id, failure: one })}
                />
                <ResendButton view={view} exchange={exchange} onFailure={(one) => setFailure({ id, failure: one })} />
              </>
            )
          }
        >
          {life.length > 0 && <LifeLine steps={life} />}
        </DetailHead>
      )}
      {failure.id === id && failure.failure && <FailureNote failure={failure.failure} />}
      {exchange && <TabSet label={t('log.detail')} value={tab} onChange={setTab} tabs={tabsOf(view, t, setTab)} />}
    </section>
  );
}
