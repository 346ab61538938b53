import { headerOf } from '../../kit/headers.ts';
import type { JsonObject } from '../../kit/json.ts';
import type { ReplyRow } from '../../kit/rows.ts';
import type { CredentialFacts } from '../../../../shared/contract/index.ts';
import type { GatewayInput, GatewayRegistry } from '../../vendor.ts';
import { idOf } from '../payload/read.ts';
import { rows } from './checks.ts';
import { findIssued, type Issued, type VivoMemory } from './memory.ts';
import { refuse } from './reply.ts';

type Input = GatewayInput<unknown, VivoMemory>;
type Keys = Extract<CredentialFacts, { kind: 'app-keys' }>;

/** The keys of an app in the workspace; null when it has none for this appId. */
export const findKeys = (registry: GatewayRegistry, appId: string): Keys | null =>
  registry.credentials.find(
    (facts): facts is Keys => facts.kind === 'app-keys' && facts.vendor === 'vivo' && facts.values['appId'] === appId,
  ) ?? null;

const tokenRow = (input: Input): { row: ReplyRow; issued: Issued | null } => {
  const token = headerOf(input.capture.headers, 'authToken')?.trim() ?? '';
  if (token === '') {
    const why = headerOf(input.capture.headers, 'authorization') === undefined ? 'missing' : 'authorization';
    return { row: rows.failed('auth-token', why, refuse('10000', 'authToken')), issued: null };
  }
  const issued = findIssued(input.memory, token);
  if (issued && issued.expiresAtMs <= input.nowMs) {
    const params = { at: new Date(issued.expiresAtMs).toISOString() };
    return { row: rows.failed('auth-token', 'expired', refuse('10000', 'authToken'), params), issued: null };
  }
  if (issued) return { row: rows.passed('auth-token'), issued };
  return input.settings.mode === 'strict'
    ? { row: rows.failed('auth-token', 'not-issued', refuse('10000', 'authToken')), issued: null }
    : { row: rows.unverified('auth-token', 'unverified'), issued: null };
};

const appRow = (input: Input, issued: Issued | null, given: string): ReplyRow => {
  const params = { given: given.slice(0, 30), own: issued?.appId ?? '' };
  if (given === '') return rows.failed('app', 'missing', refuse('10094', 'appId'));
  if (issued)
    return issued.appId === given ? rows.passed('app') : rows.failed('app', 'other', refuse('10094', 'appId'), params);
  if (findKeys(input.registry, given)) return rows.passed('app');
  return rows.unverified('app', 'unknown', { given: params.given });
};

/** Who sends: the authToken and, with a body, the appId it belongs to. */
export const senderRows = (input: Input, body: JsonObject | null): { rows: ReplyRow[]; appId: string } => {
  const { row, issued } = tokenRow(input);
  const given = idOf(body?.['appId']);
  const appId = given || (issued?.appId ?? '');
  if (!body) return { rows: [row, rows.notReached('app')], appId };
  return { rows: [row, appRow(input, issued, given)], appId };
};
