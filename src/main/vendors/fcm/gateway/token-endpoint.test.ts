import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toBytes } from '../../kit/text.ts';
import type { Capture, GatewayAnswer } from '../../vendor.ts';
import { fcm } from '../index.ts';
import {
  credential,
  decide,
  facts,
  failures,
  message,
  nowMs,
  outcomes,
  projectId,
  registry,
  replyJson,
  sendCapture,
  type DecideOptions,
} from '../samples.ts';
import type { FcmMemory } from './memory.ts';

type Answer = GatewayAnswer<null, FcmMemory>;
const jwtGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const now = nowMs / 1000;
const goodClaims = {
  iss: facts.clientEmail,
  scope: 'https://www.googleapis.com/auth/firebase.messaging',
  aud: 'https://oauth2.googleapis.com/token',
  iat: now,
  exp: now + 3600,
};
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const assertion = (claims: object, header: object = {}, key = credential.secret['privateKeyPem']!): string => {
  const text = `${part({ alg: 'RS256', typ: 'JWT', ...header })}.${part(claims)}`;
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
};
const ask = (form: Record<string, string>, options: DecideOptions = {}, over: Partial<Capture> = {}): Answer =>
  decide(
    sendCapture('', {
      path: '/token',
      headers: [['Content-Type', 'application/x-www-form-urlencoded;charset=UTF-8']],
      body: toBytes(new URLSearchParams(form).toString()),
      ...over,
    }),
    options,
  );
const askWith = (claims: object, header: object = {}, options: DecideOptions = {}): Answer =>
  ask({ grant_type: jwtGrant, assertion: assertion(claims, header) }, options);
const outcome = (answer: Answer, id: string): string | undefined => outcomes(answer)[id];
const tokenOf = (answer: Answer): string => {
  const token = replyJson(answer)['access_token'];
  return typeof token === 'string' ? token : '';
};
const sendWith = (token: string, options: DecideOptions, path?: string): Answer =>
  decide(
    sendCapture(
      { message: message() },
      { headers: [['authorization', `Bearer ${token}`]], ...(path === undefined ? {} : { path }) },
    ),
    options,
  );

describe('fcm token address', () => {
  it.each(['/token', '/o/oauth2/token', '/token?prettyPrint=false'])('issues a token at %s', (path) => {
    const answer = ask({ grant_type: jwtGrant, assertion: assertion(goodClaims) }, { mode: 'strict' }, { path });
    expect(answer).toMatchObject({ kind: 'auth', targets: [], delivery: null, vendorMessageId: null });
    expect(answer.verdict).toMatchObject({ accepted: true, status: 200, why: { id: 'fcm.verdict.token-issued' } });
    expect(answer.verdict.checks.filter((check) => check.outcome !== 'passed')).toEqual([]);
    expect(replyJson(answer)).toEqual({
      access_token: expect.stringMatching(/^ya29\.[\w-]{40,}$/) as string,
      expires_in: 3599,
      token_type: 'Bearer',
    });
  });
  it('understands our own sender, for any address it was sent to', () => {
    for (const [origin, host] of [
      ['https://fcm.googleapis.com', 'oauth2.googleapis.com'],
      ['https://127.0.0.1:8921', '127.0.0.1'],
      ['http://localhost:8921', 'localhost'],
    ] as const) {
      const plan = fcm.auth.plan(credential, origin);
      if (plan.kind !== 'fetched') throw new Error(plan.kind);
      const answer = decide({ ...sendCapture(''), ...plan.request(nowMs), host }, { mode: 'strict' });
      expect(failures(answer), origin).toEqual([]);
      expect(plan.read(answer.reply, nowMs)).toMatchObject({ ok: true, token: { value: tokenOf(answer) } });
    }
  });
  it('gives each asker another token and remembers a thousand, as hashes', () => {
    let memory: FcmMemory | undefined;
    const tokens = new Set<string>();
    const form = { grant_type: 'refresh_token', refresh_token: 'r' };
    for (let index = 0; index < 1005; index += 1) {
      const answer = ask(form, memory ? { memory } : {});
      ({ memory } = answer);
      tokens.add(tokenOf(answer));
    }
    expect(tokens.size).toBe(1005);
    expect(memory?.issued.size).toBe(1000);
    expect([...(memory?.issued.keys() ?? [])].some((key) => tokens.has(key))).toBe(false);
  });
});

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
  type: 'pkcs8',
  format: 'pem',
});
const { scope: _scope, ...noScope } = goodClaims;
const { iat: _iat, ...noIat } = goodClaims;
const { iss: _iss, ...noIss } = goodClaims;

describe('fcm token address: one thing broken, one reason', () => {
  const rows: [string, Answer, number, string, string][] = [
    ['no grant type', ask({ assertion: 'x' }), 400, 'unsupported_grant_type', 'grant: fcm.check.grant.missing'],
    [
      'a body that is no form',
      ask(
        { grant_type: jwtGrant, assertion: assertion(goodClaims) },
        {},
        { headers: [['content-type', 'text/plain']] },
      ),
      400,
      'unsupported_grant_type',
      'grant: fcm.check.grant.missing',
    ],
    [
      'another grant type',
      ask({ grant_type: 'password' }),
      400,
      'unsupported_grant_type',
      'grant: fcm.check.grant.other',
    ],
    [
      'no assertion',
      ask({ grant_type: jwtGrant }),
      400,
      'invalid_request',
      'grant-fields: fcm.check.grant-fields.no-assertion',
    ],
    [
      'no refresh token',
      ask({ grant_type: 'refresh_token' }),
      400,
      'invalid_request',
      'grant-fields: fcm.check.grant-fields.no-refresh-token',
    ],
    [
      'a refresh token, strict',
      ask({ grant_type: 'refresh_token', refresh_token: 'r' }, { mode: 'strict' }),
      400,
      'invalid_grant',
      'refresh-token: fcm.check.refresh-token.unknown',
    ],
    [
      'no JWT',
      ask({ grant_type: jwtGrant, assertion: 'abc' }),
      400,
      'invalid_grant',
      'assertion: fcm.check.assertion.not-a-jwt',
    ],
    [
      'another key',
      ask({ grant_type: jwtGrant, assertion: assertion(goodClaims, {}, String(stranger)) }),
      400,
      'invalid_grant',
      'signature: fcm.check.signature.wrong',
    ],
    ['HS256', askWith(goodClaims, { alg: 'HS256' }), 400, 'invalid_grant', 'signature: fcm.check.signature.algorithm'],
    ['no issuer', askWith(noIss), 400, 'invalid_grant', 'account: fcm.check.account.missing'],
    [
      'a stranger, strict',
      askWith({ ...goodClaims, iss: 'a@b.c' }, {}, { mode: 'strict' }),
      400,
      'invalid_grant',
      'account: fcm.check.account.unknown',
    ],
    [
      'another key id, strict',
      askWith(goodClaims, { kid: 'x' }, { mode: 'strict' }),
      400,
      'invalid_grant',
      'signature: fcm.check.signature.other-key',
    ],
    ['no iat', askWith(noIat), 400, 'invalid_grant', 'times: fcm.check.times.missing'],
    ['two hours', askWith({ ...goodClaims, exp: now + 7200 }), 400, 'invalid_grant', 'times: fcm.check.times.life'],
    ['no life', askWith({ ...goodClaims, exp: now }), 400, 'invalid_grant', 'times: fcm.check.times.life'],
    [
      'a fast clock',
      askWith({ ...goodClaims, iat: now + 301, exp: now + 3901 }),
      400,
      'invalid_grant',
      'times: fcm.check.times.ahead',
    ],
    [
      'a slow clock',
      askWith({ ...goodClaims, iat: now - 3600, exp: now }),
      400,
      'invalid_grant',
      'times: fcm.check.times.over',
    ],
    [
      'another audience',
      askWith({ ...goodClaims, aud: 'https://example.com/token' }),
      400,
      'invalid_grant',
      'audience: fcm.check.audience.other',
    ],
    [
      'audiences as list',
      askWith({ ...goodClaims, aud: [goodClaims.aud] }),
      400,
      'invalid_grant',
      'audience: fcm.check.audience.other',
    ],
    ['no scope', askWith(noScope), 400, 'invalid_scope', 'scopes: fcm.check.scopes.missing'],
    [
      'an unknown scope',
      askWith({ ...goodClaims, scope: 'firebase.messaging' }),
      400,
      'invalid_scope',
      'scopes: fcm.check.scopes.unknown',
    ],
    [
      'a subject, strict',
      askWith({ ...goodClaims, sub: 'a@b.c' }, {}, { mode: 'strict' }),
      401,
      'unauthorized_client',
      'subject: fcm.check.subject.refused',
    ],
  ];
  it.each(rows)('%s', (_name, answer, status, code, reason) => {
    expect(failures(answer)).toEqual([reason]);
    expect(answer.verdict).toMatchObject({ accepted: false, status, code });
    expect(replyJson(answer)).toEqual({ error: code, error_description: expect.any(String) as string });
    expect(fcm.explain(code, status)).not.toBeNull();
    expect(answer.memory.issued.size).toBe(0);
  });
  it('takes a clock that is a little fast', () => {
    expect(failures(askWith({ ...goodClaims, iat: now + 300, exp: now + 3900 }))).toEqual([]);
  });
});

describe('fcm token address: what is not known is said', () => {
  it('does not check the signature of an account it has no key of', () => {
    const answer = askWith({ ...goodClaims, iss: 'someone@else.iam.gserviceaccount.com' });
    expect(answer.verdict.accepted).toBe(true);
    expect([outcome(answer, 'account'), outcome(answer, 'signature')]).toEqual(['unverified', 'unverified']);
  });
  it('does not judge another key of a known account, a subject, or a refresh token', () => {
    expect(outcome(askWith(goodClaims, { kid: 'another' }), 'signature')).toBe('unverified');
    expect(outcome(askWith({ ...goodClaims, sub: 'a@b.c' }), 'subject')).toBe('unverified');
    expect(outcome(ask({ grant_type: 'refresh_token', refresh_token: 'r' }), 'refresh-token')).toBe('unverified');
  });
  it('tries every key of the account when the JWT names none', () => {
    const other = { ...facts, privateKeyId: 'second', publicKeyPem: 'no key at all' };
    const answer = askWith(goodClaims, {}, { registry: { ...registry, credentials: [other, facts] } });
    expect(outcome(answer, 'signature')).toBe('passed');
  });
});

describe('fcm: tokens issued here', () => {
  const issued = askWith(goodClaims);
  const token = tokenOf(issued);
  it('are good for an hour, for their project', () => {
    const answer = sendWith(token, { mode: 'strict', memory: issued.memory });
    expect(failures(answer)).toEqual([]);
    expect(['bearer', 'project', 'scope'].map((id) => outcome(answer, id))).toEqual(['passed', 'passed', 'passed']);
  });
  it('are refused after that', () => {
    const at = (atMs: number) => sendWith(token, { memory: issued.memory, atMs });
    expect(failures(at(nowMs + 3_598_999))).toEqual([]);
    const late = at(nowMs + 3_599_000);
    expect(failures(late)).toEqual(['bearer: fcm.check.bearer.expired']);
    expect(replyJson(late)).toMatchObject({ error: { code: 401, details: [{ reason: 'ACCESS_TOKEN_EXPIRED' }] } });
  });
  it('are refused for another project', () => {
    const answer = sendWith(token, { memory: issued.memory }, '/v1/projects/other-1/messages:send');
    expect(failures(answer)).toEqual(['project: fcm.check.project.other']);
    expect(replyJson(answer)).toMatchObject({
      error: { code: 403, status: 'PERMISSION_DENIED', details: [{ reason: 'IAM_PERMISSION_DENIED' }] },
    });
    const byNumber = sendWith(token, { memory: issued.memory }, '/v1/projects/123456789012/messages:send');
    expect(outcome(byNumber, 'project')).toBe('unverified');
  });
  it('are refused without a scope for sending', () => {
    const scope = 'https://www.googleapis.com/auth/userinfo.email';
    const narrow = askWith({ ...goodClaims, scope });
    const answer = sendWith(tokenOf(narrow), { memory: narrow.memory });
    expect(failures(answer)).toEqual(['scope: fcm.check.scope.missing']);
    expect(answer.verdict).toMatchObject({ status: 403, code: 'PERMISSION_DENIED' });
  });
  it('may do anything when nobody knows what they are for', () => {
    const fresh = ask({ grant_type: 'refresh_token', refresh_token: 'r' });
    const answer = sendWith(tokenOf(fresh), { memory: fresh.memory });
    expect(['bearer', 'project', 'scope'].map((id) => outcome(answer, id))).toEqual([
      'passed',
      'unverified',
      'unverified',
    ]);
    const strict = sendWith(
      tokenOf(fresh),
      { memory: fresh.memory, mode: 'strict' },
      '/v1/projects/other-1/messages:send',
    );
    expect(failures(strict)).toEqual(['project: fcm.check.project.unknown']);
    expect(projectId).not.toBe('other-1');
  });
});
