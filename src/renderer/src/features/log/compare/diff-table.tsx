import { Equal, Minus, Plus, Replace, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import type { DiffRow } from './diff.ts';
import css from './compare.module.css';

const icons: Readonly<Record<DiffRow['state'], LucideIcon>> = {
  same: Equal,
  changed: Replace,
  added: Plus,
  removed: Minus,
};
/** More rows than this are drawn in steps. */
const step = 400;

/** Rows side by side: name, left, right. What differs has an icon and a colour; its word is spoken. */
export function DiffTable({ rows, label }: { readonly rows: readonly DiffRow[]; readonly label: string }) {
  const { t } = useWords();
  const [count, setCount] = useState(step);
  return (
    <>
      <table className={css['table']} aria-label={label}>
        <tbody>
          {rows.slice(0, count).map(({ id, depth, label: name, left, right, state }) => {
            const Icon = icons[state];
            return (
              <tr key={id} data-state={state}>
                <th scope="row" title={id} style={{ paddingInlineStart: `${Math.min(depth, 8) * 10}px` }}>
                  <span role="img" aria-label={t(`log.compare.state.${state}`)} title={t(`log.compare.state.${state}`)}>
                    <Icon aria-hidden />
                  </span>
                  {name}
                </th>
                <td>{left === null ? <i>{t('log.compare.nothing')}</i> : <div className={css['cell']}>{left}</div>}</td>
                <td>
                  {right === null ? <i>{t('log.compare.nothing')}</i> : <div className={css['cell']}>{right}</div>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length > count && (
        <Button small onClick={() => setCount(count + step * 5)}>
          {t('log.compare.more', { n: rows.length - count })}
        </Button>
      )}
    </>
  );
}
