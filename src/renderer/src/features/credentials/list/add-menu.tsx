import { KeySquare, Plus } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { entryKinds, type EntryKind } from '../model/chosen.ts';
import { KindIcon } from './kind-mark.tsx';

/** Everything that can be added. A credential comes from a file or is typed in. */
export function AddMenu(props: { readonly onAdd: (kind: EntryKind) => void; readonly onKeys: () => void }) {
  const { t } = useWords();
  const entries = entryKinds.map((kind) => ({
    id: kind as string,
    label: t(`credentials.add.${kind}`),
    icon: <KindIcon kind={kind} />,
    onSelect: () => props.onAdd(kind),
  }));
  const keys = { id: 'keys', label: t('credentials.keys.add'), icon: <KeySquare />, onSelect: props.onKeys };
  const afterFiles = entryKinds.indexOf('credential') + 1;
  return (
    <Menu
      trigger={
        <Button small icon={<Plus />}>
          {t('action.add')}
        </Button>
      }
      entries={entries.toSpliced(afterFiles, 0, keys)}
    />
  );
}
