import { shorten } from '../../kit/cut-text.ts';
import type { Refusal } from '../../kit/findings.ts';
import { headerOf } from '../../kit/headers.ts';
import { rememberToken } from '../../kit/gateway/issued.ts';
import { firstRefusal, verdictOf, type Row } from '../../kit/rows.ts';
import { fromBytes } from '../../kit/text.ts';
import type { GatewayAnswer, GatewayInput } from '../../vendor.ts';
import { honorLimits } from '../limits.ts';
import { checks } from './checks.ts';
import type { HonorMemory } from './memory.ts';
import { keysOf } from './registry.ts';
import { oauthReply, tokenAnswer } from './reply.ts';

type Input = GatewayInput<unknown, HonorMemory>;

/** What Honor says to a wrong client, whichever half is wrong. Source: cossim/hipush. */
const unknownClient: Refusal = {
  status: 401,
  code: 'unauthorized_client',
  message: 'Invalid client or Invalid client credentials',
};

/** The form fields; empty when the body is not a form. */
const readForm = (input: Input): URLSearchParams => {
  const type = headerOf(input.capture.headers, 'content-type') ?? '';
  const text = fromBytes(input.capture.body);
  return new URLSearchParams(/^application\/x-www-form-urlencoded\b/i.test(type.trim()) ? (text ?? '') : '');
};

const checkClient = (input: Input, clientId: string): Row => {
  if (clientId === '') return checks.failed('client', 'missing', unknownClient);
  const keys = keysOf(input.registry);
  const params = { client: shorten(clientId) };
  if (keys.some(({ values }) => values['clientId'] === clientId)) return checks.passed('client', params);
  if (keys.some(({ values }) => values['appId'] === clientId)) {
    return checks.failed('client', 'is-app-id', unknownClient, params);
  }
  return input.settings.mode === 'strict'
    ? checks.failed('client', 'unknown', unknownClient, params)
    : checks.unverified('client', 'unverified', params);
};

/** Compared with the stored one where the registry opens it; else only what cannot be a secret is refused. */
const checkSecret = (input: Input, clientId: string, secret: string): Row => {
  const own = keysOf(input.registry).find(({ values }) => values['clientId'] === clientId);
  const stored = own ? (input.registry.secret?.(own, 'clientSecret') ?? null) : null;
  if (secret === '') return checks.failed('secret', 'missing', unknownClient);
  if (stored !== null && stored === secret) return checks.passed('secret');
  if (secret === clientId) return checks.failed('secret', 'is-id', unknownClient);
  if (secret.includes(' ')) return checks.failed('secret', 'not-encoded', unknownClient);
  return stored === null ? checks.unverified('secret', 'unverified') : checks.failed('secret', 'other', unknownClient);
};

const gather = (input: Input, form: URLSearchParams): Row[] => {
  const grant = form.get('grant_type') ?? '';
  const clientId = form.get('client_id') ?? '';
  if (grant === 'client_credentials') {
    const secret = form.get('client_secret') ?? '';
    return [checks.passed('grant'), checkClient(input, clientId), checkSecret(input, clientId, secret)];
  }
  const refusal = { status: 400, code: 'unsupported_grant_type', message: 'Unsupported grant_type' };
  const row =
    grant === ''
      ? checks.failed('grant', 'missing', refusal)
      : checks.failed('grant', 'other', refusal, { grant: shorten(grant) });
  return [row, checks.notReached('client'), checks.notReached('secret')];
};

/** Answers a POST to a token address. */
export const decideToken = (input: Input): GatewayAnswer<unknown, HonorMemory> => {
  const form = readForm(input);
  const rows = [checks.passed('path'), checks.passed('method'), ...gather(input, form)];
  const refusal = firstRefusal(rows)?.refusal;
  const common = {
    kind: 'auth',
    verdict: verdictOf(rows, { id: 'honor.verdict.token-issued' }),
    connection: input.connection,
    effects: [],
    vendorMessageId: null,
    targets: [],
    delivery: null,
  } as const;
  if (refusal) return { ...common, memory: input.memory, reply: oauthReply(refusal) };
  const token = `pushscope-${input.newId().replaceAll('-', '')}${input.newId().replaceAll('-', '')}`;
  const seconds = honorLimits.accessTokenLife.value;
  const issued = rememberToken(input.memory.issued, token, {
    clientId: form.get('client_id') ?? '',
    expiresAtMs: input.nowMs + seconds * 1000,
  });
  return { ...common, memory: { ...input.memory, issued }, reply: tokenAnswer(token, seconds) };
};
