import { Command, defaultFilter } from 'cmdk';
import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { CodeRows } from './palette-codes.tsx';
import { readRecent, rememberRecent } from './recent.ts';
import { usePaletteGroups, type PaletteRow } from './use-palette-groups.tsx';
import css from './palette.module.css';

/** Everything that can be done or reached, by its words: what was used last, what can be done here, actions, and then things. */
export function Palette() {
  const { t } = useWords();
  const { ui } = useStores();
  const open = useFrom('ui', (state) => state.paletteOpen);
  return (
    <Command.Dialog
      open={open}
      onOpenChange={ui.showPalette}
      label={t('shell.palette')}
      // By the words alone: ids are long and would pass every filter of single letters.
      filter={(_id, query, words) => defaultFilter(words?.join(' ') ?? '', query)}
      contentClassName={css['dialog'] ?? ''}
      overlayClassName={css['overlay'] ?? ''}
    >
      {/* Its rows are made when it opens, out of what is there then. */}
      <Rows />
    </Command.Dialog>
  );
}

function Rows() {
  const { t } = useWords();
  const { ui } = useStores();
  const [query, setQuery] = useState('');
  const groups = usePaletteGroups();
  const all = groups.flatMap(({ rows }) => rows);
  const recent = readRecent(localStorage).flatMap((id) => all.find((row) => row.id === id) ?? []);
  const shown = query === '' ? [{ heading: t('shell.palette.recent'), rows: recent }, ...groups] : groups;
  const run = (row: PaletteRow) => {
    rememberRecent(localStorage, row.id);
    ui.showPalette(false);
    row.run();
  };
  return (
    <>
      <Command.Input className={css['input']} placeholder={t('shell.search')} value={query} onValueChange={setQuery} />
      <Command.List className={css['list']}>
        <Command.Empty className={css['empty']}>{t('shell.palette.empty')}</Command.Empty>
        {shown
          .filter(({ rows }) => rows.length > 0)
          .map((group) => (
            <Command.Group key={group.heading} heading={group.heading} className={css['group']}>
              {group.rows.map((row) => (
                <Command.Item
                  key={row.id}
                  value={`${group.heading} ${row.id}`}
                  keywords={[row.words, group.heading]}
                  className={css['row']}
                  onSelect={() => run(row)}
                >
                  {row.icon}
                  <span title={row.words}>{row.words}</span>
                  {row.keys !== undefined && <Kbd>{row.keys}</Kbd>}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        <CodeRows />
      </Command.List>
    </>
  );
}
