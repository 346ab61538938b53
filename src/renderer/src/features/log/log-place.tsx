import { useCallback, useEffect, useRef } from 'react';
import { useShortcut } from '../../shortcuts/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Split } from '../../ui/pane.tsx';
import { ComparePane } from './compare/compare-pane.tsx';
import { pairKey, pairOf } from './compare/pair.ts';
import { DetailPane } from './detail/detail-pane.tsx';
import { DropZone } from './hand-over/drop-zone.tsx';
import { LogEmpty } from './log-empty.tsx';
import { LogPane } from './log-pane.tsx';

/** Below this width of the window the detail begins narrower. Pixels. */
const narrowWindow = 1280;

/** Everything that was sent, captured and imported, newest first, and one of them in full. */
export function LogPlace() {
  const { ui, log } = useStores();
  const chosen = useFrom('ui', (state) => state.chosen.log);
  const isEmpty = useFrom('exchanges', (state) => state.items.length === 0);
  const grid = useRef<HTMLDivElement>(null);
  const detail = useRef<HTMLElement>(null);
  const { id, other } = pairOf(chosen);
  const compare = useCallback((another: string) => ui.choose('log', pairKey(id, another)), [ui, id]);
  const select = useCallback((id: string) => ui.choose('log', id), [ui]);
  const step = (by: 1 | -1) => {
    const { rows } = log.getState();
    const at = rows.findIndex(({ id }) => id === chosen);
    const next = rows[at < 0 ? 0 : at + by];
    if (next) select(next.id);
  };
  useShortcut('next', () => step(1));
  useShortcut('previous', () => step(-1));
  const toList = () => grid.current?.focus();
  // The tabs of the detail: one arrow from every view of the exchange.
  const open = () => detail.current?.querySelector<HTMLElement>('[role=tab][data-state=active]')?.focus();

  // What was chosen went with the log, whoever cleared it.
  useEffect(() => {
    if (isEmpty) ui.choose('log', '');
  }, [isEmpty, ui]);

  if (isEmpty)
    return (
      <DropZone>
        <LogEmpty />
      </DropZone>
    );
  return (
    <DropZone>
      <Split
        id="log"
        panels={[
          {
            id: 'list',
            min: '400px',
            content: <LogPane grid={grid} selectedId={id} onSelect={select} onCompare={compare} onOpen={open} />,
          },
          {
            id: 'detail',
            size: window.innerWidth < narrowWindow ? '500px' : '604px',
            min: '440px',
            content:
              other === '' ? (
                <DetailPane
                  id={id}
                  pane={detail}
                  onLeave={toList}
                  onClose={() => {
                    select('');
                    toList();
                  }}
                />
              ) : (
                <ComparePane
                  id={id}
                  other={other}
                  pane={detail}
                  onClose={() => {
                    select(id);
                    toList();
                  }}
                />
              ),
          },
        ]}
      />
    </DropZone>
  );
}
