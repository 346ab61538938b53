import type { CredentialFacts, Draft } from '../../../../shared/contract/index.ts';
import { addCounts, countOf } from '../../kit/counts.ts';
import type { JsonObject } from '../../kit/json.ts';
import type { Row } from '../../kit/rows.ts';
import { classOf, oppoValues, type MessageClass } from '../categories.ts';
import { oppoLimits } from '../limits.ts';
import { textOf } from '../payload/fields.ts';
import { refusal } from '../payload/rules.ts';
import type { Input } from './auth-endpoint.ts';
import { failed, passed, unverified } from './checks.ts';
import { maxKept, type OppoMemory } from './memory.ts';

/** One registration id of a request with what it gets. */
export interface Recipient {
  readonly token: string;
  readonly draft: Draft;
  readonly notification: JsonObject;
  readonly messageClass: MessageClass | null;
}

/** The draft one phone gets: a single message to it. */
export const recipientOf = (token: string, notification: JsonObject, facts: CredentialFacts | null): Recipient => ({
  token,
  notification,
  messageClass: classOf(notification, facts),
  draft: { payload: JSON.stringify({ target_type: 2, target_value: token, notification }), options: {} },
});

const appKeyOf = (facts: CredentialFacts | null): string => oppoValues(facts)?.['appKey'] ?? '';

/** Whether the workspace has this registration id, for this app. */
export const checkRegistered = (input: Input, token: string, facts: CredentialFacts | null): Row => {
  const known = input.registry.findToken('oppo', token);
  const wrong = () => refusal(10000, 'Invalid Registration_id');
  if (!known) {
    return input.settings.mode === 'strict'
      ? failed('registered', 'unknown', wrong())
      : unverified('registered', 'foreign');
  }
  if (known.state !== 'active') return failed('registered', 'gone', wrong());
  const own = oppoValues(facts)?.['packageName'];
  if (own && known.appIdentifier !== '' && known.appIdentifier !== own) {
    return failed('registered', 'other-app', wrong(), { own, name: known.appIdentifier });
  }
  return passed('registered');
};

const seenKey = (facts: CredentialFacts | null, token: string, n: JsonObject): string | null => {
  const id = textOf(n, 'app_message_id');
  return id ? `${appKeyOf(facts)} ${token} ${id}` : null;
};

/** The phone has had this `app_message_id`. */
export const isRepeated = (
  memory: OppoMemory,
  facts: CredentialFacts | null,
  { token, notification }: Recipient,
): boolean => {
  const key = seenKey(facts, token, notification);
  return key !== null && countOf(memory.seen, key) > 0;
};

const appKey = (facts: CredentialFacts | null): string => `${appKeyOf(facts)} public`;
const deviceKey = (facts: CredentialFacts | null, { token, messageClass }: Recipient): string =>
  `${appKeyOf(facts)} ${messageClass ?? 'any'} ${token}`;

/** The daily number of public messages. In known mode it is counted and told, and nothing is refused. */
export const checkAppQuota = (input: Input, memory: OppoMemory, facts: CredentialFacts | null, one: Recipient): Row => {
  const used = countOf(memory.apps, appKey(facts));
  const quota = oppoLimits.appPublic.value;
  if (one.messageClass !== 'public' || used < quota) return passed('quota');
  return input.settings.mode === 'strict'
    ? failed('quota', 'exceeded', refusal(33, 'The number of messages exceeds the daily limit'), { quota })
    : unverified('quota', 'told', { quota });
};

/** How many messages of its kind the phone may have today. */
const deviceQuota = ({ messageClass }: Recipient): number =>
  oppoLimits[messageClass === 'public' ? 'devicePublic' : 'deviceAll'].value;

/** A phone that has had all it gets today is quiet in strict mode; in known mode it is told. */
export const checkDeviceQuota = (
  input: Input,
  memory: OppoMemory,
  facts: CredentialFacts | null,
  one: Recipient,
): { readonly row: Row; readonly draft: Draft } => {
  const quota = deviceQuota(one);
  if (countOf(memory.devices, deviceKey(facts, one)) < quota) return { row: passed('device-quota'), draft: one.draft };
  const params = { quota };
  if (input.settings.mode === 'known') return { row: unverified('device-quota', 'told', params), draft: one.draft };
  const draft = { ...one.draft, options: { ...one.draft.options, deviceQuota: String(quota) } };
  return { row: unverified('device-quota', 'quiet', params), draft };
};

/** Counts what was accepted. */
export const countAccepted = (
  memory: OppoMemory,
  facts: CredentialFacts | null,
  accepted: readonly Recipient[],
): OppoMemory => ({
  ...memory,
  apps: addCounts(
    memory.apps,
    accepted.filter(({ messageClass }) => messageClass === 'public').map(() => appKey(facts)),
    maxKept,
  ),
  devices: addCounts(
    memory.devices,
    accepted.map((one) => deviceKey(facts, one)),
    maxKept,
  ),
  seen: addCounts(
    memory.seen,
    accepted.flatMap(({ token, notification }) => seenKey(facts, token, notification) ?? []),
    maxKept,
  ),
});

const perSecond = oppoLimits.requestRate.value / 60;

/** Requests of one second, for the smallest tier. Only strict mode refuses. */
export const checkRate = (input: Input, memory: OppoMemory): { readonly row: Row; readonly memory: OppoMemory } => {
  if (memory.requests < perSecond) return { row: passed('rate'), memory: { ...memory, requests: memory.requests + 1 } };
  const params = { limit: perSecond };
  const row =
    input.settings.mode === 'strict'
      ? failed('rate', 'exceeded', refusal(-2, 'Service in Flow Control'), params)
      : unverified('rate', 'told', params);
  return { row, memory };
};
