import { AppError } from '../../../shared/contract/errors.ts';
import type {
  Card,
  Carried,
  Draft,
  Exchange,
  Intent,
  Platform,
  VendorConsole,
  VendorId,
} from '../../../shared/contract/index.ts';
import type { Vendor } from '../../vendors/vendor.ts';
import type { Parts } from '../parts.ts';
import { rawTarget } from '../raw-target.ts';
import { readBack } from '../read-back.ts';

type Needs = Pick<Parts, 'journal' | 'workspace' | 'credentials' | 'vendor' | 'now'>;
type Loss = Carried['lost'][number];

/** As long as the IM service keeps an offline push, where the push says nothing another vendor reads. Seconds. */
const keptSeconds = 7 * 86_400;

/** What a phone shows of a push, as the wish behind it. What only its vendor has a word for (category, channel) is not in it. */
export const intentOfCard = (card: Card): Intent => ({
  title: card.title === '' ? null : card.title,
  subtitle: card.subtitle === '' ? null : card.subtitle,
  body: card.body,
  sound: card.sound.kind === 'none' ? null : card.sound.kind === 'default' ? 'default' : card.sound.name,
  badge: card.badge,
  ext: card.ext,
  image: card.imageUrl === '' ? null : card.imageUrl,
  mutableContent: card.imageUrl !== '',
  interruptionLevel: card.interruptionLevel === 'active' ? null : card.interruptionLevel,
  lifetimeSeconds: keptSeconds,
  androidChannelId: null,
  androidPriority: card.interruptionLevel === 'passive' ? 'normal' : 'high',
  category: null,
  importance: null,
  badgeChange:
    card.badgeAdd !== undefined
      ? { kind: 'add', number: card.badgeAdd }
      : card.badge === null
        ? null
        : { kind: 'set', number: card.badge },
  contentAvailable: false,
  voip: false,
  voipToken: null,
  liveActivity: null,
  longText: card.android?.kind === 'big-text',
  click: { kind: 'app' },
  vendorSettings: { android: null, harmony: null, console: {} },
  traces: [],
});

/**
 * A wish without what was meant for the first phone's vendor alone, and with what Tencent's console holds for the new one: its channel,
 * its category, where a tap leads.
 */
export const forVendor = (intent: Intent, console: VendorConsole): Intent => ({
  ...intent,
  androidChannelId: console.channelId ?? null,
  category: console.category ?? null,
  importance: console.importance ?? null,
  click: console.click ?? { kind: 'app' },
  voip: false,
  voipToken: null,
  liveActivity: null,
  vendorSettings: { android: null, harmony: null, console },
});

const shownOf = (card: Card): Record<Exclude<Loss['field'], 'data'>, string> => ({
  title: card.title,
  subtitle: card.subtitle,
  body: card.body,
  sound: card.sound.kind === 'named' ? card.sound.name : card.sound.kind === 'default' ? 'default' : '',
  badge: card.badge === null ? (card.badgeAdd === undefined ? '' : `+${card.badgeAdd}`) : String(card.badge),
  image: card.imageUrl,
  group: card.groupKey,
  replace: card.replaceKey,
  category: card.category,
  channel: card.channelId,
  level: card.interruptionLevel === 'active' ? '' : card.interruptionLevel,
  color: card.color,
  ext: card.ext ?? '',
  buttons: card.android?.actions.join(', ') ?? '',
});

interface Side {
  readonly vendor: Vendor;
  readonly draft: Draft;
  readonly platform: Platform;
}

const cardOf = ({ vendor, draft, platform }: Side): Card => vendor.display.card(draft, { platform, appName: '' });

/** Data that the app is handed on a touch and that stands in the payload. */
const dataOf = ({ vendor, draft, platform }: Side, nowMs: number) =>
  vendor.tap
    .plan(draft, { platform, appState: 'background', action: 'default', vendorMessageId: null, nowMs })
    .values.filter(({ value }) => value !== '' && draft.payload.includes(JSON.stringify(value).slice(1, -1)));

/** What a phone showed or the app got by the first push and does not by the second, in the order in which people look. */
export const lossesOf = (from: Side, to: Side, nowMs: number): Loss[] => {
  const before = shownOf(cardOf(from));
  const after = shownOf(cardOf(to));
  // Object.keys of a record of these very names.
  const fields = Object.keys(before) as Exclude<Loss['field'], 'data'>[];
  const shown = fields
    .filter((field) => before[field] !== '' && before[field] !== after[field])
    .map((field) => ({ field, name: '', before: before[field], after: after[field] }));
  const known = new Set([...Object.values(before), ...dataOf(to, nowMs).map(({ value }) => value)]);
  const data = dataOf(from, nowMs)
    .filter(({ path, value }) => !/^aps\b/.test(path) && !known.has(value))
    .map(({ path, value }) => ({ field: 'data' as const, name: path, before: value, after: '' }));
  return [...shown, ...data];
};

const wishOf = (parts: Needs, exchange: Exchange, from: Side): Intent => {
  const intent = exchange.decision?.intent;
  const isAsSent = readBack(parts, exchange)?.draft.payload === from.draft.payload;
  return intent && isAsSent ? intent : intentOfCard(cardOf(from));
};

/**
 * The push of an exchange for another phone or another vendor. To the same vendor it stays byte for byte; for another one the wish behind
 * it is said in that vendor's terms, and what that cannot say is named. AppError `exchange.not-found`, `workspace.not-found`,
 * `gateway.not-found`.
 */
export const carry = async (
  parts: Needs,
  asked: { readonly id: string; readonly vendor: VendorId; readonly deviceId: string | null; readonly draft: Draft },
): Promise<Carried> => {
  const exchange = await parts.journal.get(asked.id);
  const vendorOf = (id: VendorId): Vendor => {
    const vendor = parts.vendor(id);
    if (!vendor) throw new AppError('gateway.not-found', { vendor: id });
    return vendor;
  };
  const nowMs = parts.now();
  const { deviceId } = asked;
  const { device, target } = rawTarget(parts, { vendor: asked.vendor, ...(deviceId === null ? {} : { deviceId }) });
  const token = device?.token ?? null;
  const vendor = vendorOf(asked.vendor);
  if (asked.vendor === exchange.vendor) {
    return { draft: asked.draft, token, lost: [], problems: vendor.payload.check(asked.draft, target, nowMs).problems };
  }
  const first = exchange.targets[0]?.deviceId ?? null;
  const fromVendor = vendorOf(exchange.vendor);
  const firstPlatform = first === null ? undefined : parts.workspace.devices.find(first)?.platform;
  const from = {
    vendor: fromVendor,
    draft: asked.draft,
    platform: firstPlatform ?? fromVendor.platforms[0] ?? 'android',
  };
  const to = target ?? { token: '', appIdentifier: '', environment: 'sandbox' as const, credential: null };
  const app = parts.workspace.apps.find(device?.appId ?? '') ?? parts.workspace.apps.all()[0];
  const wish = forVendor(wishOf(parts, exchange, from), app?.console[asked.vendor] ?? {});
  const draft = vendor.payload.fromIntent(wish, to, nowMs);
  const made = { vendor, draft, platform: device?.platform ?? vendor.platforms[0] ?? 'android' };
  return {
    draft,
    token,
    lost: lossesOf(from, made, nowMs),
    problems: vendor.payload.check(draft, target, nowMs).problems,
  };
};
