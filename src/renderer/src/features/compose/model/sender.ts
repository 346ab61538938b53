import type { JsonShape, Message, SendingClient } from '../../../../../shared/contract/index.ts';

/** Who hands the message to the backend, as the form offers it. */
export const senders = ['rest', 'administrator', 'ios', 'android', 'other'] as const;
export type Sender = (typeof senders)[number];

export const senderOf = ({ client }: Pick<Message, 'client'>): Sender => {
  if (client?.kind === 'sdk') return client.platform;
  return client?.senderOmitted === true ? 'administrator' : 'rest';
};

/** Versions of the SDK at which something about pushes changed. */
export const sdkVersions = [
  '1.8.0',
  '2.5.2',
  '2.5.3',
  '4.8.10',
  '5.6.1200',
  '6.1.2155',
  '7.9',
  '8.0',
  '8.4',
  '8.9',
] as const;
const newest = '8.9';
/** The last of them before V2TIM. */
const lastOld = '4.8.10';

/** The client of a chosen sender; the version stays while one is there. Undefined: the plain REST API. */
export const clientOf = (sender: Sender, before: SendingClient | undefined): SendingClient | undefined => {
  if (sender === 'rest') return undefined;
  if (sender === 'administrator') return { kind: 'rest', senderOmitted: true };
  return { kind: 'sdk', platform: sender, version: before?.kind === 'sdk' ? before.version : newest };
};

/** The SDK of V2TIM began with version 5; the settings classes of a message are older. */
export const generationOf = (version: string): 'legacy' | 'v2' => (Number.parseInt(version, 10) >= 5 ? 'v2' : 'legacy');

/** The app that would hand over such an object. Null: `client` is one already, or the object belongs to no message. */
export const appFor = (shape: JsonShape, client: SendingClient | undefined): SendingClient | null => {
  if (shape === 'TIMOfflinePushSettings') return null;
  const generation = shape === 'V2TIMOfflinePushInfo' ? 'v2' : 'legacy';
  if (client?.kind === 'sdk' && generationOf(client.version) === generation) return null;
  const platform = shape === 'TIMOfflinePushInfo' ? 'ios' : 'android';
  return { kind: 'sdk', platform, version: generation === 'v2' ? newest : lastOld };
};
