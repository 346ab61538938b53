import { useMemo } from 'react';
import type { RestCall } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { keyOf, type SdkChoice } from '../../../stores/sdk-store.ts';
import { Select } from '../../../ui/field.tsx';
import { callOf } from '../model/message-draft.ts';
import { sdkShapes } from '../model/sdk-shape.ts';
import css from './rest.module.css';

const paths: Readonly<Record<RestCall, string>> = {
  sendmsg: 'v4/openim/sendmsg',
  batchsendmsg: 'v4/openim/batchsendmsg',
  send_group_msg: 'v4/group_open_http_svc/send_group_msg',
};

/** What the JSON beside the form is: the whole call, what an SDK is handed for its push, or what an account keeps. */
export function ShapeSelect() {
  const { t } = useWords();
  const { sdk } = useStores();
  const chosen = useFrom('sdk', (state) => state.chosen);
  const conversation = useFrom('compose', (state) => state.draft?.message.conversation);
  const from = useFrom('compose', (state) => state.draft?.message.from);
  const call = useFrom('compose', (state) => state.rest?.call) ?? (conversation ? callOf(conversation) : 'sendmsg');
  const accounts = useFrom('workspace', (state) => state.accounts);
  const choices = useMemo(() => {
    const ids = conversation?.kind === 'c2c' ? [from, conversation.to] : [from];
    const parties = [...new Set(ids)].flatMap((id) => accounts.find((one) => one.userId === id) ?? []);
    const all: { readonly choice: SdkChoice; readonly label: string }[] = [
      { choice: { shape: 'rest' }, label: t('compose.shape.rest', { call }) },
      ...sdkShapes.map((shape) => ({ choice: { shape }, label: t(`compose.shape.${shape}`) })),
      ...parties.map(({ id, nickname, userId }) => ({
        choice: { shape: 'TIMOfflinePushSettings', accountId: id } as const,
        label: t('compose.shape.TIMOfflinePushSettings', { user: nickname || userId }),
      })),
    ];
    return all.map((one) => ({ ...one, value: keyOf(one.choice) }));
  }, [conversation, from, accounts, call, t]);
  return (
    <span className={css['shape']} title={chosen.shape === 'rest' ? `POST ${paths[call]}` : undefined}>
      <Select
        aria-label={t('compose.shape')}
        value={keyOf(chosen)}
        choices={choices}
        onChoose={(value) => {
          const found = choices.find((one) => one.value === value);
          if (found) sdk.choose(found.choice);
        }}
      />
    </span>
  );
}
