import { Plus, Trash2 } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button, IconButton } from './button.tsx';
import css from './row-list.module.css';

interface RowListProps<T> {
  /** Spoken name of the list. */
  readonly label: string;
  readonly rows: readonly T[];
  readonly onChange: (rows: readonly T[]) => void;
  /** The controls of one row. */
  readonly render: (row: T, change: (row: T) => void, index: number) => ReactNode;
  /** A new row; null when there can be no more. */
  readonly blank: T | null;
  readonly addLabel: string;
  /** What the button that removes a row says. */
  readonly removeLabel: (row: T) => string;
  /** Why there can be no more. */
  readonly full?: string;
  /** Shown while there are no rows. */
  readonly empty?: string;
}

/** A list of rows that can be added, changed and removed, for example members or channel names. */
export function RowList<T>(props: RowListProps<T>) {
  const { label, rows, onChange, render, blank, addLabel, removeLabel, full, empty } = props;
  const list = useRef<HTMLUListElement>(null);
  const add = () => {
    if (blank === null) return;
    onChange([...rows, blank]);
    // The row exists after the next rendering.
    requestAnimationFrame(() => {
      const controls = list.current?.lastElementChild?.querySelectorAll<HTMLElement>('input, select, textarea');
      controls?.[0]?.focus();
    });
  };
  return (
    <div className={css['list']}>
      {rows.length === 0 && empty !== undefined && <p className={css['empty']}>{empty}</p>}
      <ul ref={list} aria-label={label} className={css['rows']}>
        {rows.map((row, index) => (
          // Rows are values without an identity; every control in them is controlled, so their place is enough.
          // oxlint-disable-next-line react/no-array-index-key -- see above
          <li key={index} className={css['row']}>
            <div className={css['controls']}>{render(row, (next) => onChange(rows.with(index, next)), index)}</div>
            <IconButton icon={<Trash2 />} label={removeLabel(row)} onClick={() => onChange(rows.toSpliced(index, 1))} />
          </li>
        ))}
      </ul>
      <div className={css['add']}>
        <Button small icon={<Plus />} disabled={blank === null} onClick={add}>
          {addLabel}
        </Button>
        {blank === null && full !== undefined && <span className={css['empty']}>{full}</span>}
      </div>
    </div>
  );
}
