/** What the tests of this folder start from: one valid request, and the world in which it is valid. Used by tests only. */
import { generateKeyPairSync, sign } from 'node:crypto';
import type { CredentialFacts, GatewayProfile, HeaderList, Phrase } from '../../../shared/contract/index.ts';
import { toBytes } from '../kit/text.ts';
import type { Capture, GatewayRegistry, RegisteredToken } from '../vendor.ts';
import type { SigningKeyFacts } from './gateway/provider-token.ts';
import type { MemoryState } from './gateway/state.ts';
import { newConnection, newMemory } from './gateway/state.ts';
import { gateway } from './gateway.ts';
import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

export const nowMs = Date.UTC(2026, 10, 21, 12);
export const nowSeconds = nowMs / 1000;
export const deviceToken = 'c63963fdfdafa1b9c63963fdfdafa1b9c63963fdfdafa1b9c63963fdfdafa1b9';
export const bundle = 'com.example.im';
export const keyId = 'ABC123DEFG';
export const teamId = 'DEF123GHIJ';

export interface KeyPair {
  readonly privateKeyPem: string;
  readonly publicKeyPem: string;
}
export const newKeyPair = (): KeyPair => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return {
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
};
export const keyPair = newKeyPair();

export const signingKey = (over: Partial<SigningKeyFacts> = {}): SigningKeyFacts => ({
  kind: 'apns-p8',
  keyId,
  teamId,
  environment: 'both',
  topics: null,
  publicKeyPem: keyPair.publicKeyPem,
  ...over,
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A provider token. Anything about it can be made wrong. */
export const providerToken = (
  over: { header?: object; claims?: object; key?: KeyPair; encoding?: 'ieee-p1363' | 'der' } = {},
): string => {
  const header = { alg: 'ES256', kid: keyId, ...over.header };
  const claims = { iss: teamId, iat: nowSeconds, ...over.claims };
  const signed = `${encode(header)}.${encode(claims)}`;
  const key = (over.key ?? keyPair).privateKeyPem;
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: over.encoding ?? 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
};

export const phone: RegisteredToken = {
  token: deviceToken,
  deviceId: 'phone-1',
  appIdentifier: bundle,
  environment: 'sandbox',
  state: 'active',
  deadAtMs: null,
};

export const registryOf = (
  over: {
    credentials?: readonly CredentialFacts[];
    phones?: readonly RegisteredToken[];
    apps?: readonly string[];
  } = {},
): GatewayRegistry => ({
  credentials: over.credentials ?? [signingKey()],
  appIdentifiers: new Set(over.apps ?? [bundle]),
  findToken: (vendor, token) =>
    vendor === 'apns'
      ? ((over.phones ?? [phone]).find((one) => one.token.toLowerCase() === token.toLowerCase()) ?? null)
      : null,
});
export const emptyRegistry = registryOf({ credentials: [], phones: [], apps: [] });

export const goodToken = providerToken();

/** Headers of a valid push. A value of null leaves the header out. */
export const headersOf = (over: Readonly<Record<string, string | null>> = {}): HeaderList => {
  const all: Record<string, string | null> = {
    authorization: `bearer ${goodToken}`,
    'apns-topic': bundle,
    'apns-push-type': 'alert',
    'apns-priority': '10',
    'apns-expiration': '0',
    'apns-id': '123e4567-e89b-12d3-a456-42661417400a',
    ...over,
  };
  return Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
};

export const validBody = '{"aps":{"alert":{"title":"Denny","body":"Lunch?"},"sound":"default"},"ext":"jump to denny"}';

export const captureOf = (over: Partial<Capture> = {}): Capture => ({
  method: 'POST',
  path: `/3/device/${deviceToken}`,
  host: 'localhost',
  headers: headersOf(),
  body: toBytes(validBody),
  httpVersion: '2',
  tls: true,
  clientCertificate: null,
  ...over,
});

export interface World {
  readonly connection?: unknown;
  readonly memory?: unknown;
  readonly registry?: GatewayRegistry;
  readonly mode?: 'known' | 'strict';
  readonly environment?: 'sandbox' | 'production';
  readonly profile?: GatewayProfile;
  readonly perTokenPerMinute?: number;
  readonly nowMs?: number;
}

/** Throws when a phrase has no words in one of the languages, or leaves one of their holes open. */
export const mustBeSayable = (phrases: readonly (Phrase | null | undefined)[]): void => {
  for (const phrase of phrases) {
    if (!phrase) continue;
    for (const words of [en, zh].map((catalogue: Readonly<Record<string, string>>) => catalogue[phrase.id])) {
      if (!words) throw new Error(`no words for ${phrase.id}`);
      for (const [hole, name = ''] of words.matchAll(/\{\{(\w+)\}\}/g)) {
        if (!(name in (phrase.params ?? {}))) throw new Error(`${hole} of ${phrase.id} stays open`);
      }
    }
  }
};

/** A gateway's answer to a capture, in a world where the valid request is accepted with nothing left unverified. */
export const decide = (capture: Capture, world: World = {}) => {
  let ids = 0;
  const answer = gateway.decide({
    capture,
    connection: world.connection ?? newConnection(),
    memory: world.memory ?? newMemory(),
    registry: world.registry ?? registryOf(),
    settings: {
      mode: world.mode ?? 'known',
      environment: world.environment ?? 'sandbox',
      profile: world.profile ?? 'apple',
      perTokenPerMinute: world.perTokenPerMinute ?? 0,
      idleSeconds: 0,
    },
    nowMs: world.nowMs ?? nowMs,
    newId: () => `6f1c0b5e-3b7e-4a64-9d0c-${String((ids += 1)).padStart(12, '0')}`,
  });
  mustBeSayable([answer.verdict.why, ...answer.verdict.checks.map(({ phrase }) => phrase)]);
  return answer;
};
export type Answer = ReturnType<typeof decide>;

export const failuresOf = (answer: Answer): string[] =>
  answer.verdict.checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
export const unverifiedOf = (answer: Answer): string[] =>
  answer.verdict.checks.filter(({ outcome }) => outcome === 'unverified').map(({ id }) => id);

export type { MemoryState };
