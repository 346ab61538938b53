import { useVirtualizer } from '@tanstack/react-virtual';
import { ChevronDown, ChevronRight, ChevronUp } from 'lucide-react';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/field.tsx';
import { findRows, jsonRows, type JsonRow, type parseBody } from './json-rows.ts';
import css from './body-lines.module.css';

const linePx = 22;

/** Opened or closed, for a branch. */
const turned = (paths: ReadonlySet<string>, path: string): ReadonlySet<string> => {
  const next = new Set(paths);
  if (!next.delete(path)) next.add(path);
  return next;
};

/** A JSON value as a tree; only the lines in view exist. Arrows move, open and close; the search opens everything. */
export function JsonTree({
  value,
  label,
}: {
  readonly value: NonNullable<ReturnType<typeof parseBody>>;
  readonly label: string;
}) {
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState('$');
  const [search, setSearch] = useState('');
  const rows = useMemo(() => jsonRows(value, toggled, search !== ''), [value, toggled, search]);
  const found = useMemo(() => findRows(rows, search), [rows, search]);
  const foundSet = useMemo(() => new Set(found), [found]);
  // oxlint-disable-next-line react/incompatible-library -- laid out anew on every scroll
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => linePx,
    overscan: 10,
    useFlushSync: false,
  });
  const at = rows.findIndex((row) => row.path === chosen);
  const go = (index: number) => {
    const row = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (!row) return;
    setChosen(row.path);
    list.scrollToIndex(rows.indexOf(row));
  };
  const step = (by: 1 | -1) => {
    const next = by === 1 ? found.find((one) => one > at) : found.findLast((one) => one < at);
    const target = next ?? (by === 1 ? found[0] : found.at(-1));
    if (target !== undefined) go(target);
  };
  const toggle = (row: JsonRow) => row.count > 0 && setToggled(turned(toggled, row.path));
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(rows.length - 1);
    else if (event.key === 'ArrowRight' && row.isOpen) go(at + 1);
    else if (event.key === 'ArrowRight' && row.count > 0) toggle(row);
    else if (event.key === 'ArrowLeft' && row.isOpen) toggle(row);
    else if (event.key === 'ArrowLeft') go(rows.findLastIndex((one, index) => index < at && one.depth < row.depth));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={css['find']} role="search">
        <TextInput
          data-find
          aria-label={t('log.body.find')}
          placeholder={t('log.body.find')}
          value={search}
          onText={setSearch}
          onKeyDown={(event) => {
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
            else if (event.key === 'Escape' && search !== '') setSearch('');
            else return;
            event.preventDefault();
          }}
        />
        <span role="status">{search !== '' && t('log.body.found', { n: found.length })}</span>
        <IconButton
          small
          icon={<ChevronUp />}
          label={t('log.body.find.before')}
          disabled={found.length === 0}
          onClick={() => step(-1)}
        />
        <IconButton
          small
          icon={<ChevronDown />}
          label={t('log.body.find.next')}
          disabled={found.length === 0}
          onClick={() => step(1)}
        />
      </div>
      <div
        ref={frame}
        className={css['frame']}
        role="tree"
        aria-label={label}
        aria-activedescendant={`json-${at}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className={css['lines']} role="presentation" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            const isBranch = row.count >= 0;
            return (
              // The tree itself has the focus and the keys.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={row.path}
                id={`json-${index}`}
                role="treeitem"
                aria-level={row.depth + 1}
                aria-selected={row.path === chosen}
                aria-expanded={row.count > 0 ? row.isOpen : undefined}
                aria-label={
                  isBranch ? t(`log.body.${row.kind}`, { name: row.name, n: row.count }) : `${row.name}: ${row.text}`
                }
                title={row.path}
                className={css['line']}
                data-found={foundSet.has(index) || undefined}
                style={{
                  transform: `translateY(${start}px)`,
                  paddingInlineStart: `${8 + Math.min(row.depth, 40) * 14}px`,
                }}
                onClick={() => {
                  setChosen(row.path);
                  toggle(row);
                }}
              >
                <ChevronRight aria-hidden data-open={row.isOpen || undefined} data-none={row.count <= 0 || undefined} />
                <span className={css['name']}>{row.name}</span>
                <span className={css['value']} data-kind={row.kind}>
                  {isBranch ? (row.kind === 'array' ? `[${row.count}]` : `{${row.count}}`) : row.text}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
