import { UserCog } from 'lucide-react';
import { memo, useState } from 'react';
import type { Message } from '../../../../../shared/contract/index.ts';
import { optionFields } from '../../../../../shared/rest/call-fields.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, Select, TextArea, TextInput } from '../../../ui/field.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { filled, patchMessage } from '../model/message-draft.ts';
import { clientOf, generationOf, sdkVersions, senderOf, senders } from '../model/sender.ts';
import { TableFields } from './table-fields.tsx';
import form from './form.module.css';
import css from './fields.module.css';

type Props = Pick<Message, 'from' | 'client' | 'conversation' | 'groupAt'>;
const atFields = optionFields('send_group_msg').filter(({ key }) => key === 'groupAt');

/** What few messages say of their sender and recipients. */
export const MoreParties = memo(function MoreParties(props: Props) {
  const { client, conversation, groupAt } = props;
  const { t } = useWords();
  const isGroup = conversation.kind === 'group';
  const set = [
    client !== undefined,
    isGroup ? conversation.toAccounts !== undefined : conversation.others !== undefined,
    isGroup && conversation.topicId !== undefined,
    isGroup && groupAt !== undefined,
  ].filter(Boolean).length;
  return (
    <Fold title={t('compose.parties.more')} note={set > 0 ? t('compose.set', { n: set }) : undefined}>
      <div className={form['fields']}>
        <SenderFields client={client} />
        {isGroup ? <GroupFields {...props} conversation={conversation} /> : <BatchField conversation={conversation} />}
        <AccountLinks {...props} />
      </div>
    </Fold>
  );
});

function SenderFields({ client }: Pick<Message, 'client'>) {
  const { t } = useWords();
  const { compose } = useStores();
  const set = (next: Message['client']) => compose.edit((draft) => patchMessage(draft, { client: next }));
  return (
    <>
      <Field label={t('compose.sender')} hint={t(`compose.sender.${senderOf({ client })}.about`)}>
        {(ids) => (
          <Select
            {...ids}
            value={senderOf({ client })}
            choices={senders.map((value) => ({ value, label: t(`compose.sender.${value}`) }))}
            onChoose={(sender) => set(clientOf(sender, client))}
          />
        )}
      </Field>
      {client?.kind === 'sdk' && (
        <Field
          label={t('compose.sender.version')}
          hint={t(`compose.sender.generation.${generationOf(client.version)}`)}
        >
          {(ids) => (
            <>
              <TextInput
                {...ids}
                mono
                list={`${ids.id}-versions`}
                value={client.version}
                onText={(version) => set({ ...client, version })}
              />
              <datalist id={`${ids.id}-versions`}>
                {sdkVersions.map((version) => (
                  <option key={version} value={version}>
                    {version}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </Field>
      )}
    </>
  );
}

type Group = Extract<Message['conversation'], { kind: 'group' }>;
type Personal = Extract<Message['conversation'], { kind: 'c2c' }>;

function GroupFields({ conversation, groupAt }: Pick<Message, 'groupAt'> & { readonly conversation: Group }) {
  const { t } = useWords();
  const { compose } = useStores();
  const patch = (fields: Partial<Message>) => compose.edit((draft) => patchMessage(draft, fields));
  const { toAccounts: _accounts, ...toAll } = conversation;
  const { topicId: _topic, ...noTopic } = conversation;
  return (
    <>
      <NamesField
        label={t('compose.members')}
        hint={t('compose.members.about')}
        names={conversation.toAccounts}
        onNames={(names) => patch({ conversation: names ? { ...toAll, toAccounts: names } : toAll })}
      />
      <Field label={t('compose.name.topicId')}>
        {(ids) => (
          <TextInput
            {...ids}
            mono
            value={conversation.topicId ?? ''}
            placeholder={t('compose.notSet')}
            onText={(text) =>
              patch({ conversation: filled(text) === undefined ? noTopic : { ...noTopic, topicId: text } })
            }
          />
        )}
      </Field>
      <TableFields
        place="call"
        fields={atFields}
        values={{ groupAt }}
        // The controls give what the contract takes there.
        onChange={(next) => patch({ groupAt: next['groupAt'] as Message['groupAt'] })}
      />
    </>
  );
}

function BatchField({ conversation }: { readonly conversation: Personal }) {
  const { t } = useWords();
  const { compose } = useStores();
  const { others: _, ...single } = conversation;
  return (
    <NamesField
      label={t('compose.others')}
      hint={t('compose.others.about')}
      names={conversation.others}
      onNames={(others) =>
        compose.edit((draft) => patchMessage(draft, { conversation: others ? { ...single, others } : single }))
      }
    />
  );
}

/** User IDs, one a line. */
function NamesField(props: {
  readonly label: string;
  readonly hint: string;
  readonly names: readonly string[] | undefined;
  readonly onNames: (names: string[] | undefined) => void;
}) {
  const { label, hint, names = [], onNames } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const read = (text: string) =>
    text
      .split(/[\n,]/)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const isOurs = read(typed).join('\n') === names.join('\n');
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <TextArea
          {...ids}
          mono
          compact
          value={isOurs ? typed : names.join('\n')}
          placeholder={t('compose.names.lines')}
          onText={(text) => {
            setTyped(text);
            const next = read(text);
            onNames(next.length > 0 ? next : undefined);
          }}
        />
      )}
    </Field>
  );
}

/** Global switch, sounds, do-not-disturb and receive options belong to the account and are edited there. */
function AccountLinks({ from, conversation }: Props) {
  const { t } = useWords();
  const { ui } = useStores();
  const accounts = useFrom('workspace', (state) => state.accounts);
  const ids = conversation.kind === 'c2c' ? [from, conversation.to] : [from];
  const found = accounts.filter(({ userId }) => ids.includes(userId));
  return (
    <Field label={t('compose.accounts')} hint={t('compose.accounts.about')}>
      {() => (
        <div className={css['links']}>
          {found.map((account) => (
            <Button
              key={account.id}
              small
              icon={<UserCog />}
              aria-label={t('compose.accounts.open', { user: account.nickname || account.userId })}
              onClick={() => ui.go('credentials', account.id)}
            >
              {account.nickname || account.userId}
            </Button>
          ))}
        </div>
      )}
    </Field>
  );
}
