import { describe, expect, it } from 'vitest';
import { aMessage, anInput } from '../../../tests/support/im.ts';
import { aDevice, aGroup, anAccount, anApp } from '../../../tests/support/workspace.ts';
import type { Device, VendorId } from '../../shared/contract/index.ts';
import type { MessageInput } from '../../shared/contract/message.ts';
import { decide, defaultSwitches, imTexts, switchSpecs, type DecisionInput, type ImSwitches } from './index.ts';

/** The same numbers in every run (mulberry32). */
const numbers = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
const dayMs = 86_400_000;

/** Inputs from everything that some switch looks at, short enough that no vendor cuts a text. */
const makeInput = (next: () => number): DecisionInput => {
  const one = <T>(...choices: readonly T[]): T => choices[Math.floor(next() * choices.length)] as T;
  const some = <T extends object>(value: T): Partial<T> => one({}, value);
  const isGroup = one(true, false);
  const vendor = one<VendorId>('apns', 'tpns', 'fcm', 'huawei', 'honor', 'xiaomi', 'oppo', 'vivo', 'meizu');
  const platform = vendor === 'apns' ? 'ios' : one<Device['platform']>('android', 'android', 'ios', 'harmony');
  const sound = one(undefined, 'a', 'a.caf', 'default', 'push.no_sound');
  const message: Partial<MessageInput> = {
    conversation: isGroup ? { kind: 'group', groupId: 'lunch' } : { kind: 'c2c', to: 'vinson' },
    elements: one<MessageInput['elements']>(
      [{ kind: 'text', text: 'hi' }],
      [{ kind: 'image' }],
      [{ kind: 'custom', desc: 'd', ext: one('', 'e'), sound: one('', 's.caf') }],
      [{ kind: 'custom' }],
    ),
    offlinePush: one(null, null, {
      ...some({ desc: 'come' }),
      ...some({ ext: 'x' }),
      ...some({ sound: sound ?? 'b.caf' }),
      ...some({ ignoreBadge: one(true, false) }),
      ...some({ badgeAddNum: 2 }),
      ...some({ extra: { PushFlag: 0 } }),
      ...some({
        android: { sound: sound ?? 'c', vivo: { classification: 1, category: 'IM' }, fcm: { channelId: 'c' } },
      }),
    }),
    ...some({ legacyPush: { enabled: one(true, undefined), android: { sound: 'l' }, ios: { sound: 'l.caf' } } }),
    ...some({ lifetimeSeconds: one(60, 700_000) }),
    options: one(
      {},
      { sendControl: one(['NoUnread'], ['WithMuteNotifications'], ['NoUnread', 'WithMuteNotifications']) },
    ),
    ...some({ client: { kind: 'sdk', platform: 'android', version: one('2.5.2', '4.8', '6.2', '8.9') } }),
  };
  const nowMs = 100 * dayMs;
  return anInput({
    message: aMessage(message),
    sender: one(null, anAccount({ userId: 'denny', nickname: one('', 'Denny') })),
    group: isGroup
      ? aGroup({
          members: one(
            [{ userId: 'vinson', nameCard: '' }],
            [
              { userId: 'denny', nameCard: one('', 'Captain') },
              { userId: 'vinson', nameCard: '' },
            ],
          ),
        })
      : null,
    recipient: anAccount({
      pushEnabled: one(true, true, false),
      globalSounds: { c2c: one(null, 'g.caf'), group: null },
      doNotDisturb: one(null, null, { kind: 'daily', hour: 0, minute: 0, second: 0, durationSeconds: one(60, 86_400) }),
    }),
    device: aDevice({
      vendor,
      platform,
      osVersion: '16',
      appStateAtMs: nowMs - one(1, 8, 40) * dayMs,
      unreadBase: one(0, 4),
    }),
    app: anApp({ console: one({}, { fcm: { channelId: 'console' } }) }),
    nowMs,
  });
};

/** What a decision comes to: outcomes, sentences and the values of the intent. Losing candidates of a trace are left out. */
const result = (input: DecisionInput, switches: ImSwitches) => {
  const { switches: uses, intent, pushed, gates } = decide({ ...input, switches });
  const values = intent && Object.entries(intent).filter(([name]) => name !== 'traces');
  const said = gates.map(({ outcome, phrase, values: seen }) => [
    outcome,
    phrase.id,
    seen.find((one) => one.label === 'others'),
  ]);
  return { uses, text: JSON.stringify({ pushed, said, values }) };
};

describe('switches', () => {
  it.each(switchSpecs)('$id: the first reading is the default, and each has words', ({ id, readings }) => {
    expect(readings[0]).toBe(defaultSwitches[id]);
    expect(readings.length).toBeGreaterThan(1);
    expect(imTexts.en[`im.switch.${id}.title`]).toBeTruthy();
    for (const reading of readings) expect(imTexts.en[`im.switch.${id}.${reading}`], String(reading)).toBeTruthy();
  });
  it('there is one for every setting of the engine', () =>
    expect(switchSpecs.map((spec) => spec.id).toSorted()).toEqual(Object.keys(defaultSwitches).toSorted()));
  it('every conflict of the documents has one', () =>
    expect(switchSpecs.filter((spec) => spec.conflict)).toHaveLength(14));

  const inputs = (() => {
    const next = numbers(4);
    return Array.from({ length: 3000 }, () => makeInput(next));
  })();
  const decisive = switchSpecs.filter((spec) => !['none', 'answer', 'category', 'image'].includes(spec.at));
  it.each(decisive)('$id is named exactly when another reading gives another decision', ({ id, readings }) => {
    let named = 0;
    for (const input of inputs) {
      for (const reading of readings) {
        const own = result(input, { ...defaultSwitches, [id]: reading });
        const isNamed = own.uses.some((use) => use.id === id);
        const differs = readings.some(
          (other) => other !== reading && result(input, { ...defaultSwitches, [id]: other }).text !== own.text,
        );
        if (isNamed) named += 1;
        if (isNamed !== differs) {
          expect({ id, reading, isNamed, input: JSON.stringify(input.message) }).toEqual({
            id,
            reading,
            isNamed: differs,
          });
        }
      }
    }
    expect(named).toBeGreaterThan(20);
  });
  it('a reading is said by its own words', () => {
    for (const input of inputs.slice(0, 500)) {
      for (const use of decide(input).switches) expect(imTexts.en[use.phrase.id], use.phrase.id).toBeTruthy();
    }
  });
});

describe('every decision', () => {
  const next = numbers(9);
  const inputs = Array.from({ length: 2000 }, () => makeInput(next));
  it('has exactly one deciding gate, and what comes after a failure is not asked', () => {
    for (const input of inputs) {
      const { gates, pushed, decidingGateId } = decide(input);
      const failed = gates.filter((gate) => gate.outcome === 'failed');
      expect(failed.length).toBe(pushed ? 0 : 1);
      expect(decidingGateId).toBe(failed[0]?.id ?? 'recipient-state');
      const after = failed[0] ? gates.filter((gate) => gate.number > failed[0]!.number) : [];
      expect(after.every((gate) => gate.outcome === 'not-reached')).toBe(true);
      expect(gates.filter((gate) => gate.predicted && gate.outcome === 'failed')).toEqual([]);
    }
  });
  it('shows the values that each gate looked at', () => {
    for (const input of inputs) {
      for (const gate of decide(input).gates) {
        expect(gate.values.length > 0 || gate.outcome === 'not-reached', gate.phrase.id).toBe(true);
      }
    }
  });
  it('has words for every sentence, with every hole filled', () => {
    for (const input of inputs) {
      for (const { phrase } of decide(input).gates) {
        const words = imTexts.en[phrase.id] ?? '';
        expect(words, phrase.id).not.toBe('');
        const filled = words.replaceAll(/\{\{(\w+)\}\}/g, (hole, name: string) =>
          String(phrase.params?.[name] ?? hole),
        );
        if (!phrase.id.endsWith('.title')) expect(filled).not.toContain('{{');
      }
    }
  });
  it('has one winner per trace, and the intent has its value', () => {
    for (const input of inputs) {
      const { intent } = decide(input);
      for (const { candidates, note } of intent?.traces ?? []) {
        const winners = candidates.filter((one) => one.used);
        expect(winners.length <= 1 && (candidates.length === 0 || winners.length === 1 || note !== undefined)).toBe(
          true,
        );
      }
    }
  });
  it('is the same again', () => {
    for (const input of inputs.slice(0, 200)) expect(decide(input)).toEqual(decide(input));
  });
});
