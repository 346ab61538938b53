import type { CredentialFacts } from '../../../../shared/contract/index.ts';
import { providerTokenRefreshSeconds } from '../limits.ts';
import type { PushCertificate } from './certificate.ts';
import { vetToken, type FormedToken, type VettedToken } from './provider-token.ts';

/** A provider token and when it was first used. */
interface Issue {
  readonly issue: string;
  readonly firstSeenMs: number;
}

/** What a gateway remembers of one connection. Never changed; a new value takes its place. */
export interface ConnectionState {
  /** Undefined until the first request: only then is the certificate looked at. */
  readonly certificate: PushCertificate | 'unreadable' | null | undefined;
  /** Key and team of the first push with a good provider token. */
  readonly bound: { readonly keyId: string; readonly teamId: string } | null;
  readonly issues: readonly Issue[];
  /** The limit of concurrent streams has been lifted. */
  readonly isRaised: boolean;
}

/**
 * What a gateway remembers across connections. It is one long-lived value whose maps are changed in place: `tokens` is a cache
 * whose entries follow from their key and the workspace, and copying it for each request would cost more than it saves.
 */
export interface MemoryState {
  readonly tokens: Map<string, { readonly vetted: VettedToken; credentials: readonly CredentialFacts[] }>;
  /** Provider tokens in use lately, by key ID. */
  readonly issues: Map<string, readonly Issue[]>;
  /** When pushes to a device token were accepted within the last minute; only while there is a limit. */
  readonly pushes: Map<string, number[]>;
}

const mostTokens = 512;
const mostKeys = 256;
const mostIssues = 64;
const mostPhones = 4096;
const minuteMs = 60_000;
const windowMs = providerTokenRefreshSeconds * 1000;

export const newConnection = (): ConnectionState => ({
  certificate: undefined,
  bound: null,
  issues: [],
  isRaised: false,
});
export const newMemory = (): MemoryState => ({
  tokens: new Map(),
  issues: new Map(),
  pushes: new Map(),
});

/** Puts an entry at the young end of a map and drops the oldest one when there are too many. */
const remember = <V>(map: Map<string, V>, key: string, value: V, most: number): void => {
  map.delete(key);
  map.set(key, value);
  if (map.size <= most) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
};

const areSame = (one: readonly CredentialFacts[], other: readonly CredentialFacts[]): boolean =>
  one.length === other.length && one.every((facts, index) => facts === other[index]);

/** The provider token of an `authorization` value, checked once as long as the credentials of the workspace stay the same. */
export const vetOnce = (
  memory: MemoryState,
  authorization: string,
  credentials: readonly CredentialFacts[],
): VettedToken => {
  const known = memory.tokens.get(authorization);
  if (known) {
    if (known.credentials === credentials) return known.vetted;
    if (areSame(known.credentials, credentials)) {
      known.credentials = credentials;
      return known.vetted;
    }
  }
  const vetted = vetToken(authorization.slice(7).trim(), credentials);
  remember(memory.tokens, authorization, { vetted, credentials }, mostTokens);
  return vetted;
};

const recent = (issues: readonly Issue[], nowMs: number): readonly Issue[] =>
  issues.filter(({ firstSeenMs }) => nowMs - firstSeenMs < windowMs);
const holds = (issues: readonly Issue[], issue: string): boolean => issues.some((one) => one.issue === issue);

/** How many provider tokens this one makes on its connection within 20 minutes; 0 when it is already in use there. */
export const tokensOnConnection = (connection: ConnectionState, token: FormedToken, nowMs: number): number =>
  holds(connection.issues, token.issue) ? 0 : recent(connection.issues, nowMs).length + 1;

/** How many provider tokens of the same key were begun within 20 minutes on all connections, this one included. */
export const tokensOfKey = (memory: MemoryState, token: FormedToken, nowMs: number): number => {
  const issues = memory.issues.get(token.keyId);
  if (!issues) return 1;
  const current = recent(issues, nowMs);
  return current.length + (holds(current, token.issue) ? 0 : 1);
};

/** The connection after a push with a good provider token; the very same value when nothing changed. */
export const afterToken = (
  connection: ConnectionState,
  memory: MemoryState,
  token: FormedToken,
  nowMs: number,
): ConnectionState => {
  if (connection.isRaised && connection.bound && holds(connection.issues, token.issue)) return connection;
  const added: Issue = { issue: token.issue, firstSeenMs: nowMs };
  const ofKey = recent(memory.issues.get(token.keyId) ?? [], nowMs);
  if (!holds(ofKey, token.issue)) {
    remember(memory.issues, token.keyId, [...ofKey, added].slice(-mostIssues), mostKeys);
  }
  const { issues } = connection;
  return {
    ...connection,
    bound: connection.bound ?? { keyId: token.keyId, teamId: token.teamId },
    issues: holds(issues, token.issue) ? issues : [...recent(issues, nowMs), added],
    isRaised: true,
  };
};

/** How many pushes to a device token were accepted within the last minute. */
export const pushesToToken = (memory: MemoryState, deviceToken: string, nowMs: number): number =>
  memory.pushes.get(deviceToken.toLowerCase())?.filter((atMs) => nowMs - atMs < minuteMs).length ?? 0;

/** A push to a device token was accepted. */
export const countPush = (memory: MemoryState, deviceToken: string, nowMs: number): void => {
  const key = deviceToken.toLowerCase();
  const recentOnes = memory.pushes.get(key)?.filter((atMs) => nowMs - atMs < minuteMs) ?? [];
  remember(memory.pushes, key, [...recentOnes, nowMs], mostPhones);
};
