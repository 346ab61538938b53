import type { Callback, Draft, Receipt, ReceivedValue } from '../../../shared/contract/index.ts';
import { objectIn } from '../kit/json-pick.ts';
import { jsonText } from '../kit/json.ts';
import { rootOf } from './payload/draft.ts';
import type { Push } from './payload/effective.ts';
import { sources } from './sources.ts';

const value = (path: string, type: string, content: string): ReceivedValue => ({ path, type, value: content });

/** The service of an Android app. `getNotification()` is there when the message has a notification that was not drawn. */
export const messageReceipt = ({ data, drawn }: Push): Receipt => {
  // Of a text that is a resource's key only the key arrives, by other getters.
  const texts = drawn && !drawn.isKey ? { title: drawn.title, body: drawn.body } : null;
  return {
    id: 'message-received',
    phrase: { id: `huawei.receipt.${drawn ? 'notification' : 'data'}` },
    callback: {
      name: 'HmsMessageService.onMessageReceived(message: RemoteMessage)',
      language: 'kotlin',
      source: sources.clientDemo,
      certainty: 'measured',
    },
    received: JSON.stringify({
      ...(data === null ? {} : { data }),
      ...(texts ? { notification: texts } : {}),
    }),
    values: [
      ...(data === null ? [] : [value('getData()', 'String', data)]),
      ...(texts ? [value('getNotification().title', 'String', texts.title)] : []),
      ...(texts ? [value('getNotification().body', 'String', texts.body)] : []),
    ],
  };
};

const receiver = (kind: string, certainty: Callback['certainty']): Callback => ({
  name: `pushService.receiveMessage('${kind}', ability, (payload: pushCommon.PushPayload) => …)`,
  language: 'arkts',
  source: sources.sceneFields,
  certainty,
});

/** The open HarmonyOS app in place of a drawing: `payload.data` is JSON text with the notification in it, as public apps read it. */
export const sceneReceipt = (draft: Draft): Receipt => {
  const notification = objectIn(objectIn(rootOf(draft) ?? undefined, 'payload'), 'notification') ?? {};
  const data = jsonText({ notification }) ?? '{}';
  return {
    id: 'scene-received',
    phrase: { id: 'huawei.receipt.scene' },
    callback: receiver('DEFAULT', 'reported'),
    received: JSON.stringify({ data }),
    values: [value('payload.data', 'string', data)],
  };
};

/** The running HarmonyOS app and `extraData`; that it is wrapped like the data of other kinds is a guess. */
export const backgroundReceipt = ({ data: extraData }: Push): Receipt => {
  const data = JSON.stringify({ data: extraData ?? '' });
  return {
    id: 'background-received',
    phrase: { id: 'huawei.receipt.background' },
    callback: receiver('BACKGROUND', 'guess'),
    received: JSON.stringify({ data }),
    values: [value('payload.data', 'string', data)],
  };
};
