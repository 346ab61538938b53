import { AppError } from '../../../shared/contract/errors.ts';
import type { Arrivals, Exchange, ExchangeSummary } from '../../../shared/contract/index.ts';
import { ShareFile, shareVersion, type SharedExchange } from '../../../shared/contract/share-file.ts';
import { hideTokens, mask } from '../../journal/index.ts';
import type { Parts } from '../parts.ts';

type Needs = Pick<Parts, 'journal' | 'phones' | 'workspace' | 'store' | 'newId' | 'now' | 'vendor'>;

/** The name of a phone in a shared file, kept in its id because no phone of this workspace is meant. */
const sharedPhone = (name: string): string => `shared:${name}`;

const namesOf = ({ workspace }: Pick<Needs, 'workspace'>): string[] => [
  ...workspace.accounts.all().flatMap(({ id, nickname }) => [id, nickname]),
  ...workspace.groups.all().map(({ name }) => name),
];

/** One exchange as it leaves the machine, tokens by the `salt` of its file; without personal data where that is wanted. */
export const handedOut = (
  parts: Pick<Needs, 'workspace'>,
  exchange: Exchange,
  masked: boolean,
  salt: string,
): Exchange => (masked ? mask(exchange, namesOf(parts), null, salt).exchange : exchange);

/** One exchange of a share file, with what the phones made of it. */
export const toShare = async (
  parts: Needs,
  exchange: Exchange,
  masked: boolean,
  salt: string,
): Promise<SharedExchange> => {
  const { notifications, taps }: Arrivals = await parts.phones.arrivals(exchange.id);
  const arrivals = await parts.phones.draftsOf(exchange.id);
  const whole = {
    arrivals: notifications.flatMap((notification) => {
      const draft = arrivals.get(notification.id);
      return draft ? [{ notification, draft }] : [];
    }),
    taps,
  };
  const { mark: _mark, values: _values, message: _message, ...own } = exchange;
  if (masked) {
    const { exchange: clean, extra } = mask(own, namesOf(parts), whole, salt);
    return { exchange: clean, ...extra };
  }
  const tokens = exchange.targets.map(({ token }) => token);
  return hideTokens({ exchange: own, ...whole }, tokens, salt);
};

/** Names of the phones that shared exchanges speak of. */
export const phonesOf = ({ workspace }: Needs, shared: readonly SharedExchange[]): ShareFile['phones'] => {
  const ids = new Set(
    shared.flatMap(({ exchange, arrivals, taps }) => [
      ...exchange.targets.flatMap(({ deviceId }) => (deviceId === null ? [] : [deviceId])),
      ...arrivals.map(({ notification }) => notification.deviceId),
      ...taps.map(({ deviceId }) => deviceId),
    ]),
  );
  return [...ids].map((id) => ({ id, name: workspace.devices.find(id)?.name ?? id.replace(/^shared:/, '') }));
};

/** Reads a share file whoever made it. AppError `share.unreadable` with what is wrong. */
export const readShare = (text: string): ShareFile => {
  const value: unknown = (() => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new AppError('share.unreadable', { reason: 'not-json' });
    }
  })();
  const version =
    typeof value === 'object' && value !== null ? (value as { pushscope?: unknown }).pushscope : undefined;
  if (typeof version === 'number' && version > shareVersion)
    throw new AppError('share.unreadable', { reason: 'newer', version });
  const { data, error } = ShareFile.safeParse(value);
  if (data) return data;
  const [issue] = error.issues;
  throw new AppError('share.unreadable', { reason: 'shape', at: issue?.path.join('.') ?? '' });
};

/**
 * Puts what a share file holds into the log, under new ids and with origin «imported»: payloads, answers, decisions, and what the
 * phones of the other workspace made of it. No phone of this workspace is touched.
 */
export const adoptShare = async (parts: Needs, file: ShareFile): Promise<ExchangeSummary[]> => {
  const names = new Map(file.phones.map(({ id, name }) => [id, sharedPhone(name)]));
  const phone = (id: string) => names.get(id) ?? sharedPhone(id.slice(0, 200));
  const messages = new Map<string, string>();
  const messageOf = (id: string | null) => {
    if (id === null) return null;
    const own = messages.get(id) ?? parts.newId('message');
    messages.set(id, own);
    return own;
  };
  const added: ExchangeSummary[] = [];
  for (const { exchange, arrivals, taps } of file.exchanges.toReversed()) {
    if (!parts.vendor(exchange.vendor)) continue;
    const id = parts.newId('exchange');
    const shown = new Map(arrivals.map(({ notification }) => [notification.id, parts.newId('notification')]));
    // What the phones made of it first: whoever is told of the exchange finds it there.
    for (const { notification, draft } of arrivals) {
      const of = { ...notification, id: shown.get(notification.id) ?? '', exchangeId: id, state: 'gone' as const };
      const own = { ...of, deviceId: phone(notification.deviceId) };
      const data = JSON.stringify({ notification: own, draft, vendorMessageId: null });
      await parts.store.write('putNotification', {
        id: own.id,
        deviceId: own.deviceId,
        exchangeId: id,
        atMs: own.atMs,
        state: own.state,
        data,
      });
    }
    for (const tap of taps) {
      const notificationId = shown.get(tap.notificationId) ?? '';
      const own = { ...tap, id: parts.newId('tap'), notificationId, exchangeId: id, deviceId: phone(tap.deviceId) };
      await parts.store.write('putTap', {
        id: own.id,
        exchangeId: id,
        deviceId: own.deviceId,
        atMs: own.atMs,
        data: JSON.stringify(own),
      });
    }
    const targets = exchange.targets.map((one) => ({
      ...one,
      deviceId: one.deviceId === null ? null : phone(one.deviceId),
    }));
    const messageId = messageOf(exchange.messageId);
    added.push(
      await parts.journal.adopt({ ...exchange, id, origin: 'imported', messageId, targets, credentialId: null }),
    );
  }
  return added.toReversed();
};
