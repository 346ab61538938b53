/** What holds for every message, phone and account: one gate decides, texts fit, and a message goes before global settings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMessage, anInput } from '../../../tests/support/im.ts';
import { tries } from '../../../tests/support/properties.ts';
import { aDevice, aGroup, anAccount, anApp } from '../../../tests/support/workspace.ts';
import type { Message } from '../../shared/contract/index.ts';
import { vendorIds } from '../../shared/contract/common.ts';
import { decide, defaultSwitches, switchesFrom, switchSpecs, textLimits, type DecisionInput } from './index.ts';
import { cutText } from './limits.ts';

const dayMs = 86_400_000;
const nowMs = 100 * dayMs;

/** Any sequence of UTF-16 units around the limits: plain, wide, pairs, joined emoji and halves of pairs. */
const unit = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'é', '合', '😀', '👨‍👩‍👧', 'e\u0301', ' ') },
  { weight: 1, arbitrary: fc.integer({ min: 0xd7_00, max: 0xe0_ff }).map((code) => String.fromCodePoint(code)) },
);
const text = fc.oneof(
  fc.array(unit, { maxLength: 12 }).map((units) => units.join('')),
  fc
    .tuple(fc.array(unit, { minLength: 1, maxLength: 5 }), fc.integer({ min: 28, max: 640 }))
    .map(([units, length]) => units.join('').repeat(length).slice(0, length)),
);
const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Fields that are there or not, as messages have them. */
const partial = <T extends object>(fields: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields, { requiredKeys: [] });

const element = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('custom' as const), data: text, desc: text, ext: text, sound: text }),
  fc.constantFrom({ kind: 'image' as const }, { kind: 'sound' as const }, { kind: 'video' as const }),
  fc.record({ kind: fc.constant('relay' as const), title: text, compatibleText: text }),
);
const sdkVersion = fc.constantFrom('1.7', '2.5.3', '4.8', '5.6', '6.2', '8.9');
const sound = fc.constantFrom('default', 'push.no_sound', 'ring.caf', 'ring');
const push = fc
  .tuple(
    fc.record({ disabled: fc.boolean() }),
    partial<Omit<NonNullable<Message['offlinePush']>, 'disabled'>>({
      title: text,
      desc: text,
      ext: text,
      sound,
      subtitle: text,
      badgeAddNum: fc.integer({ min: 1, max: 99 }),
      badgeSetNum: fc.integer({ min: 0, max: 999 }),
      ignoreBadge: fc.boolean(),
      multiLanguage: fc.array(fc.record({ language: fc.constantFrom('en', 'zh', 'de'), title: text, desc: text }), {
        maxLength: 2,
      }),
      apns: partial<NonNullable<NonNullable<Message['offlinePush']>['apns']>>({
        title: text,
        subtitle: text,
        sound,
        badgeMode: fc.constantFrom(0, 1),
      }),
      android: partial<NonNullable<NonNullable<Message['offlinePush']>['android']>>({
        sound,
        pushStyle: fc.constantFrom(0, 1),
      }),
      harmony: partial<NonNullable<NonNullable<Message['offlinePush']>['harmony']>>({ title: text, sound }),
      extra: fc.constantFrom({}, { PushFlag: 0 }),
    }),
  )
  .map(([base, more]) => ({ ...base, ...more }));
const oldPlatform = partial<{ title: string; desc: string; sound: string }>({ title: text, desc: text, sound });
const legacyPush = partial<NonNullable<Message['legacyPush']>>({
  enabled: fc.boolean(),
  title: text,
  desc: text,
  ext: text,
  android: oldPlatform,
  ios: oldPlatform,
});
const message = fc
  .record({
    conversation: fc.constantFrom(
      { kind: 'c2c' as const, to: 'vinson' },
      { kind: 'group' as const, groupId: 'lunch' },
      { kind: 'group' as const, groupId: 'lunch', toAccounts: ['vinson'] },
    ),
    elements: fc.array(element, { maxLength: 3 }),
    offlinePush: fc.option(push),
    legacyPush: some(legacyPush),
    onlineUserOnly: fc.boolean(),
    lifetimeSeconds: some(fc.constantFrom(0, 60, 700_000)),
    messageClass: fc.constantFrom('chat' as const, 'chat' as const, 'system' as const),
    from: fc.constantFrom('denny', 'denny', 'vinson'),
    options: some(
      partial<NonNullable<Message['options']>>({
        random: fc.constantFrom(1, 2),
        sendControl: fc.subarray(['NoUnread', 'NoLastMsg', 'WithMuteNotifications']),
      }),
    ),
    groupAt: some(fc.constantFrom([{ all: true }], [{ all: false, userId: 'vinson' }])),
    client: some(
      fc.record({ kind: fc.constant('sdk' as const), platform: fc.constant('ios' as const), version: sdkVersion }),
    ),
  })
  .map((fields) => aMessage(JSON.parse(JSON.stringify(fields)) as Partial<Message>));

const device = fc
  .record({
    platform: fc.constantFrom('ios' as const, 'android' as const, 'harmony' as const),
    vendor: fc.constantFrom(...vendorIds),
    token: fc.constantFrom(null, 'ab'.repeat(32), 'x'.repeat(300)),
    loginState: fc.constantFrom('logged-in' as const, 'logged-in' as const, 'kicked' as const, 'never' as const),
    appState: fc.constantFrom('foreground' as const, 'background' as const, 'killed' as const),
    backgroundReported: fc.boolean(),
    appStateAtMs: fc.constantFrom(nowMs - dayMs, nowMs - 8 * dayMs, nowMs - 40 * dayMs),
    unreadBase: fc.nat({ max: 5 }),
    sdkVersion,
    locale: fc.constantFrom('en', 'zh-CN', 'ja'),
  })
  .map(aDevice);
const receiveOption = fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const, 4 as const);
const recipient = fc
  .record({
    pushEnabled: fc.boolean(),
    globalSounds: fc.record({ c2c: fc.option(sound), group: fc.option(sound) }),
    doNotDisturb: fc.constantFrom(null, {
      kind: 'daily' as const,
      hour: 0,
      minute: 0,
      second: 0,
      durationSeconds: 86_400,
    }),
    receiveOptions: fc.record({ denny: receiveOption }),
    blocked: fc.constantFrom([], ['denny']),
  })
  .map((fields) => anAccount({ ...fields, blocked: [...fields.blocked] }));
const switches = fc
  .record(Object.fromEntries(switchSpecs.map(({ id, readings }) => [id, fc.constantFrom(...readings.map(String))])))
  .map(switchesFrom);
const input: fc.Arbitrary<DecisionInput> = fc
  .record({
    message,
    device,
    recipient,
    switches,
    option: receiveOption,
    nickname: text,
    card: text,
    groupName: text,
    recent: fc.constantFrom([], [{ from: 'denny', conversation: 'c2c:vinson', random: 1, atMs: nowMs - 1000 }]),
  })
  .map(({ option, nickname, card, groupName, message: written, ...rest }) =>
    anInput({
      ...rest,
      message: written,
      nowMs,
      sender: anAccount({ id: 'acc_denny', userId: written.from, nickname }),
      group:
        written.conversation.kind === 'group'
          ? aGroup({
              name: groupName,
              members: [
                { userId: 'denny', nameCard: card },
                { userId: 'vinson', nameCard: '', receiveOption: option },
              ],
            })
          : null,
      app: anApp(),
    }),
  );
const runs = tries(1500);

describe('every decision', () => {
  it('has exactly one deciding gate', () =>
    fc.assert(
      fc.property(input, (given) => {
        const { gates, pushed, decidingGateId } = decide(given);
        const failed = gates.filter((gate) => gate.outcome === 'failed');
        expect(failed).toHaveLength(pushed ? 0 : 1);
        expect(decidingGateId).toBe(failed[0]?.id ?? 'recipient-state');
        expect(gates.filter((gate) => gate.id === decidingGateId)).toHaveLength(1);
        const at = gates.findIndex((gate) => gate.outcome === 'failed');
        for (const [index, gate] of gates.entries()) {
          expect(gate.outcome === 'not-reached').toBe(at >= 0 && index > at);
          expect(gate.predicted && gate.outcome === 'failed').toBe(false);
        }
      }),
      runs,
    ));
  it('has texts within the vendor’s limits, and no half of a pair', () =>
    fc.assert(
      fc.property(input, (given) => {
        const { intent } = decide(given);
        if (!intent) return;
        const limit = textLimits[given.device.vendor];
        const isLong = given.message.offlinePush?.android?.pushStyle === 1;
        if (limit) {
          expect(intent.title?.length ?? 0).toBeLessThanOrEqual(limit.title);
          expect(intent.body.length).toBeLessThanOrEqual((isLong && limit.longContent) || limit.content);
        }
        for (const shown of [intent.title, intent.subtitle, intent.body, intent.ext])
          expect(shown?.isWellFormed() ?? true).toBe(true);
      }),
      runs,
    ));
});

describe('a cut text', () => {
  it('fits, ends with dots, loses nothing that fits, and has no half of a pair', () =>
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 700 }), (whole, limit) => {
        const cut = cutText(whole, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut.isWellFormed()).toBe(true);
        if (whole.length <= limit) expect(cut).toBe(whole.toWellFormed());
        else {
          expect(cut.endsWith('...'.slice(0, limit))).toBe(true);
          const kept = cut.slice(0, -3);
          expect(whole.toWellFormed().startsWith(limit >= 3 ? kept : '')).toBe(true);
          // One unit less than what fits at most: the first half of a pair that would have been alone.
          if (limit >= 3) expect(limit - cut.length).toBeLessThanOrEqual(1);
        }
      }),
      runs,
    ));
});

describe('settings of a message and global settings', () => {
  /** The input as if the recipient had other global settings. */
  const withGlobals = (given: DecisionInput, globals: Partial<DecisionInput['recipient']>): DecisionInput => ({
    ...given,
    recipient: { ...given.recipient, ...globals },
  });
  const messageSound =
    /^(?:ApnsInfo|AndroidInfo|HarmonyInfo|OfflinePushInfo|IOSSettings|AndroidSettings|TIMCustomElem)\b/;

  it('R56 a sound of the message wins over every global sound; without one the global sound plays on APNs', () =>
    fc.assert(
      fc.property(input, fc.option(sound), fc.option(sound), (given, c2c, group) => {
        const own = decide(given).intent;
        const other = decide(withGlobals(given, { globalSounds: { c2c, group } })).intent;
        const used = other?.traces.find((trace) => trace.field === 'sound')?.candidates.find((one) => one.used)?.from;
        if (!own || !other || used === undefined) return;
        if (messageSound.test(used)) expect(other.sound).toBe(own.sound);
        else {
          const isGroup = given.message.conversation.kind === 'group';
          const global = given.device.platform === 'ios' ? (isGroup ? group : c2c) : null;
          expect(other.sound).toBe(global === 'push.no_sound' ? null : (global ?? 'default'));
        }
      }),
      runs,
    ));
  it('R56 R53 a push that the message switches on beats a global off in each reading that says so, and only there', () =>
    fc.assert(
      fc.property(input, fc.constantFrom('message-wins' as const, 'global-wins' as const), (given, globalSwitch) => {
        const read = { ...given, switches: { ...given.switches, globalSwitch } };
        const on = decide(withGlobals(read, { pushEnabled: true }));
        const off = decide(withGlobals(read, { pushEnabled: false }));
        const { legacyPush: legacy, offlinePush } = given.message;
        const isOn =
          legacy?.enabled === true || (offlinePush?.disabled === false && offlinePush.extra?.['PushFlag'] === 0);
        const reached = on.gates.find((gate) => gate.id === 'global-switch')?.outcome !== 'not-reached';
        if (!reached) expect(off.decidingGateId).toBe(on.decidingGateId);
        else if (isOn && globalSwitch === 'message-wins') expect(off.decidingGateId).toBe(on.decidingGateId);
        else expect(off.decidingGateId).toBe('global-switch');
      }),
      runs,
    ));
  it('R63 a message that leaves the badge alone does so whatever the account says, unless it sets a number itself', () =>
    fc.assert(
      fc.property(input, (given) => {
        const { offlinePush } = given.message;
        const written = { ...offlinePush, disabled: false, apns: { ...offlinePush?.apns, badgeMode: 1 } };
        const { intent } = decide({
          ...given,
          switches: { ...defaultSwitches },
          device: { ...given.device, platform: 'ios', vendor: 'apns' },
          message: { ...given.message, offlinePush: written },
        });
        if (!intent) return;
        const set =
          written.badgeSetNum ??
          (written.badgeAddNum === undefined ? null : given.device.unreadBase + written.badgeAddNum);
        expect(intent.badge).toBe(set);
      }),
      runs,
    ));
});
