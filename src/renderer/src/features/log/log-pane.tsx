import { ArrowUp, Trash2 } from 'lucide-react';
import { useCallback, useState, type RefObject } from 'react';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { grouped } from '../../ui/format.ts';
import { EmptyState, FailureNote } from '../../ui/notes.tsx';
import { Pane } from '../../ui/pane.tsx';
import { LogList } from './log-list.tsx';
import { QuickBar } from './quick-bar.tsx';
import type { QuickFilter } from './rows.ts';
import { useLogRows } from './use-log-rows.ts';
import listCss from './log-list.module.css';
import css from './log-pane.module.css';

/** How many exchanges the log has, as far as the window knows: the core counts them every few seconds. */
function Loaded() {
  const { t, locale } = useWords();
  const count = useFrom('exchanges', (state) => state.items.length);
  const hasOlder = useFrom('exchanges', (state) => state.nextBefore !== null);
  const total = useFrom('settings', (state) => state.health?.exchanges ?? 0);
  const words = hasOlder
    ? t('log.loaded.part', { n: grouped(count, locale), total: grouped(Math.max(total, count), locale) })
    : t('log.loaded.all', { n: grouped(count, locale) });
  return <span className={css['loaded']}>{words}</span>;
}

/** Empties the log, after asking. */
function ClearLog({ onFailure }: { readonly onFailure: (failure: CallFailure | null) => void }) {
  const { t } = useWords();
  const { exchanges, ui } = useStores();
  const [isAsking, setAsking] = useState(false);
  const clear = () => {
    onFailure(null);
    exchanges.clear().then(
      () => {
        ui.choose('log', '');
        ui.say(t('log.cleared'));
      },
      (error: unknown) => onFailure(asCallFailure(error)),
    );
  };
  return (
    <>
      <Button look="quiet" small icon={<Trash2 />} onClick={() => setAsking(true)}>
        {t('log.clear')}
      </Button>
      <Confirm
        open={isAsking}
        title={t('log.clear.title')}
        about={t('log.clear.about')}
        action={t('log.clear')}
        onConfirm={clear}
        onClose={() => setAsking(false)}
      />
    </>
  );
}

interface LogPaneProps {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly selectedId: string;
  readonly onSelect: (id: string) => void;
  readonly onOpen: () => void;
}

/** The list with what rules it: quick filters, following, clearing. */
export function LogPane({ grid, selectedId, onSelect, onOpen }: LogPaneProps) {
  const { t, locale } = useWords();
  const { exchanges } = useStores();
  const view = useLogRows();
  const hasOlder = useFrom('exchanges', (state) => state.nextBefore !== null);
  const isLoading = useFrom('exchanges', (state) => state.loadingOlder);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const loadOlder = useCallback(() => {
    exchanges.loadOlder().then(
      () => setFailure(null),
      (error: unknown) => setFailure(asCallFailure(error)),
    );
  }, [exchanges]);
  const follow = () => {
    view.setFollowing(true);
    grid.current?.scrollTo({ top: 0 });
  };
  const filter = (next: QuickFilter) => {
    view.setFilter(next);
    grid.current?.scrollTo({ top: 0 });
  };
  // A filter may let nothing of many pages through, so looking further back is asked for then; and after a failure.
  const isAsked = hasOlder && (view.filter !== 'all' || failure !== null);

  return (
    <Pane
      title={t('place.log')}
      head={<Loaded />}
      actions={
        <>
          <Button
            look="quiet"
            small
            aria-pressed={view.isFollowing}
            title={t('log.live.about')}
            icon={<i className={css['dot']} data-live={view.isFollowing || undefined} aria-hidden />}
            onClick={() => (view.isFollowing ? view.setFollowing(false) : follow())}
          >
            {view.isFollowing ? t('log.live') : t('log.paused')}
          </Button>
          <ClearLog onFailure={setFailure} />
        </>
      }
      fixed
    >
      <QuickBar filter={view.filter} counts={view.counts} onChange={filter} />
      {failure && <FailureNote failure={failure} />}
      <LogList
        rows={view.rows}
        selectedId={selectedId}
        more={hasOlder && !isAsked ? loadOlder : null}
        grid={grid}
        onSelect={onSelect}
        onOpen={onOpen}
        onScrolled={view.scrolled}
        chip={
          view.waiting > 0 && (
            <div className={listCss['chip']}>
              <Button small icon={<ArrowUp />} onClick={follow}>
                {t('log.waiting', { n: grouped(view.waiting, locale) })}
              </Button>
            </div>
          )
        }
        end={
          <>
            {view.rows.length === 0 && (
              <EmptyState
                title={t('log.none.title', { name: t(`log.filter.${view.filter}`) })}
                actions={<Button onClick={() => filter('all')}>{t('log.none.all')}</Button>}
              >
                {t(hasOlder ? 'log.none.loaded' : 'log.none.text')}
              </EmptyState>
            )}
            {isAsked && (
              <div className={listCss['end']}>
                <Button small onClick={loadOlder} disabled={isLoading}>
                  {isLoading ? t('log.older.loading') : t('log.older')}
                </Button>
              </div>
            )}
          </>
        }
      />
    </Pane>
  );
}
