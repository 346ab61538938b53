import type { CredentialFacts, Draft } from '../../../../shared/contract/index.ts';
import { addCounts, countOf } from '../../kit/counts.ts';
import type { Row } from '../../kit/rows.ts';
import { xiaomiValues, type MessageClass } from '../channels.ts';
import { xiaomiLimits } from '../limits.ts';
import { splitList, type Push } from '../payload/fields.ts';
import { isNobodys } from '../payload/reg-id.ts';
import { refusal } from '../payload/rules.ts';
import { failed, passed, unverified } from './checks.ts';
import { maxKept, type XiaomiMemory } from './memory.ts';
import type { Input } from './way-in.ts';

/** One registration id of a request with the push it gets. */
export interface Recipient {
  readonly token: string;
  readonly draft: Draft;
  readonly push: Push;
  readonly messageClass: MessageClass;
  /** Null: it gets the push. */
  readonly refusedWith: string | null;
}

/** Whether the app the secret belongs to is the one the push is for. */
export const checkOwner = (input: Input, packages: readonly string[], owner: CredentialFacts | null): Row => {
  const own = xiaomiValues(owner)?.['packageName'] ?? '';
  const wrong = () => refusal(22022, 'Invalid package name');
  const [first = ''] = packages;
  if (own !== '') {
    const other = packages.find((name) => name !== own);
    return other === undefined ? passed('owner') : failed('owner', 'other', wrong(), { name: other, own });
  }
  const unknown = packages.find((name) => !input.registry.appIdentifiers.has(name));
  if (unknown === undefined) return unverified('owner', 'no-owner', { name: first });
  return input.settings.mode === 'strict'
    ? failed('owner', 'unknown', wrong(), { name: unknown })
    : unverified('owner', 'foreign', { name: unknown });
};

const isGood = (input: Input, { token, push }: Recipient): boolean => {
  const known = input.registry.findToken('xiaomi', token);
  if (!known) return input.settings.mode === 'known' && !isNobodys(token);
  const packages = splitList(push.top.get('restricted_package_name'));
  // A phone whose app has no package name yet says nothing about whose registration id it is.
  const isOwn = known.appIdentifier === '' || packages.length === 0 || packages.includes(known.appIdentifier);
  return known.state === 'active' && isOwn;
};

/** Which registration ids the workspace has. None at all that is good is the only case Xiaomi refuses. */
export const checkRegistered = (
  input: Input,
  recipients: readonly Recipient[],
): { readonly row: Row; readonly recipients: readonly Recipient[] } => {
  const judged = recipients.map((one): Recipient => (isGood(input, one) ? one : { ...one, refusedWith: '20301' }));
  const bad = judged.filter(({ refusedWith }) => refusedWith !== null).length;
  if (bad > 0 && bad === judged.length) {
    return {
      row: failed('registered', 'none', refusal(20301, 'No valid targets!'), { count: bad }),
      recipients: judged,
    };
  }
  const unknown = judged.filter(({ token }) => !input.registry.findToken('xiaomi', token)).length;
  const row =
    bad > 0
      ? unverified('registered', 'some', { count: bad, of: judged.length })
      : unknown > 0
        ? unverified('registered', 'foreign', { count: unknown })
        : passed('registered');
  return { row, recipients: judged };
};

/** Daily number of one class for one app; null: no limit. */
export const appQuota = (messageClass: MessageClass): number | null => {
  const { appBase, appPublicTimes, appDefaultTimes } = xiaomiLimits;
  if (messageClass === 'public') return appBase.value * appPublicTimes.value;
  return messageClass === 'default' ? appBase.value * appDefaultTimes.value : null;
};
const deviceQuota = (messageClass: MessageClass): number | null => {
  if (messageClass === 'public') return xiaomiLimits.devicePublic.value;
  return messageClass === 'default' ? xiaomiLimits.deviceDefault.value : null;
};

const appKey = ({ push, messageClass }: Pick<Recipient, 'push' | 'messageClass'>): string =>
  `${push.top.get('restricted_package_name') ?? ''} ${messageClass}`;
const deviceKey = (one: Recipient): string => `${appKey(one)} ${one.token}`;

/** Messages of this class that the app has sent today. */
export const usedToday = (memory: XiaomiMemory, one: Pick<Recipient, 'push' | 'messageClass'>): number =>
  countOf(memory.apps, appKey(one));

/** The daily number of an app and class. In known mode it is counted and told, and nothing is refused. */
export const checkAppQuota = (input: Input, memory: XiaomiMemory, first: Recipient, isBatch: boolean): Row => {
  const quota = appQuota(first.messageClass);
  const used = usedToday(memory, first);
  if (quota === null) return passed('quota');
  if (used < quota) return passed('quota');
  const params = { quota, used };
  // A batch is taken as a whole; its answer lists who got nothing.
  if (input.settings.mode === 'known' || isBatch) return unverified('quota', 'used-up', params);
  return failed('quota', 'exceeded', refusal(200001, `exceed quota, quota: ${quota}, have acked: ${used}`), params);
};

/** Phones that have had all they get today: quiet in strict mode, told in known mode. */
export const checkDeviceQuota = (
  input: Input,
  memory: XiaomiMemory,
  recipients: readonly Recipient[],
): { readonly row: Row; readonly recipients: readonly Recipient[] } => {
  const over = recipients.filter((one) => {
    const quota = deviceQuota(one.messageClass);
    return quota !== null && countOf(memory.devices, deviceKey(one)) >= quota;
  });
  if (over.length === 0) return { row: passed('device-quota'), recipients };
  const params = { count: over.length, quota: deviceQuota(over[0]?.messageClass ?? null) ?? 0 };
  if (input.settings.mode === 'known') return { row: unverified('device-quota', 'told', params), recipients };
  const quieted = recipients.map((one): Recipient => {
    const quota = deviceQuota(one.messageClass);
    if (!over.includes(one) || quota === null) return one;
    return { ...one, draft: { ...one.draft, options: { ...one.draft.options, deviceQuota: String(quota) } } };
  });
  return { row: unverified('device-quota', 'quiet', params), recipients: quieted };
};

/** Counts what was accepted. */
export const countAccepted = (memory: XiaomiMemory, recipients: readonly Recipient[]): XiaomiMemory => {
  const got = recipients.filter(
    ({ refusedWith, messageClass }) => refusedWith === null && appQuota(messageClass) !== null,
  );
  if (got.length === 0) return memory;
  return {
    ...memory,
    apps: addCounts(memory.apps, got.map(appKey), maxKept),
    devices: addCounts(memory.devices, got.map(deviceKey), maxKept),
  };
};

const perSecond = xiaomiLimits.requestRate.value / 60;

/** Requests of one second, for the smallest tier. Only strict mode refuses. */
export const checkRate = (input: Input, memory: XiaomiMemory): { readonly row: Row; readonly memory: XiaomiMemory } => {
  if (memory.requests < perSecond) return { row: passed('rate'), memory: { ...memory, requests: memory.requests + 1 } };
  const params = { limit: perSecond };
  const row =
    input.settings.mode === 'strict'
      ? failed('rate', 'exceeded', refusal(10027, 'App calls too often'), params)
      : unverified('rate', 'told', params);
  return { row, memory };
};
