import { ArrowRightLeft, Equal, Minus, PenLine, Plus, type LucideIcon } from 'lucide-react';
import { useMemo } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { diffDrafts, type DiffLine, type Leaf } from '../model/draft-diff.ts';
import type { VendorDraft } from '../model/vendor-drafts.ts';
import { spoken } from '../../../ui/spoken.ts';
import css from './diff.module.css';

const icons: Readonly<Record<DiffLine['kind'], LucideIcon>> = {
  same: Equal,
  moved: ArrowRightLeft,
  changed: PenLine,
  left: Minus,
  right: Plus,
};

/** Two drafts value by value: where the same text stands in each, and what only one of them says. */
export function DraftDiff({ left, right }: { readonly left: VendorDraft; readonly right: VendorDraft }) {
  const { t } = useWords();
  const lines = useMemo(
    () => (left.view && right.view ? diffDrafts(left.view.draft, right.view.draft) : []),
    [left.view, right.view],
  );
  return (
    <table className={css['diff']} aria-label={t('compose.diff', { left: left.label, right: right.label })}>
      <thead>
        <tr>
          <th scope="col" className={css['mark']}>
            <span className={spoken}>{t('compose.diff.how')}</span>
          </th>
          <th scope="col">{left.label}</th>
          <th scope="col">{right.label}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={`${line.left?.path ?? ''} ${line.right?.path ?? ''}`} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line }: { readonly line: DiffLine }) {
  const { t } = useWords();
  const Icon = icons[line.kind];
  const words = t(`compose.diff.${line.kind}`);
  return (
    <tr data-kind={line.kind}>
      <td className={css['mark']} title={words}>
        <Icon role="img" aria-label={words} />
      </td>
      <td>{line.left && <LeafText leaf={line.left} />}</td>
      <td>{line.right && <LeafText leaf={line.right} />}</td>
    </tr>
  );
}

function LeafText({ leaf }: { readonly leaf: Leaf }) {
  return (
    <>
      <code className={css['path']}>{leaf.path}</code>
      <code className={css['value']}>{leaf.value}</code>
    </>
  );
}
