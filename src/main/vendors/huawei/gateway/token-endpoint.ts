import { shorten } from '../../kit/cut-text.ts';
import { firstRefusal, verdictOf, type Row } from '../../kit/rows.ts';
import { headerOf } from '../../kit/headers.ts';
import { rememberToken } from '../../kit/gateway/issued.ts';
import { fromBytes } from '../../kit/text.ts';
import type { GatewayAnswer, GatewayInput } from '../../vendor.ts';
import { huaweiLimits } from '../limits.ts';
import { checks } from './checks.ts';
import type { HuaweiMemory } from './memory.ts';
import { keysOf } from './registry.ts';
import { oauthRefusal, oauthReply, tokenAnswer } from './reply.ts';

type Input = GatewayInput<unknown, HuaweiMemory>;

/** The form fields; empty when the body is not a form. */
const readForm = (input: Input): URLSearchParams => {
  const type = headerOf(input.capture.headers, 'content-type') ?? '';
  const text = fromBytes(input.capture.body);
  return new URLSearchParams(/^application\/x-www-form-urlencoded\b/i.test(type.trim()) ? (text ?? '') : '');
};

const checkClient = (input: Input, clientId: string): Row => {
  if (clientId === '') return checks.failed('client', 'missing', oauthRefusal('client_id is missing'));
  if (keysOf(input.registry).some((keys) => keys.values['appId'] === clientId)) {
    return checks.passed('client', { client: clientId });
  }
  const params = { client: shorten(clientId) };
  return input.settings.mode === 'strict'
    ? checks.failed('client', 'unknown', oauthRefusal('client_id is unknown'), params)
    : checks.unverified('client', 'unverified', params);
};

/** Compared with the stored one where the registry opens it; else only what cannot be a secret is refused. */
const checkSecret = (input: Input, clientId: string, secret: string): Row => {
  const own = keysOf(input.registry).find((keys) => keys.values['appId'] === clientId);
  const stored = own ? (input.registry.secret?.(own, 'appSecret') ?? null) : null;
  if (stored !== null && stored === secret) return checks.passed('secret');
  if (secret === '') return checks.failed('secret', 'missing', oauthRefusal('client_secret is missing'));
  if (secret === clientId) return checks.failed('secret', 'is-id', oauthRefusal('client_secret is wrong'));
  const wrong = oauthRefusal('client_secret is wrong');
  if (secret.includes(' ')) return checks.failed('secret', 'not-encoded', wrong);
  return stored === null ? checks.unverified('secret', 'unverified') : checks.failed('secret', 'other', wrong);
};

const gather = (input: Input, form: URLSearchParams): Row[] => {
  const grant = form.get('grant_type') ?? '';
  const clientId = form.get('client_id') ?? '';
  const refusal = oauthRefusal('invalid request: grant_type');
  if (grant !== 'client_credentials') {
    return [
      grant === ''
        ? checks.failed('grant', 'missing', refusal)
        : checks.failed('grant', 'other', refusal, { grant: shorten(grant) }),
      checks.notReached('client'),
      checks.notReached('secret'),
    ];
  }
  return [
    checks.passed('grant'),
    checkClient(input, clientId),
    checkSecret(input, clientId, form.get('client_secret') ?? ''),
  ];
};

/** Answers a POST to the token address. Source: «Open platform OAuth: client credentials». */
export const decideToken = (input: Input): GatewayAnswer<unknown, HuaweiMemory> => {
  const form = readForm(input);
  const rows = [checks.passed('path'), checks.passed('method'), ...gather(input, form)];
  const refusal = firstRefusal(rows)?.refusal;
  const common = {
    kind: 'auth',
    verdict: verdictOf(rows, { id: 'huawei.verdict.token-issued' }),
    connection: input.connection,
    effects: [],
    vendorMessageId: null,
    targets: [],
    delivery: null,
  } as const;
  if (refusal) return { ...common, memory: input.memory, reply: oauthReply(refusal) };
  // The slash is what Huawei's own tokens have and some clients stumble over.
  const token = `pushscope/${input.newId().replaceAll('-', '')}${input.newId().replaceAll('-', '')}`;
  const seconds = huaweiLimits.accessTokenLife.value;
  const issued = rememberToken(input.memory.issued, token, {
    clientId: form.get('client_id') ?? '',
    expiresAtMs: input.nowMs + seconds * 1000,
  });
  return { ...common, memory: { ...input.memory, issued }, reply: tokenAnswer(token, seconds) };
};
