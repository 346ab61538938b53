import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../shared/contract/index.ts';
import { findVendor } from '../index.ts';
import * as oppoSamples from '../oppo/samples.ts';
import type { Capture, GatewayAnswer, SendTarget, Vendor } from '../vendor.ts';
import * as xiaomiSamples from '../xiaomi/samples.ts';
import { toBytes } from './text.ts';

/** Numbers that look random and are the same in every run (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
};

const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const nasty = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  '{}',
  '[]',
  '[{}]',
  '{"a":{"b":[1]}}',
  '{"__proto__":{"x":1},"constructor":1,"toString":2}',
  '{"target_type":2,"target_value":{},"notification":[]}',
  '[{"target":"a","message":{"extra":[],"title":{}}}]',
  '\u0000',
  '\uD83D',
  '%',
  '%zz',
  'x'.repeat(5000),
  ',,,;;;',
  deep(300),
  deep(30_000),
];
const names = [
  '__proto__',
  'constructor',
  'extra.',
  'extra.__proto__',
  'registration_id',
  'restricted_package_name',
  'title',
  'description',
  'payload',
  'notify_type',
  'notify_id',
  'time_to_live',
  'time_to_send',
  'topics',
  'topic_op',
  'messages',
  'extra.channel_id',
  'extra.notify_effect',
  'extra.intent_uri',
  'extra.template_param',
  'extra.callback',
  'extra.ext',
  'message',
  'auth_token',
  'app_key',
  'timestamp',
  'sign',
  'message_id',
  'target_type',
  'target_value',
  'style',
  'content',
  'click_action_type',
  'action_parameters',
];

interface Under {
  readonly vendor: Vendor;
  readonly paths: readonly string[];
  readonly valid: () => Capture;
  readonly target: SendTarget;
  readonly decide: (
    capture: Capture,
    mode: 'known' | 'strict',
  ) => Pick<GatewayAnswer<unknown, unknown>, 'reply' | 'verdict'>;
  readonly mustHaveWords: (phrases: { id: string }[]) => void;
}

const under: readonly Under[] = [
  {
    vendor: findVendor('xiaomi')!,
    paths: [
      '/v3/message/regid',
      '/v2/message/alias',
      '/v3/message/multi_topic',
      '/v3/message/all',
      '/v2/multi_messages/regids',
    ],
    valid: () => xiaomiSamples.capture(),
    target: xiaomiSamples.target,
    decide: (capture, mode) => xiaomiSamples.decide(capture, { mode }),
    mustHaveWords: xiaomiSamples.mustHaveWords,
  },
  {
    vendor: findVendor('oppo')!,
    paths: [
      'auth',
      'message/notification/unicast',
      'message/notification/unicast_batch',
      'message/notification/save_message_content',
      'message/notification/broadcast',
    ].map((path) => `/server/v1/${path}`),
    valid: () => oppoSamples.unicast(),
    target: oppoSamples.target,
    decide: (capture, mode) => oppoSamples.decide(capture, { mode }),
    mustHaveWords: oppoSamples.mustHaveWords,
  },
];

describe.each(under)('hostile forms: $vendor.id', ({ vendor, paths, valid, target, decide, mustHaveWords }) => {
  const table = new Set(vendor.errors.map(({ code }) => code));
  const look = (draft: Draft): void => {
    const { problems } = vendor.payload.check(draft, target);
    mustHaveWords(problems.flatMap(({ phrase, fix }) => (fix ? [phrase, fix] : [phrase])));
    vendor.display.card(draft, { platform: 'android', appName: '' });
    const about = { platform: 'android', appState: 'killed' } as const;
    vendor.tap.plan(draft, { ...about, action: 'default', vendorMessageId: null, nowMs: 0 });
    vendor.tap.arrival(draft, { ...about, presentsInForeground: true });
    vendor.sender.request(draft, target, 'token');
  };

  it('answers 2000 of them with codes of its own table, in both modes', () => {
    const random = randomFrom(20261121);
    const any = <T>(from: readonly T[]): T => from[random(from.length)]!;
    for (let round = 0; round < 2000; round += 1) {
      const fields = new URLSearchParams(new TextDecoder().decode(valid().body));
      for (let change = random(4); change >= 0; change -= 1) fields.set(any(names), any(nasty));
      if (random(5) === 0) fields.delete(any([...fields.keys()]));
      const capture = { ...valid(), path: any(paths), body: toBytes(fields.toString()) };
      const { reply, verdict } = decide(capture, any(['known', 'strict']));
      if (!verdict.accepted) expect(table).toContain(verdict.code);
      expect(vendor.sender.read(capture, reply).outcome).not.toBe('unreadable');
      const read = vendor.payload.fromRequest(capture);
      if (read) look(read.draft);
    }
  });
  it('looks at nasty drafts without throwing', () => {
    const apis = vendor.payload.options.find(({ name }) => name === 'api')?.choices ?? [];
    expect(apis).not.toEqual([]);
    for (const payload of nasty) {
      for (const api of ['', ...apis, '/nowhere']) look({ payload, options: api === '' ? {} : { api } });
      expect(vendor.payload.recognise(payload, ''), payload.slice(0, 40)).toBeNull();
    }
  });
  it('reads nasty answers without throwing', () => {
    for (const text of nasty) {
      const body = toBytes(`{"code":0,"data":${text}}`);
      for (const path of paths) vendor.sender.read({ ...valid(), path }, { status: 200, headers: [], body });
      expect(vendor.sender.read(valid(), { status: 200, headers: [], body: toBytes(text) }).outcome).toBe('unreadable');
    }
  });
});
