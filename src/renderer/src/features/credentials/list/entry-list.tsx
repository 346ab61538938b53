import { Plus, Search } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/field.tsx';
import { Bare, VendorMark } from '../../../ui/marks.tsx';
import type { EntryKind } from '../model/chosen.ts';
import type { EntryGroup, EntryRow } from '../model/entry-rows.ts';
import { filterGroups, stepFrom } from '../model/entry-steps.ts';
import { kindIcons } from './kind-icons.ts';
import css from './entry-list.module.css';

const steps: Readonly<Record<string, 'next' | 'previous' | 'first' | 'last'>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

interface EntryListProps {
  readonly groups: readonly EntryGroup[];
  /** Key of the entry that is shown. */
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
  readonly onAdd: (kind: EntryKind) => void;
}

/** All entries in their groups, one of them chosen. Arrows go through them; each group has a button that adds to it. */
export function EntryList({ groups, chosen, onChoose, onAdd }: EntryListProps) {
  const { t } = useWords();
  const [filter, setFilter] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const shown = filterGroups(groups, filter);
  const keys = shown.flatMap(({ rows }) => rows.map(({ key }) => key));
  const reachable = keys.includes(chosen) ? chosen : (keys[0] ?? '');

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const focused = event.target instanceof HTMLElement ? event.target.dataset['row'] : undefined;
    if (!step || focused === undefined) return;
    event.preventDefault();
    const next = stepFrom(shown, focused, step);
    if (next === null) return;
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(next)}"]`)?.focus();
    onChoose(next);
  };

  return (
    <>
      <div className={css['find']}>
        <Search aria-hidden />
        <TextInput
          type="search"
          data-shortcut="find"
          aria-label={t('credentials.find')}
          placeholder={t('credentials.find')}
          value={filter}
          onText={setFilter}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setFilter('');
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            list.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
          }}
        />
      </div>
      {/* Arrow keys pressed on the rows, which have roles of their own, end up here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above */}
      <div ref={list} className={css['list']} onKeyDown={onKeyDown}>
        {shown.map((group) => (
          <Group
            key={group.kind}
            group={group}
            chosen={chosen}
            reachable={reachable}
            onChoose={onChoose}
            onAdd={() => onAdd(group.kind)}
          />
        ))}
        {shown.length === 0 && <p className={css['nothing']}>{t('credentials.find.nothing', { text: filter })}</p>}
      </div>
    </>
  );
}

function Group(props: {
  readonly group: EntryGroup;
  readonly chosen: string;
  readonly reachable: string;
  readonly onChoose: (key: string) => void;
  readonly onAdd: () => void;
}) {
  const { t } = useWords();
  const { kind, rows } = props.group;
  const id = useId();
  return (
    <section aria-labelledby={id} className={css['group']}>
      <header className={css['head']}>
        <h3 id={id} className={css['title']}>
          {t(`credentials.many.${kind}`)} <span className={css['count']}>{rows.length}</span>
        </h3>
        <IconButton icon={<Plus />} label={t(`credentials.add.${kind}`)} small onClick={props.onAdd} />
      </header>
      {rows.length === 0 ? (
        <p className={css['empty']}>{t(`credentials.empty.${kind}`)}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.key}>
              <Row
                row={row}
                isChosen={row.key === props.chosen}
                isReachable={row.key === props.reachable}
                onChoose={() => props.onChoose(row.key)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row(props: {
  readonly row: EntryRow;
  readonly isChosen: boolean;
  readonly isReachable: boolean;
  readonly onChoose: () => void;
}) {
  const { key, kind, name, about, vendor, state } = props.row;
  const Icon = kindIcons[kind];
  return (
    <button
      type="button"
      className={css['row']}
      data-row={key}
      tabIndex={props.isReachable ? 0 : -1}
      aria-current={props.isChosen || undefined}
      onClick={props.onChoose}
    >
      {vendor ? (
        <VendorMark vendor={vendor} />
      ) : (
        <span className={css['mark']}>
          <Icon aria-hidden />
        </span>
      )}
      <span className={css['words']}>
        <span className={css['name']}>{name}</span>
        <span className={css['about']} title={about}>
          {about}
        </span>
      </span>
      {state && (
        <span className={css['state']} title={state.words}>
          <Bare tone={state.tone}>{state.words}</Bare>
        </span>
      )}
    </button>
  );
}
