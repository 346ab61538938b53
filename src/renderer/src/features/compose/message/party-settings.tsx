import { UserCog } from 'lucide-react';
import { memo, useState } from 'react';
import type { Account, Message } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { filled } from '../model/message-draft.ts';
import { SwitchRow } from './switch-row.tsx';
import css from './form.module.css';

/** The settings that the parties' accounts keep at the backend, `TIMOfflinePushSettings`: those of the workspace, changed at once. */
export const PartySettings = memo(function PartySettings({
  from,
  conversation,
}: Pick<Message, 'from' | 'conversation'>) {
  const { t } = useWords();
  const accounts = useFrom('workspace', (state) => state.accounts);
  const ids = conversation.kind === 'c2c' ? [from, conversation.to] : [from];
  const found = [...new Set(ids)].flatMap((userId) => accounts.find((one) => one.userId === userId) ?? []);
  const set = found.filter(({ pushEnabled, globalSounds: { c2c, group } }) => !pushEnabled || c2c || group).length;
  if (found.length === 0) return null;
  return (
    <section className={css['section']} aria-label={t('compose.global')}>
      <Fold title={t('compose.global')} note={set > 0 ? t('compose.set', { n: set }) : undefined}>
        <div className={css['fields']}>
          <p className={css['about']}>{t('compose.global.about')}</p>
          {found.map((account) => (
            <OneParty key={account.id} account={account} isSender={account.userId === from} />
          ))}
        </div>
      </Fold>
    </section>
  );
});

function OneParty({ account, isSender }: { readonly account: Account; readonly isSender: boolean }) {
  const { t } = useWords();
  const { client, ui } = useStores();
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const { id, pushEnabled, globalSounds } = account;
  const name = account.nickname || account.userId;
  const update = (patch: Partial<Pick<Account, 'pushEnabled' | 'globalSounds'>>) => {
    client.workspace.accounts.update({ ...patch, id }).then(
      () => setFailure(null),
      (error: unknown) => setFailure(asCallFailure(error)),
    );
  };
  return (
    <div role="group" aria-label={name} className={css['fields']}>
      <p>
        {t(isSender ? 'compose.global.sender' : 'compose.global.recipient', { user: name })}{' '}
        <Button
          small
          look="quiet"
          icon={<UserCog />}
          aria-label={t('compose.accounts.open', { user: name })}
          onClick={() => ui.go('credentials', id)}
        >
          {t('compose.global.more')}
        </Button>
      </p>
      {failure && <FailureNote failure={failure} />}
      <SwitchRow label={t('compose.global.push')} on={pushEnabled} onChange={(on) => update({ pushEnabled: on })} />
      {(['c2c', 'group'] as const).map((kind) => (
        <Field key={kind} label={t(`compose.global.${kind}`)}>
          {(ids) => (
            <SoundInput
              // Another value came from elsewhere: what was typed is not about it.
              key={globalSounds[kind] ?? ''}
              ids={ids}
              value={globalSounds[kind] ?? ''}
              onSound={(sound) => update({ globalSounds: { ...globalSounds, [kind]: filled(sound) ?? null } })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

/** A sound is given to the account when it is whole: with Enter, or when the field is left. */
function SoundInput(props: {
  readonly ids: { readonly id: string };
  readonly value: string;
  readonly onSound: (sound: string) => void;
}) {
  const { ids, value, onSound } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState(value);
  const give = () => typed !== value && onSound(typed);
  return (
    <TextInput
      {...ids}
      mono
      value={typed}
      maxLength={200}
      placeholder={t('compose.global.default')}
      onText={setTyped}
      onBlur={give}
      onKeyDown={(event) => event.key === 'Enter' && give()}
    />
  );
}
