import { CopyPlus, Ellipsis, Trash2 } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { keysOf } from '../../../shortcuts/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/dialog.tsx';
import { LeaveDialog } from '../../../ui/leave-dialog.tsx';
import { Chip } from '../../../ui/marks.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { Pane } from '../../../ui/pane.tsx';
import type { EntryKind } from '../model/chosen.ts';
import type { Editor } from './use-editor.ts';
import { useLeaving } from './use-leaving.ts';
import { useEntryActions } from './use-entry-actions.ts';
import css from './editor-pane.module.css';

interface EditorPaneProps<T extends object> {
  readonly kind: EntryKind;
  /** Empty for a new entry. */
  readonly id: string;
  readonly name: string;
  readonly editor: Editor<T>;
  /** What to choose when the entry is deleted or a new one given up. */
  readonly next: string;
  /** Says what deleting takes away. */
  readonly removeAbout: string;
  /** Further entries of the menu, above Duplicate. */
  readonly menu?: readonly MenuEntry[];
  /** Buttons before Cancel and Save. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** A second column where there is room, below otherwise. */
  readonly side?: ReactNode;
}

/** Actions in the head of an entry's pane: what is unsaved, Cancel, Save, and the rest in a menu. */
function HeadActions<T extends object>(props: {
  readonly editor: Editor<T>;
  readonly formId: string;
  readonly onCancel: () => void;
  readonly entries: readonly MenuEntry[];
}) {
  const { t } = useWords();
  const { editor, formId, onCancel, entries } = props;
  return (
    <>
      {(editor.isDirty || editor.isNew) && (
        <>
          <Button small onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button small look="primary" type="submit" form={formId} disabled={editor.isSaving} keys={keysOf('save')}>
            {t(editor.isNew ? 'action.create' : 'action.save')}
          </Button>
        </>
      )}
      {!editor.isNew && (
        <Menu trigger={<IconButton icon={<Ellipsis />} label={t('action.more')} small />} entries={entries} />
      )}
    </>
  );
}

/** One entry: its head with Save, its form, and the questions before it is deleted or left unsaved. */
export function EditorPane<T extends object>(props: EditorPaneProps<T>) {
  const { kind, id, name, editor, next, side } = props;
  const { t } = useWords();
  const { ui } = useStores();
  const formId = useId();
  const actions = useEntryActions(kind, id, name, next);
  const leaving = useLeaving(editor.isDirty);
  const [isAsking, setIsAsking] = useState(false);
  const failure = editor.failure ?? actions.failure;

  const cancel = () => {
    editor.discard();
    if (!editor.isNew) return;
    ui.guardLeaving(null);
    ui.choose('credentials', next);
  };
  const entries: readonly MenuEntry[] = [
    ...(props.menu ?? []),
    { id: 'duplicate', label: t('action.duplicate'), icon: <CopyPlus />, onSelect: actions.duplicate },
    { id: 'delete', label: t('action.delete'), icon: <Trash2 />, danger: true, onSelect: () => setIsAsking(true) },
  ];

  return (
    <Pane
      title={t(editor.isNew ? `credentials.new.${kind}` : `credentials.one.${kind}`)}
      fixed
      head={editor.isDirty && <Chip tone="warning">{t('credentials.unsaved')}</Chip>}
      actions={
        <>
          {props.actions}
          <HeadActions editor={editor} formId={formId} onCancel={cancel} entries={entries} />
        </>
      }
    >
      {failure && <FailureNote failure={failure} />}
      <div className={css['room']}>
        <div className={css['columns']} data-two={side !== undefined || undefined}>
          <form
            id={formId}
            className={css['main']}
            data-editor
            aria-label={name || t(`credentials.new.${kind}`)}
            onSubmit={(event) => {
              event.preventDefault();
              void editor.save();
            }}
          >
            {props.children}
          </form>
          {side !== undefined && <div className={css['side']}>{side}</div>}
        </div>
      </div>
      <Confirm
        open={isAsking}
        title={t('credentials.remove.title', { name })}
        about={props.removeAbout}
        action={t(`credentials.remove.${kind}`)}
        onConfirm={actions.remove}
        onClose={() => setIsAsking(false)}
      />
      <LeaveDialog
        open={leaving.goOn !== null}
        title={t('credentials.leave.title')}
        about={name === '' ? t('credentials.leave.aboutNew') : t('credentials.leave.about', { name })}
        onStay={leaving.stay}
        onDiscard={() => leaving.goOn?.()}
        onSave={() => {
          const { goOn } = leaving;
          leaving.stay();
          void editor.save().then((saved) => saved && goOn?.());
        }}
      />
    </Pane>
  );
}
