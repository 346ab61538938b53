import type { EntryKind } from '../model/chosen.ts';
import { kindIcons } from './kind-icons.ts';
import css from './kind-mark.module.css';

/** The icon of a kind, in the size of its surroundings. */
export function KindIcon({ kind }: { readonly kind: EntryKind }) {
  const Icon = kindIcons[kind];
  return <Icon aria-hidden />;
}

/** The icon of a kind, in the size of a large vendor mark. */
export function KindMark({ kind }: { readonly kind: EntryKind }) {
  return (
    <span className={css['mark']}>
      <KindIcon kind={kind} />
    </span>
  );
}
