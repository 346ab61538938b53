import { useMemo } from 'react';
import type { Account } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores, type Stores } from '../../../stores/index.ts';
import { EditorPane } from '../editor/editor-pane.tsx';
import { TextField } from '../editor/fields.tsx';
import { keepEntry } from '../editor/keep-entry.ts';
import { Links } from '../editor/links.tsx';
import { EntryHead, FieldGrid } from '../editor/section.tsx';
import { useEditor } from '../editor/use-editor.ts';
import { KindMark } from '../list/kind-mark.tsx';
import { entryKey, newKey } from '../model/chosen.ts';
import { counted } from '../model/entry-rows.ts';
import {
  accountForm,
  accountProblems,
  newAccount,
  renameInAccount,
  renameMember,
  whoNames,
  type AccountForm,
} from '../model/people-forms.ts';
import { PushSettings } from './push-settings.tsx';
import { QuietFields } from './quiet-fields.tsx';
import { ReceiveFields } from './receive-fields.tsx';

/** Phones, groups and other accounts that name an account by its ID go on naming it. */
const follow = async (stores: Stores, before: string, after: string): Promise<void> => {
  const named = whoNames(before, stores.workspace.getState());
  for (const { id } of named.devices) await stores.client.workspace.devices.update({ id, userId: after });
  for (const { id, members } of named.groups)
    await stores.client.workspace.groups.update({ id, members: [...renameMember(members, before, after)] });
  for (const other of named.accounts)
    await stores.client.workspace.accounts.update({ id: other.id, ...renameInAccount(other, before, after) });
};

/** An IM user. `account` null: a new one. */
export function AccountEditor({ account, next }: { readonly account: Account | null; readonly next: string }) {
  const { t } = useWords();
  const stores = useStores();
  const accounts = useFrom('workspace', (state) => state.accounts);
  const devices = useFrom('workspace', (state) => state.devices);
  const groups = useFrom('workspace', (state) => state.groups);
  const userId = account?.userId ?? '';
  const named = useMemo(() => whoNames(userId, { devices, groups, accounts }), [userId, devices, groups, accounts]);
  const editor = useEditor<AccountForm>({
    stored: account ? accountForm(account) : newAccount,
    isNew: account === null,
    name: (form) => form.nickname || form.userId,
    problems: (form) =>
      accountProblems(
        form,
        accounts.filter((other) => other.id !== account?.id),
      ),
    save: async (form, changed) => {
      const { accounts: calls } = stores.client.workspace;
      const kept = account ? await calls.update({ id: account.id, ...changed }) : await calls.create(form);
      keepEntry(stores, 'account', kept.id, kept);
      if (account && account.userId !== kept.userId) await follow(stores, account.userId, kept.userId);
      if (account) return;
      stores.ui.guardLeaving(null);
      stores.ui.choose('credentials', entryKey('account', kept.id));
    },
  });
  const { value, set, errorOf } = editor;
  const follows =
    account !== null && value.userId !== account.userId
      ? named.devices.length + named.groups.length + named.accounts.length
      : 0;

  return (
    <EditorPane
      kind="account"
      id={account?.id ?? ''}
      name={account ? account.nickname || account.userId : ''}
      editor={editor}
      next={next}
      removeAbout={t('credentials.remove.about.account')}
    >
      <EntryHead
        mark={<KindMark kind="account" />}
        title={value.nickname || value.userId || t('credentials.new.account')}
        about={t('credentials.account.about')}
      />
      <FieldGrid>
        <TextField
          label={t('credentials.field.userId')}
          hint={
            follows > 0 ? counted(t, 'credentials.field.userId.follows', follows) : t('credentials.field.userId.hint')
          }
          error={errorOf('userId')}
          value={value.userId}
          onText={(text) => set({ userId: text })}
          mono
          focused={account === null}
        />
        <TextField
          label={t('credentials.field.nickname')}
          hint={t('credentials.field.nickname.hint')}
          value={value.nickname}
          onText={(nickname) => set({ nickname })}
        />
      </FieldGrid>
      <PushSettings editor={editor} />
      <QuietFields editor={editor} />
      <ReceiveFields editor={editor} />
      {account && (
        <>
          <Links
            title={t('credentials.many.device')}
            none={t('credentials.account.noPhones')}
            kind="device"
            links={named.devices.map((device) => ({ key: entryKey('device', device.id), name: device.name }))}
            addKey={newKey('device', account.id)}
          />
          <Links
            title={t('credentials.many.group')}
            none={t('credentials.account.noGroups')}
            kind="group"
            links={named.groups.map((group) => ({
              key: entryKey('group', group.id),
              name: group.name || group.groupId,
            }))}
          />
        </>
      )}
    </EditorPane>
  );
}
