import { User, Users } from 'lucide-react';
import { memo, useMemo } from 'react';
import type { Message } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Field, Select } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { patchMessage, talkIn } from '../model/message-draft.ts';
import css from './form.module.css';

interface Party {
  readonly value: string;
  readonly label: string;
}
/** An entry that is gone stays visible as what the message names. */
const withUnknown = (parties: readonly Party[], value: string, unknown: (id: string) => string): readonly Party[] =>
  parties.some((party) => party.value === value) ? parties : [{ value, label: unknown(value) }, ...parties];

interface Named {
  readonly id: string;
  readonly name: string;
}
/** People and groups by name; the id stands beside names that more than one has. */
const choicesOf = (all: readonly Named[]): readonly Party[] =>
  all.map(({ id, name }) => {
    if (name === '') return { value: id, label: id };
    const isUnique = all.every((other) => other.id === id || other.name !== name);
    return { value: id, label: isUnique ? name : `${name} (${id})` };
  });

const usePartyChoices = () => {
  const accounts = useFrom('workspace', (state) => state.accounts);
  const groups = useFrom('workspace', (state) => state.groups);
  return useMemo(
    () => ({
      people: choicesOf(accounts.map(({ userId, nickname }) => ({ id: userId, name: nickname }))),
      groups: choicesOf(groups.map(({ groupId, name }) => ({ id: groupId, name }))),
    }),
    [accounts, groups],
  );
};

/** Who writes to whom. */
export const Parties = memo(function Parties({ from, conversation }: Pick<Message, 'from' | 'conversation'>) {
  const { t } = useWords();
  const { compose, workspace } = useStores();
  const choices = usePartyChoices();
  const unknown = (id: string) => t('compose.party.unknown', { id });
  const isGroup = conversation.kind === 'group';
  const to = isGroup ? conversation.groupId : conversation.to;
  return (
    <>
      <Field label={t('compose.from')}>
        {(ids) => (
          <Select
            {...ids}
            value={from}
            choices={withUnknown(choices.people, from, unknown)}
            onChoose={(userId) => compose.edit((draft) => patchMessage(draft, { from: userId }))}
          />
        )}
      </Field>
      <Field label={t('compose.to')}>
        {(ids) => (
          <div className={css['pair']}>
            <Segmented
              label={t('compose.conversation')}
              value={conversation.kind}
              segments={[
                { value: 'c2c', label: t('compose.conversation.c2c'), icon: <User aria-hidden />, iconOnly: true },
                { value: 'group', label: t('compose.conversation.group'), icon: <Users aria-hidden />, iconOnly: true },
              ]}
              onChange={(kind) => compose.edit((draft) => talkIn(draft, kind, workspace.getState()))}
            />
            <Select
              {...ids}
              value={to}
              choices={withUnknown(isGroup ? choices.groups : choices.people, to, unknown)}
              onChoose={(id) =>
                compose.edit((draft) =>
                  patchMessage(draft, {
                    conversation: isGroup ? { ...conversation, groupId: id } : { ...conversation, to: id },
                  }),
                )
              }
            />
          </div>
        )}
      </Field>
    </>
  );
});
