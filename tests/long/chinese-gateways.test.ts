/**
 * Damaged requests at the gateways of vivo, Meizu and TPNS: nothing throws, every refusal is one of the vendor's own table, everything said
 * has words, the sender reads what the gateway answers, and cards and taps take whatever was delivered.
 */
import { describe, expect, it } from 'vitest';
import type { CredentialFacts, Phrase, VendorId } from '../../src/shared/contract/index.ts';
import { findVendor } from '../../src/main/vendors/index.ts';
import type { Capture, GatewayRegistry, SendTarget, Vendor } from '../../src/main/vendors/vendor.ts';

const cases = [
  {
    id: 'vivo',
    token: '12345678901234567890123',
    values: { appId: '100001', appKey: 'k' },
    paths: ['send', 'auth', 'saveListPayload', 'pushToList', 'all'].map((end) => `/message/${end}`),
  },
  {
    id: 'meizu',
    token: 'RA50c6348036344485d01776773577c64740465480a6b',
    values: { appId: '100999' },
    paths: [
      'varnished/pushByPushId',
      'varnished/pushByAlias',
      'unvarnished/pushByPushId',
      'pushTask/getTaskId',
      'pushTask/pushToTag',
      'task/varnished/pushByPushId',
    ].map((end) => `/garcia/api/server/push/${end}`),
  },
  {
    id: 'tpns',
    token: '036fa00000000000000000000000000000a1',
    values: { accessId: '1500000001' },
    paths: ['/v3/push/app'],
  },
] as const satisfies readonly {
  id: VendorId;
  token: string;
  values: Record<string, string>;
  paths: readonly string[];
}[];

/** A generator of whole numbers below `n`, the same in every run. */
const makeRandom = (from: number) => {
  let seed = from;
  return (n: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >>> 8) % n;
  };
};
type Random = ReturnType<typeof makeRandom>;

const junk: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  2,
  99,
  1e300,
  '',
  'x',
  '\ud800',
  '一'.repeat(300),
  [],
  [1, 'a', null],
  {},
  { a: { b: 1 } },
  true,
  '测试',
  '__proto__',
];
const names = ['pushMode', 'extra', 'tag_rules', 'send_time', 'regIds', 'taskId', 'environment', 'constructor'];

const damage = (value: unknown, random: Random): unknown => {
  if (random(6) === 0) return junk[random(junk.length)];
  if (Array.isArray(value)) return value.map((one) => damage(one, random));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(() => random(12) !== 0);
  const added: [string, unknown][] =
    random(5) === 0 ? [[names[random(names.length)] ?? '', junk[random(junk.length)]]] : [];
  return Object.fromEntries([
    ...kept.map(([name, one]): [string, unknown] => [
      random(25) === 0 ? name.toUpperCase() : name,
      damage(one, random),
    ]),
    ...added,
  ]);
};

/** Cuts, doubles or overwrites some bytes. */
const scramble = (bytes: Uint8Array, random: Random): Uint8Array => {
  const at = random(bytes.length + 1);
  const until = at + random(8);
  const middle = random(2) === 0 ? Uint8Array.of(random(256), random(256)) : bytes.slice(at, until);
  return Uint8Array.from([...bytes.slice(0, at), ...middle, ...bytes.slice(random(2) === 0 ? at : until)]);
};

const mustHaveWords = (vendor: Vendor, phrases: readonly Phrase[]): void => {
  for (const { id, params } of phrases) {
    for (const catalogue of Object.values(vendor.texts)) {
      const words = catalogue[id];
      if (!words) throw new Error(id);
      for (const [, hole] of words.matchAll(/\{\{(\w+)\}\}/g))
        if (params?.[hole ?? ''] === undefined) throw new Error(`${id} ${hole}`);
    }
  }
};

describe.each(cases)('$id: damaged requests', ({ id, token, values, paths }) => {
  const vendor = findVendor(id);
  if (!vendor) throw new Error(id);
  const facts: CredentialFacts = { kind: 'app-keys', vendor: id, values, secretNames: ['appSecret', 'secretKey'] };
  const registry: GatewayRegistry = {
    findToken: () => null,
    credentials: [facts],
    appIdentifiers: new Set(),
    secret: () => 'secret',
  };
  const target: SendTarget = { token, appIdentifier: '', environment: 'production', credential: facts };
  const codes = new Set(vendor.errors.map((row) => row.code));
  const sign = id === 'tpns' ? '1700000000 secret' : 'secret';

  const show = (draft: { payload: string; options: Record<string, string> }): void => {
    const { problems } = vendor.payload.check(draft, target);
    mustHaveWords(
      vendor,
      problems.flatMap(({ phrase, fix }) => (fix ? [phrase, fix] : [phrase])),
    );
    for (const platform of vendor.platforms) {
      const card = vendor.display.card(draft, { platform, appName: '' });
      mustHaveWords(vendor, [
        ...card.notes.map(({ phrase }) => phrase),
        ...(card.hiddenBecause ? [card.hiddenBecause] : []),
      ]);
      const plan = vendor.tap.plan(draft, {
        platform,
        appState: 'killed',
        action: 'default',
        vendorMessageId: null,
        nowMs: 0,
      });
      expect(JSON.parse(plan.received)).toBeTypeOf('object');
      expect(plan.values.every(({ value }) => typeof value === 'string')).toBe(true);
      mustHaveWords(
        vendor,
        plan.steps.flatMap(({ phrase, detail }) => (detail ? [phrase, detail] : [phrase])),
      );
      vendor.tap.arrival(draft, { platform, appState: 'killed', presentsInForeground: false });
    }
  };

  it('20,000 of them', { timeout: 300_000 }, () => {
    const random = makeRandom(20_261_121);
    let memory = vendor.gateway.newMemory();
    let accepted = 0;
    for (let n = 0; n < 20_000; n += 1) {
      const payload = JSON.stringify(damage(JSON.parse(vendor.payload.example), random)) ?? '';
      show({ payload, options: {} });
      const built = vendor.sender.request({ payload, options: {} }, target, sign);
      if ('unusable' in built) continue;
      const body = random(3) === 0 ? scramble(built.body, random) : built.body;
      const capture: Capture = {
        ...built,
        path: random(2) === 0 ? (paths[random(paths.length)] ?? '') : built.path,
        headers: built.headers.filter(() => random(20) !== 0),
        body,
        host: '127.0.0.1',
        httpVersion: '1.1',
        tls: true,
        clientCertificate: null,
      };
      const answer = vendor.gateway.decide({
        capture,
        connection: vendor.gateway.newConnection(),
        memory,
        registry,
        settings: {
          mode: random(2) === 0 ? 'strict' : 'known',
          environment: 'production',
          profile: 'apple',
          perTokenPerMinute: 0,
          idleSeconds: 0,
        },
        nowMs: 1_700_000_000_000 + n * 1000,
        newId: () => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      });
      ({ memory } = answer);
      const { verdict, reply } = answer;
      mustHaveWords(vendor, [verdict.why, ...verdict.checks.map(({ phrase }) => phrase)]);
      if (verdict.accepted) accepted += 1;
      else expect(codes, verdict.code ?? '').toContain(verdict.code);
      const reading = vendor.sender.read({ ...built, body }, reply);
      if (answer.kind === 'push' && !verdict.accepted) expect(reading.code).toBe(verdict.code);
      vendor.payload.fromRequest(capture);
      if (answer.delivery) show(answer.delivery);
    }
    expect(accepted).toBeGreaterThan(0);
  });
});
