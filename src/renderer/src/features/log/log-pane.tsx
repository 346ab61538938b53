import { ArrowUp, ClipboardPaste, Columns3, FileOutput, Trash2, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { ExchangeSummary } from '../../../../shared/contract/index.ts';
import { parseFilter } from '../../../../shared/kit/filter/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { grouped } from '../../ui/format.ts';
import { EmptyState, FailureNote } from '../../ui/notes.tsx';
import { Pane } from '../../ui/pane.tsx';
import { ColumnsDialog } from './columns-dialog.tsx';
import { readColumns, storeColumns, type ChosenColumns } from './columns.ts';
import { FilterBar } from './filter/filter-bar.tsx';
import { ExportDialog } from './hand-over/export-dialog.tsx';
import { LogList } from './log-list.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { QuickBar } from './quick-bar.tsx';
import { RemovalStrip } from './removal-strip.tsx';
import { RowMenu, type Pointed } from './row-menu.tsx';
import { SavedFilters } from './saved-filters.tsx';
import { useFilter, type FilterView } from './use-filter.ts';
import listCss from './log-list.module.css';
import css from './log-pane.module.css';

/** How much of the log there is, as far as the window knows: the core counts it every few seconds. */
function Loaded() {
  const { t, locale } = useWords();
  const count = useFrom('log', (state) => state.rows.length + state.above);
  const hasOlder = useFrom('log', (state) => state.nextBefore !== null);
  const isFiltered = useFrom('log', (state) => state.filter !== '');
  const total = useFrom('settings', (state) => state.health?.exchanges ?? 0);
  const n = grouped(isFiltered ? count : Math.max(total, count), locale);
  const words = isFiltered ? (hasOlder ? 'log.loaded.more' : 'log.loaded.found') : 'log.loaded.all';
  return <span className={css['loaded']}>{t(words, { n, total: grouped(Math.max(total, count), locale) })}</span>;
}

/** Takes everything, or what the filter lets through, out of the log. It can be undone, so nobody is asked. */
function ClearLog({ fail }: Pick<FilterView, 'fail'>) {
  const { t } = useWords();
  const { log, ui } = useStores();
  const filter = useFrom('log', (state) => state.filter);
  const clear = () => {
    log.remove(filter).then(() => {
      ui.choose('log', '');
      ui.say(t(filter === '' ? 'log.cleared' : 'log.deleted'));
    }, fail);
  };
  return (
    <Button look="quiet" small icon={<Trash2 />} onClick={clear}>
      {t(filter === '' ? 'log.clear' : 'log.delete')}
    </Button>
  );
}

/** The way to «Paste anything» for the pointer. */
function PasteButton() {
  const { t } = useWords();
  const { ui } = useStores();
  return (
    <Button look="quiet" small icon={<ClipboardPaste />} onClick={() => ui.showPaste(true)}>
      {t('log.paste.open')}
    </Button>
  );
}

/** A search that is still going through older exchanges: how far it is, and the way to stop it. */
function Searching() {
  const { t, locale } = useWords();
  const { log } = useStores();
  const at = useFrom('log', (state) => state.searchingAt);
  const isFiltered = useFrom('log', (state) => state.filter !== '');
  const newest = useFrom('exchanges', (state) => state.items[0]?.seq ?? 0);
  // The first answer comes before anybody could read this.
  if (at === null || at === Number.MAX_SAFE_INTEGER || !isFiltered) return null;
  const done = Math.max(newest - at, 0);
  return (
    <div className={css['strip']} role="status">
      <progress className={css['progress']} max={newest} value={done} aria-label={t('log.searching')} />
      <span>{t('log.searching.at', { n: grouped(done, locale), total: grouped(newest, locale) })}</span>
      <Button small icon={<X />} onClick={log.stop}>
        {t('log.searching.stop')}
      </Button>
    </div>
  );
}

interface LogPaneProps {
  readonly grid: RefObject<HTMLDivElement | null>;
  readonly selectedId: string;
  readonly onSelect: (id: string) => void;
  /** Beside the selected one. */
  readonly onCompare: (id: string) => void;
  readonly onOpen: () => void;
}

/** The columns of this window, and the value column asked of the core. */
const useColumns = (fail: FilterView['fail']): [ChosenColumns, (chosen: ChosenColumns) => void] => {
  const { log } = useStores();
  const [chosen, setChosen] = useState(readColumns);
  useEffect(() => {
    log.setValues(chosen.path).catch(fail);
  }, [log, chosen.path, fail]);
  const choose = (next: ChosenColumns) => {
    storeColumns(next);
    setChosen(next);
  };
  return [chosen, choose];
};

function LiveButton({ onFollow }: { readonly onFollow: () => void }) {
  const { t } = useWords();
  const { log } = useStores();
  const isHeld = useFrom('log', (state) => state.isHeld);
  return (
    <Button
      look="quiet"
      small
      aria-pressed={!isHeld}
      title={t('log.live.about')}
      icon={<i className={css['dot']} data-live={!isHeld || undefined} aria-hidden />}
      onClick={isHeld ? onFollow : log.hold}
    >
      {isHeld ? t('log.paused') : t('log.live')}
    </Button>
  );
}

/** Below the last row: nothing passes, or the search was stopped. */
function End({ onAll, onMore }: { readonly onAll: () => void; readonly onMore: () => void }) {
  const { t } = useWords();
  const isEmpty = useFrom('log', (state) => state.rows.length + state.above === 0);
  const isSearching = useFrom('log', (state) => state.searchingAt !== null);
  const isStopped = useFrom('log', (state) => state.isStopped && state.nextBefore !== null);
  return (
    <>
      {isEmpty && !isSearching && (
        <EmptyState title={t('log.none.title')} actions={<Button onClick={onAll}>{t('log.none.all')}</Button>}>
          {t(isStopped ? 'log.none.stopped' : 'log.none.text')}
        </EmptyState>
      )}
      {isStopped && (
        <div className={listCss['end']}>
          <Button small onClick={onMore}>
            {t('log.older')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The list with what rules it: filter, following, columns, clearing. */
export function LogPane({ grid, selectedId, onSelect, onCompare, onOpen }: LogPaneProps) {
  const { t, locale } = useWords();
  const { log } = useStores();
  const rows = useFrom('log', (state) => state.rows);
  const above = useFrom('log', (state) => state.above);
  const waiting = useFrom('log', (state) => state.waiting);
  const canGrow = useFrom(
    'log',
    (state) => state.nextBefore !== null && state.searchingAt === null && !state.isStopped,
  );
  const { text, setText, apply, failure, fail, clearFailure } = useFilter();
  const [chosen, choose] = useColumns(fail);
  const [pointed, setPointed] = useState<Pointed>({ row: null, column: '' });
  const [noted, setNoted] = useState<ExchangeSummary | null>(null);
  const [areColumnsOpen, setColumnsOpen] = useState(false);
  const [isExporting, setExporting] = useState(false);
  const isPaused = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const loadOlder = useCallback(() => void log.loadOlder().then(clearFailure, fail), [log, clearFailure, fail]);
  const loadNewer = useCallback(() => void log.loadNewer().catch(fail), [log, fail]);
  const follow = () => {
    log.follow().catch(fail);
    grid.current?.scrollTo({ top: 0 });
  };
  const filter = (next: string) => {
    apply(next);
    grid.current?.scrollTo({ top: 0 });
  };
  const onScrolled = (away: boolean) => {
    if (away) {
      isPaused.current = log.getState().isHeld;
      log.hold();
    } else if (!isPaused.current) log.follow().catch(fail);
  };
  const point = (id: string, column: string) => setPointed({ row: rows.find((row) => row.id === id) ?? null, column });

  return (
    <Pane
      title={t('place.log')}
      head={<Loaded />}
      actions={
        <>
          <LiveButton onFollow={follow} />
          <PasteButton />
          <ClearLog fail={fail} />
        </>
      }
      fixed
    >
      <FilterBar text={text} onText={setText} input={input} />
      <QuickBar filter={text} onFilter={filter}>
        <span className={css['tools']}>
          <SavedFilters filter={parseFilter(text).ok ? text.trim() : ''} onFilter={filter} onFailure={fail} />
          <IconButton icon={<FileOutput />} label={t('log.export')} small onClick={() => setExporting(true)} />
          <IconButton icon={<Columns3 />} label={t('log.columns.choose')} small onClick={() => setColumnsOpen(true)} />
        </span>
      </QuickBar>
      {failure && <FailureNote failure={failure} />}
      <RemovalStrip onFailure={fail} />
      <Searching />
      <RowMenu
        pointed={pointed}
        onCompare={
          pointed.row && selectedId !== '' && pointed.row.id !== selectedId
            ? () => onCompare(pointed.row?.id ?? '')
            : null
        }
        filter={text}
        onFilter={filter}
        onNote={setNoted}
        onFailure={fail}
      >
        <LogList
          rows={rows}
          above={above}
          chosen={chosen}
          selectedId={selectedId}
          more={canGrow ? loadOlder : null}
          newer={above > 0 ? loadNewer : null}
          grid={grid}
          onSelect={onSelect}
          onCompare={onCompare}
          onOpen={onOpen}
          onScrolled={onScrolled}
          onPoint={point}
          chip={
            waiting > 0 && (
              <div className={listCss['chip']}>
                <Button small icon={<ArrowUp />} onClick={follow}>
                  {t('log.waiting', { n: grouped(waiting, locale) })}
                </Button>
              </div>
            )
          }
          end={<End onAll={() => filter('')} onMore={loadOlder} />}
        />
      </RowMenu>
      {isExporting && (
        <ExportDialog id={null} filter={parseFilter(text).ok ? text.trim() : ''} onClose={() => setExporting(false)} />
      )}
      {noted && <NoteDialog row={noted} onClose={() => setNoted(null)} />}
      {areColumnsOpen && <ColumnsDialog chosen={chosen} onChoose={choose} onClose={() => setColumnsOpen(false)} />}
    </Pane>
  );
}
