import type { FieldTrace, Intent, Message, Phrase, SwitchUse } from '../../../shared/contract/index.ts';
import type { DecisionInput } from '../input.ts';
import { ignoreHarmonyBadge } from '../sdk.ts';
import { used } from '../switch-use.ts';

/** What may happen to the number on the icon. `number` where the vendor is told one, `change` where it is told a change. */
export interface BadgeResult {
  readonly number: number | null;
  readonly change: Intent['badgeChange'];
  readonly trace: FieldTrace;
  readonly switches: readonly SwitchUse[];
}

/** Who keeps the number: the push on iOS; a change in the push for the Huawei family; the phone itself for the rest. */
const keeperOf = ({ device }: DecisionInput): 'push' | 'change' | 'system' => {
  if (device.platform === 'ios') return 'push';
  return device.vendor === 'huawei' || device.vendor === 'honor' ? 'change' : 'system';
};

/** Sources that say «leave the number alone», by their own names. */
const leaveSource = ({ offlinePush: push, legacyPush }: Message, isHarmony: boolean): string | null => {
  if (isHarmony && push?.extra?.[ignoreHarmonyBadge] === true) return ignoreHarmonyBadge;
  if (push?.apns?.badgeMode === 1) return 'ApnsInfo.BadgeMode';
  if (push?.ignoreBadge) return 'BadgeMode';
  return legacyPush?.ios?.badgeEnabled === false ? 'IOSSettings.badgeEnabled' : null;
};

/** Somebody wrote down that the message counts. */
const countsExplicitly = ({ offlinePush: push, legacyPush }: Message): boolean =>
  push?.apns?.badgeMode === 0 || push?.ignoreBadge === false || legacyPush?.ios?.badgeEnabled === true;

const hasNoUnread = ({ options }: Message): boolean => options?.sendControl?.includes('NoUnread') ?? false;

interface Counting {
  readonly counts: boolean;
  readonly note?: Phrase;
  readonly switches: readonly SwitchUse[];
}

/** Whether a message without BadgeSetNum and BadgeAddNum raises the number by one. */
const countingOf = ({ message, switches, device }: DecisionInput): Counting => {
  const leave = device.platform === 'android' ? null : leaveSource(message, device.platform === 'harmony');
  if (leave !== null) return { counts: false, note: { id: 'im.note.badge-left', params: { by: leave } }, switches: [] };
  const explicit = device.platform === 'android' || countsExplicitly(message);
  const modeLeaves = !explicit && switches.badgeMode === 'leave';
  const isQuiet = hasNoUnread(message);
  const quietLeaves = isQuiet && switches.noUnreadBadge === 'stays';
  const uses: SwitchUse[] = [];
  // Each of the two matters only while the other would let the message count.
  if (!explicit && !quietLeaves) uses.push(used(switches, 'badgeMode', 'badge'));
  if (isQuiet && !modeLeaves) uses.push(used(switches, 'noUnreadBadge', 'badge'));
  if (quietLeaves) return { counts: false, note: { id: 'im.note.badge-no-unread' }, switches: uses };
  if (modeLeaves) return { counts: false, note: { id: 'im.note.badge-mode' }, switches: uses };
  return { counts: true, switches: uses };
};

const highest = { push: 999, change: 99 } as const;

/** BadgeSetNum before BadgeAddNum before counting on from the unread that the app reported (R6, R63). */
export const badgeOf = (input: DecisionInput): BadgeResult => {
  const { message, device } = input;
  const keeper = keeperOf(input);
  if (keeper === 'system') {
    const note = { id: 'im.note.badge-system', params: { vendor: device.vendor } };
    return { number: null, change: null, trace: { field: 'badge', candidates: [], note }, switches: [] };
  }
  const push = message.offlinePush;
  const base = device.unreadBase;
  const isDirect = push?.badgeSetNum !== undefined || push?.badgeAddNum !== undefined;
  const counting = countingOf(input);
  const options: { from: string; number: number; change: NonNullable<Intent['badgeChange']> }[] = [];
  if (push?.badgeSetNum !== undefined) {
    const change = { kind: 'set' as const, number: push.badgeSetNum };
    options.push({ from: 'OfflinePushInfo.BadgeSetNum', number: push.badgeSetNum, change });
  }
  if (push?.badgeAddNum !== undefined) {
    const change = { kind: 'add' as const, number: push.badgeAddNum };
    options.push({ from: 'OfflinePushInfo.BadgeAddNum', number: base + push.badgeAddNum, change });
  }
  if (counting.counts) options.push({ from: 'unread + 1', number: base + 1, change: { kind: 'add', number: 1 } });
  const winner = options[0];
  const candidates = options.map((one) => ({ from: one.from, value: String(one.number), used: one === winner }));
  const isOut = winner?.change.kind === 'set' && winner.number > highest[keeper];
  const note = isOut
    ? { id: 'im.note.badge-range', params: { number: winner.number, limit: highest[keeper] } }
    : isDirect
      ? undefined
      : counting.note;
  return {
    number: winner?.number ?? null,
    change: keeper === 'change' ? (winner?.change ?? null) : null,
    trace: note ? { field: 'badge', candidates, note } : { field: 'badge', candidates },
    switches: isDirect ? [] : counting.switches,
  };
};
