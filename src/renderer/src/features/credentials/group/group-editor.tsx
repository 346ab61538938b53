import type { Group } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Select, TextInput } from '../../../ui/field.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { ReceiveSelect } from '../editor/receive-select.tsx';
import { EditorPane } from '../editor/editor-pane.tsx';
import { ChoiceField, TextField } from '../editor/fields.tsx';
import { keepEntry } from '../editor/keep-entry.ts';
import { EntryHead, FieldGrid, Section } from '../editor/section.tsx';
import { useEditor } from '../editor/use-editor.ts';
import { KindMark } from '../list/kind-mark.tsx';
import { entryKey } from '../model/chosen.ts';
import { counted } from '../model/entry-rows.ts';
import { userChoices } from '../model/user-choices.ts';
import { groupForm, groupProblems, newGroup, nextMember, type GroupForm } from '../model/people-forms.ts';
import css from './group-editor.module.css';

type Member = Group['members'][number];
const groupTypes = ['Work', 'Public', 'Meeting', 'Community', 'AVChatRoom'] as const;

/** A group of IM users. `group` null: a new one. */
export function GroupEditor({ group, next }: { readonly group: Group | null; readonly next: string }) {
  const { t } = useWords();
  const stores = useStores();
  const groups = useFrom('workspace', (state) => state.groups);
  const editor = useEditor<GroupForm>({
    stored: group ? groupForm(group) : newGroup,
    isNew: group === null,
    name: (form) => form.name || form.groupId,
    problems: (form) =>
      groupProblems(
        form,
        groups.filter((other) => other.id !== group?.id),
      ),
    save: async (form, changed) => {
      const { groups: calls } = stores.client.workspace;
      const kept = group ? await calls.update({ id: group.id, ...changed }) : await calls.create(form);
      keepEntry(stores, 'group', kept.id, kept);
      if (group) return;
      stores.ui.guardLeaving(null);
      stores.ui.choose('credentials', entryKey('group', kept.id));
    },
  });
  const { value, set, errorOf } = editor;

  return (
    <EditorPane
      kind="group"
      id={group?.id ?? ''}
      name={group ? group.name || group.groupId : ''}
      editor={editor}
      next={next}
      removeAbout={t('credentials.remove.about.group')}
    >
      <EntryHead
        mark={<KindMark kind="group" />}
        title={value.name || value.groupId || t('credentials.new.group')}
        about={counted(t, 'credentials.row.members', value.members.length)}
      />
      <FieldGrid>
        <TextField
          label={t('credentials.field.groupId')}
          hint={t('credentials.field.groupId.hint')}
          error={errorOf('groupId')}
          value={value.groupId}
          onText={(groupId) => set({ groupId })}
          mono
          focused={group === null}
        />
        <TextField
          label={t('credentials.field.groupName')}
          hint={t('credentials.field.groupName.hint')}
          value={value.name}
          onText={(name) => set({ name })}
        />
        <ChoiceField
          label={t('credentials.field.groupType')}
          hint={t(`credentials.groupType.${value.type}.about`)}
          value={value.type}
          choices={groupTypes.map((type) => ({ value: type, label: t(`credentials.groupType.${type}`) }))}
          onChoose={(type) => set({ type })}
        />
      </FieldGrid>
      <Members
        members={value.members}
        error={errorOf('members')}
        onChange={(members) => set({ members: [...members] })}
      />
    </EditorPane>
  );
}

function Members(props: {
  readonly members: readonly Member[];
  readonly error: string | undefined;
  readonly onChange: (members: readonly Member[]) => void;
}) {
  const { t } = useWords();
  const accounts = useFrom('workspace', (state) => state.accounts);
  const free = nextMember([...props.members], accounts);
  return (
    <Section title={t('credentials.members')} about={t('credentials.members.about')}>
      <div className={css['members']}>
        <RowList
          label={t('credentials.members')}
          rows={props.members}
          onChange={props.onChange}
          blank={free && { userId: free.userId, nameCard: '' }}
          addLabel={t('credentials.members.add')}
          removeLabel={(member) => t('credentials.members.remove', { userId: member.userId })}
          full={t(accounts.length === 0 ? 'credentials.members.noAccounts' : 'credentials.members.all')}
          empty={t('credentials.members.none')}
          render={(member, change) => (
            <>
              <Select
                aria-label={t('credentials.members.account')}
                value={member.userId}
                onChoose={(userId) => change({ ...member, userId })}
                choices={userChoices(
                  accounts,
                  member.userId,
                  props.members.map(({ userId }) => userId),
                )}
              />
              <TextInput
                aria-label={t('credentials.members.nameCard', { userId: member.userId })}
                placeholder={t('credentials.members.nameCard.placeholder')}
                value={member.nameCard}
                onText={(nameCard) => change({ ...member, nameCard })}
              />
              <ReceiveSelect
                label={t('credentials.members.receive', { userId: member.userId })}
                value={member.receiveOption ?? 0}
                onChoose={(receiveOption) => change({ ...member, receiveOption })}
              />
              <Select
                aria-label={t('credentials.members.speech', { userId: member.userId })}
                value={member.muted ? 'muted' : 'speaks'}
                choices={[
                  { value: 'speaks', label: t('credentials.members.speaks') },
                  { value: 'muted', label: t('credentials.members.muted') },
                ]}
                onChoose={(speech) => change({ ...member, muted: speech === 'muted' })}
              />
            </>
          )}
        />
      </div>
      {props.error !== undefined && (
        <p className={css['error']} role="alert">
          {props.error}
        </p>
      )}
    </Section>
  );
}
