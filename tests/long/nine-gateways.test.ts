/**
 * All nine gateways under malformed input. In the gateway itself: damaged bodies, forms, headers, methods and paths, in every mode; nothing
 * throws, every refusal is one of the vendor's own table and has words, the sender reads every answer, memory stays flat. Over sockets:
 * bytes that are no HTTP, requests that end in the middle; the gateway serves the next client.
 */
import net from 'node:net';
import tls from 'node:tls';
import v8 from 'node:v8';
import vm from 'node:vm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { gatewayTexts } from '../../src/main/inbound/index.ts';
import { decideInMode } from '../../src/main/inbound/modes.ts';
import { defaultOutboundSettings, Outbound } from '../../src/main/outbound/index.ts';
import { directNetwork } from '../../src/main/outbound/types.ts';
import type { Capture, GatewayRegistry, Vendor, WireRequest } from '../../src/main/vendors/vendor.ts';
import type { HeaderList, Phrase } from '../../src/shared/contract/index.ts';
import { startApp } from '../support/app.ts';
import { nineVendors, type VendorCase } from '../support/nine-vendors.ts';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 10_000);
const startMs = Date.UTC(2026, 10, 21, 8);

/** A generator of whole numbers below `n`, the same in every run. */
const makeRandom = (from: number) => {
  let seed = from;
  return (n: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >>> 8) % n;
  };
};
type Random = ReturnType<typeof makeRandom>;
const pick = <T>(random: Random, list: readonly [T, ...T[]]): T => list[random(list.length)] ?? list[0];

const junk = [
  null,
  0,
  -1,
  1.5,
  99,
  1e300,
  '',
  'x',
  '\ud800',
  '一'.repeat(300),
  '0'.repeat(5000),
  true,
  '__proto__',
  [],
  [1, 'a', null],
  {},
  { a: { b: 1 } },
  [[[[[[]]]]]],
  '{"a":',
  '%zz',
  '\u0000',
] as const;

/** The value with some of its parts gone, doubled or of another type. */
const damage = (value: unknown, random: Random): unknown => {
  if (random(8) === 0) return junk[random(junk.length)];
  if (Array.isArray(value)) return value.flatMap((one) => (random(10) === 0 ? [one, one] : [damage(one, random)]));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(() => random(12) !== 0);
  return Object.fromEntries([
    ...kept.map(([name, one]) => [random(30) === 0 ? `${name}${random(9)}` : name, damage(one, random)]),
    ...(random(6) === 0
      ? [[pick(random, ['constructor', 'extra', 'token', '__proto__', '']), junk[random(junk.length)]]]
      : []),
  ]);
};

const scramble = (bytes: Uint8Array, random: Random): Uint8Array => {
  const at = random(bytes.length + 1);
  const noise = Uint8Array.from({ length: random(6) }, () => random(256));
  return Uint8Array.from([...bytes.slice(0, at), ...noise, ...bytes.slice(random(2) === 0 ? at : at + random(40))]);
};

const damagedJson = (text: string, random: Random): string => {
  try {
    return JSON.stringify(damage(JSON.parse(text), random)) ?? '';
  } catch {
    return text;
  }
};

/** A form with fields gone, doubled, or with another value; JSON inside a field is damaged as JSON. */
const damagedForm = (text: string, random: Random): string => {
  const pairs = [...new URLSearchParams(text)].flatMap(([name, value]): [string, string][] => {
    const way = random(9);
    if (way === 0) return [];
    if (way === 1)
      return [
        [name, value],
        [name, value],
      ];
    if (way === 2) return [[name, JSON.stringify(junk[random(junk.length)])]];
    return [[name, damagedJson(value, random)]];
  });
  return new URLSearchParams(pairs).toString();
};

const damagedBody = ({ headers, body }: WireRequest, random: Random): Uint8Array => {
  const way = random(5);
  if (way === 0) return body;
  if (way === 1) return scramble(body, random);
  if (way === 2 && random(4) === 0) return new Uint8Array(0);
  const isForm = headers.some(([name, value]) => name === 'content-type' && value.includes('form'));
  const text = Buffer.from(body).toString();
  return Buffer.from(isForm ? damagedForm(text, random) : damagedJson(text, random));
};

const damagedHeaders = (headers: HeaderList, random: Random): HeaderList =>
  headers.flatMap(([name, value]): [string, string][] => {
    const way = random(30);
    if (way === 0) return [];
    if (way === 1)
      return [
        [name, value],
        [name, value],
      ];
    if (way === 2) return [[name.toUpperCase(), value]];
    if (way === 3)
      return [[name, pick(random, ['', ' ', 'Bearer', 'bearer a.b.c', 'key=', '\u00ff', '9'.repeat(4000)])]];
    return [[name, value]];
  });

const otherPaths = [
  '/',
  '',
  '/token',
  '/fcm/send',
  '/batch',
  '/3/device/',
  '/3/device/%zz',
  '/oauth2/v3/token',
  '/auth/token',
  '/message/auth',
  '/message/pushToList',
  '/server/v1/auth',
  '/server/v1/message/notification/broadcast',
  '//',
  '/v3/message/regid?a=%',
  '/v2/multi_messages/regids',
  '/v2/1/messages:send',
  '/?a[]=__proto__',
  '/v3/push/app/',
] as const;
const damagedPath = (path: string, random: Random): string => {
  const way = random(12);
  if (way === 0) return otherPaths[random(otherPaths.length)] ?? '/';
  if (way === 1) return `${path}${pick(random, ['/', '?', '%', '%00', '?x=1', '#', '\u{1f600}'])}`;
  if (way === 2) return path.slice(0, random(path.length + 1));
  return path;
};

const capturedOf = (one: VendorCase, n: number, nowMs: number, random: Random): Capture => {
  const request = one.request(n % 50, nowMs);
  return {
    method: random(25) === 0 ? pick(random, ['GET', 'PUT', '', 'post', 'BINARY', 'XMPP', 'CONNECT']) : request.method,
    path: damagedPath(request.path, random),
    headers: damagedHeaders(request.headers, random),
    body: damagedBody(request, random),
    host: random(20) === 0 ? 'api.push.apple.com' : '127.0.0.1',
    httpVersion: random(40) === 0 ? 'none' : one.vendor.sender.protocol === 'h2' ? '2' : '1.1',
    tls: random(5) !== 0,
    clientCertificate: random(40) === 0 ? Uint8Array.of(48, random(256), random(256)) : null,
  };
};

const listedReasons = new Set(['tokenFormatError', 'noRight', 'failTokens', 'expireTokens']);
const listingCodes = new Set(['80300007', '80100000', 'FAIL_TOKENS', 'SEND_RESULT_FALSE']);

const mustHaveWords = (vendor: Vendor, phrases: readonly Phrase[]): void => {
  for (const { id, params } of phrases) {
    for (const locale of ['en', 'zh-CN'] as const) {
      const words = vendor.texts[locale][id] ?? gatewayTexts[locale][id];
      if (!words) throw new Error(`${id} has no words in ${locale}`);
      for (const [, hole] of words.matchAll(/\{\{(\w+)\}\}/g))
        if (params?.[hole ?? ''] === undefined) throw new Error(`${id} leaves ${hole} open`);
    }
  }
};

describe.each(nineVendors)('$id', (one) => {
  const { id, vendor } = one;
  const codes = new Set(vendor.errors.map(({ code }) => code));
  const registry: GatewayRegistry = {
    findToken: (_vendor, token) =>
      token === one.tokenOf(1)
        ? {
            token,
            deviceId: 'd',
            appIdentifier: 'com.example.im',
            environment: 'sandbox',
            state: 'unregistered',
            deadAtMs: 1,
          }
        : null,
    credentials: [],
    appIdentifiers: new Set(['com.example.im']),
  };
  const spec = {
    vendor: id,
    part: vendor.gateway,
    read: (request: WireRequest) => vendor.payload.fromRequest(request),
  };

  it(`${rounds} damaged requests`, () => {
    const random = makeRandom(20_261_121);
    let memory = vendor.gateway.newMemory();
    let connection = vendor.gateway.newConnection();
    const seen = new Map<string, number>();
    let middleBytes = 0;
    for (let n = 0; n < rounds; n += 1) {
      const nowMs = startMs + n * 500;
      const capture = capturedOf(one, n, nowMs, random);
      if (random(50) === 0) connection = vendor.gateway.newConnection();
      const answer = decideInMode(spec, {
        capture,
        connection,
        memory,
        registry,
        settings: {
          mode: pick(random, ['strict', 'known', 'anything']),
          environment: 'sandbox',
          profile: 'apple',
          perTokenPerMinute: random(4) === 0 ? 3 : 0,
          idleSeconds: 0,
        },
        nowMs,
        newId: () => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      });
      ({ memory, connection } = answer);
      const { verdict, reply } = answer;
      mustHaveWords(vendor, [verdict.why, ...verdict.checks.map(({ phrase }) => phrase)]);
      const name = verdict.accepted ? 'accepted' : (verdict.code ?? 'no code');
      seen.set(name, (seen.get(name) ?? 0) + 1);
      if (verdict.accepted) expect(reply.status).toBe(200);
      else if (verdict.code === null) expect(answer.isRetired).toBe(true);
      else expect(codes, `${capture.method} ${capture.path}`).toContain(verdict.code);
      const reading = vendor.sender.read(capture, reply);
      if (answer.kind === 'push' && !verdict.accepted && verdict.code !== null) {
        expect(reading).toMatchObject({ outcome: 'rejected', code: verdict.code });
      }
      for (const { reason } of answer.targets) {
        // Answers of Huawei and Honor about single tokens have words for them; the code is that of the whole answer.
        const isListed = listedReasons.has(reason ?? '') && listingCodes.has(verdict.code ?? '');
        if (reason !== null && !isListed) expect(codes).toContain(reason);
      }
      vendor.retired?.(capture);
      if (n === Math.floor(rounds / 2)) {
        collectGarbage();
        middleBytes = process.memoryUsage().heapUsed;
      }
    }
    collectGarbage();
    const grownMiB = (process.memoryUsage().heapUsed - middleBytes) / 1_048_576;
    expect(seen.get('accepted')).toBeGreaterThan(0);
    expect(seen.size).toBeGreaterThan(3);
    expect(grownMiB).toBeLessThan(24);
    // What is remembered keeps the gateway alive in the measurement above.
    expect(memory).toBeDefined();
  });
});

/** Opens a connection, says this, waits until the other end or a short time ends it. */
const speak = (port: number, isTls: boolean, ca: string, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    const socket = isTls ? tls.connect({ host: '127.0.0.1', port, ca }) : net.connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('close', () => resolve());
    socket.on('data', () => undefined);
    socket.once(isTls ? 'secureConnect' : 'connect', () => {
      socket.write(bytes);
      setTimeout(() => socket.destroy(), 15);
    });
  });

const rawOf = ({ method, path, headers, body }: WireRequest): Buffer => {
  const lines = [`${method} ${path} HTTP/1.1`, 'host: x', ...headers.map(([name, value]) => `${name}: ${value}`)];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\ncontent-length: ${body.length}\r\n\r\n`), body]);
};

it.each(nineVendors)('$id bears any bytes on its port, and serves the next client', async (one) => {
  const app = await startApp();
  const { gateways } = await app.client.gateways.list();
  const origin = gateways.find(({ vendor }) => vendor === one.id)?.origin ?? '';
  const port = Number(new URL(origin).port);
  const random = makeRandom(7);
  const whole = rawOf(one.request(1, Date.now()));
  for (let n = 0; n < 240; n += 1) {
    const bytes = pick(random, [
      () => scramble(whole, random),
      () => whole.subarray(0, random(whole.length)),
      () => Buffer.from(Array.from({ length: random(400) }, () => random(256))),
      () => Buffer.concat([Buffer.from([random(4)]), whole]),
      () => Buffer.from(`PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${'\0'.repeat(random(40))}`),
      () => Buffer.from(`POST / HTTP/1.1\r\n${'a: b\r\n'.repeat(random(3000))}\r\n`),
    ])();
    await speak(port, random(2) === 0, app.caPem, bytes);
  }
  const outbound = new Outbound(
    { ...defaultOutboundSettings, network: () => directNetwork, loopbackCaPems: [app.caPem] },
    Date.now,
  );
  onTestFinished(() => outbound.close());
  const { sender } = one.vendor;
  const request = one.request(2, Date.now());
  const done = await outbound.perform({ origin, protocol: sender.protocol, request, identity: null });
  expect(done.ok && sender.read(request, done.response).outcome).toBe('accepted');
});
