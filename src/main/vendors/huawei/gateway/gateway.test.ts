import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kit/json.ts';
import {
  appId,
  bearer,
  body,
  credential,
  deadToken,
  decide,
  deviceToken,
  facts,
  failures,
  foreignToken,
  grant,
  jwt,
  jwtAt,
  nowMs,
  otherAppToken,
  outcomes,
  projectId,
  registry,
  replyJson,
  replyText,
  scene,
  sceneCapture,
  send,
  tokenCapture,
  withBearer,
  type Answer,
  type DecideOptions,
} from '../samples.ts';
import type { HuaweiMemory } from './memory.ts';

/** HTTP status, code and the first reason. */
const brief = (answer: Answer): [number, unknown, string | undefined] => [
  answer.reply.status,
  answer.reply.body.length === 0 ? '' : replyJson(answer)['code'],
  failures(answer)[0],
];

describe('huawei gateway: what is right', () => {
  it('answers with a code as text and a request id', () => {
    const answer = send(body());
    expect(failures(answer)).toEqual([]);
    expect(replyJson(answer)).toEqual({ code: '80000000', msg: 'Success', requestId: answer.vendorMessageId });
    expect(answer.vendorMessageId).toMatch(/^\d{24}$/);
    expect(answer.targets).toEqual([{ token: deviceToken, outcome: 'accepted', reason: null }]);
    expect(answer.delivery?.options).toEqual({ api: 'v1', appId });
    expect(answer.verdict.why.id).toBe('huawei.verdict.accepted');
  });
  it('takes v3 with a JWT, and checks its signature', () => {
    const answer = decide(sceneCapture(scene()), { mode: 'strict' });
    expect(failures(answer)).toEqual([]);
    expect(outcomes(answer)).toMatchObject({ jwt: 'passed', signature: 'passed', tokens: 'passed' });
    expect(answer.delivery?.options).toEqual({ api: 'v3', projectId, pushType: '0' });
  });
  it('takes v2 with either', () => {
    const path = `/v2/${projectId}/messages:send`;
    expect(failures(send(body(), {}, { path }))).toEqual([]);
    expect(failures(send(body(), {}, { path, ...withBearer(`Bearer ${jwtAt(nowMs)}`) }))).toEqual([]);
  });
  it('delivers nothing for a trial or a topic', () => {
    const trial = send(body({ root: { validate_only: true } }));
    expect([trial.verdict.accepted, trial.delivery, trial.verdict.why.id]).toEqual([
      true,
      null,
      'huawei.verdict.validate-only',
    ]);
    const topic = send({ message: { data: 'x', topic: 'news' } });
    expect([topic.verdict.accepted, topic.delivery, topic.targets, topic.verdict.why.id]).toEqual([
      true,
      null,
      [],
      'huawei.verdict.topic',
    ]);
  });
});

describe('huawei gateway: addresses', () => {
  it.each([
    ['POST', '/', 404, 'path: path.unknown'],
    ['POST', '/v4/1/messages:send', 404, 'path: path.unknown'],
    ['POST', `/v1/${appId}/topic:subscribe`, 404, 'path: path.topics'],
    ['POST', '/pushsend.do?nsp_ctx=x', 404, 'path: path.retired'],
    ['GET', `/v1/${appId}/messages:send`, 405, 'method: method.other'],
    ['GET', '/oauth2/v3/token', 405, 'method: method.other'],
  ])('%s %s is %i', (method, path, status, why) => {
    const answer = send(body(), {}, { method, path });
    expect([answer.reply.status, failures(answer)[0], answer.verdict.code]).toEqual([status, why, `HTTP_${status}`]);
  });
});

describe('huawei gateway: who sends', () => {
  it.each([
    [undefined, 'missing'],
    ['', 'missing'],
    ['Bearer ', 'empty'],
    ['Bearer', 'empty'],
    [bearer, 'other-scheme'],
  ])('authorization %j: %s', (value, why) => {
    const answer = send(body(), {}, { headers: value === undefined ? [] : [['Authorization', value]] });
    expect(brief(answer)).toEqual([401, '80200001', `authorization: authorization.${why}`]);
  });
  it('takes an unknown OAuth token unverified, and in strict mode only its own', () => {
    expect(outcomes(send(body()))['bearer']).toBe('unverified');
    expect(brief(send(body(), { mode: 'strict' }))).toEqual([401, '80200001', 'bearer: bearer.not-issued']);
  });
  it('takes OAuth not on v3, and a JWT not on v1', () => {
    expect(brief(decide(sceneCapture(scene(), '0', bearer)))).toEqual([401, '80200001', 'bearer: bearer.oauth-on-v3']);
    expect(brief(send(body(), {}, withBearer(`Bearer ${jwtAt(nowMs)}`)))).toEqual([
      401,
      '80200001',
      'bearer: bearer.jwt-on-v1',
    ]);
  });

  const now = nowMs / 1000;
  const jwts: [string, JsonObject, JsonObject, number, string, string][] = [
    ['RS256', { alg: 'RS256' }, {}, 401, '80200001', 'jwt: jwt.algorithm'],
    ['no kid', { kid: null }, {}, 401, '80200001', 'jwt: jwt.no-kid'],
    ['no iss', {}, { iss: null }, 401, '80200001', 'jwt: jwt.no-iss'],
    ['another audience', {}, { aud: 'https://a.example/oauth2/v3/token' }, 401, '80200001', 'jwt: jwt.audience'],
    ['no exp', {}, { exp: null }, 401, '80200001', 'jwt-life: jwt-life.missing'],
    ['two days', {}, { exp: now + 172_800 }, 400, '80300036', 'jwt-life: jwt-life.too-long'],
    ['expired', {}, { iat: now - 3601, exp: now - 1 }, 401, '80200005', 'jwt-time: jwt-time.over'],
  ];
  it.each(jwts)('JWT: %s', (_name, header, claims, status, code, why) => {
    expect(brief(decide(sceneCapture(scene(), '0', jwt(header, claims))))).toEqual([status, code, why]);
  });
  it('takes a JWT made for this gateway, and one of an account it does not know', () => {
    expect(
      failures(decide(sceneCapture(scene(), '0', jwt({}, { aud: 'http://127.0.0.1:8922/oauth2/v3/token' })))),
    ).toEqual([]);
    const foreign = sceneCapture(scene(), '0', jwt({}, { iss: '42' }));
    expect(outcomes(decide(foreign))).toMatchObject({ jwt: 'unverified', signature: 'unverified' });
    expect(brief(decide(foreign, { mode: 'strict' }))).toEqual([401, '80200001', 'jwt: jwt.unknown']);
  });
  it('sees a wrong signature', () => {
    const token = jwt();
    const answer = decide(sceneCapture(scene(), '0', `${token.slice(0, -8)}AAAAAAAA`));
    expect(brief(answer)).toEqual([401, '80200001', 'signature: signature.wrong']);
  });
  it('sees a JWT of another project', () => {
    const capture = { ...sceneCapture(scene()), path: '/v3/42/messages:send' };
    expect(brief(decide(capture))).toEqual([401, '80200001', 'jwt: jwt.other-project']);
  });
});

describe('huawei gateway: tokens', () => {
  it('issues one that is good for an hour, for this app only', () => {
    const issued = decide(tokenCapture(grant), { mode: 'strict' });
    expect(issued.kind).toBe('auth');
    const { access_token: _token, ...rest } = replyJson(issued);
    const token = replyText(issued, 'access_token');
    expect(rest).toEqual({ expires_in: 3600, token_type: 'Bearer' });
    const { memory } = issued;
    const own = withBearer(`Bearer ${token}`);
    expect(failures(send(body(), { mode: 'strict', memory }, own))).toEqual([]);
    expect(brief(send(body(), { memory }, { ...own, path: '/v1/42/messages:send' }))).toEqual([
      401,
      '80200001',
      'bearer: bearer.other-app',
    ]);
    expect(brief(send(body(), { memory }, { ...own, path: '/v2/42/messages:send' }))).toEqual([
      401,
      '80200001',
      'bearer: bearer.other-project',
    ]);
    expect(brief(send(body(), { memory, atMs: nowMs + 3_600_000 }, own))).toEqual([
      401,
      '80200003',
      'bearer: bearer.expired',
    ]);
    expect(JSON.stringify([...memory.issued])).not.toContain(token);
  });
  it.each([
    ['', 'grant: grant.missing'],
    ['grant_type=password', 'grant: grant.other'],
    ['grant_type=client_credentials', 'client: client.missing'],
    [`grant_type=client_credentials&client_id=${appId}`, 'secret: secret.missing'],
    [`grant_type=client_credentials&client_id=${appId}&client_secret=${appId}`, 'secret: secret.is-id'],
    [`grant_type=client_credentials&client_id=${appId}&client_secret=a+b`, 'secret: secret.not-encoded'],
  ])('%j: %s', (form, why) => {
    const answer = decide(tokenCapture(form));
    expect([answer.reply.status, failures(answer)[0], answer.verdict.code]).toEqual([400, why, '1101']);
    expect(replyJson(answer)).toMatchObject({ error: 1101, sub_error: 0 });
  });
  it('compares the secret where the registry opens it', () => {
    const open = { ...registry, secret: () => credential.secret['appSecret']! };
    const right = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: open.secret(),
    });
    expect(outcomes(decide(tokenCapture(right.toString()), { registry: open }))['secret']).toBe('passed');
    expect(failures(decide(tokenCapture(grant), { registry: open }))).toEqual(['secret: secret.other']);
    expect(outcomes(decide(tokenCapture(grant), { registry: { ...open, secret: () => null } }))['secret']).toBe(
      'unverified',
    );
  });
  it('reads forms only, and knows its clients', () => {
    expect(failures(decide(tokenCapture(grant, { headers: [['content-type', 'application/json']] })))).toEqual([
      'grant: grant.missing',
    ]);
    const foreign = tokenCapture(grant.replace(appId, '42'));
    expect(outcomes(decide(foreign))['client']).toBe('unverified');
    expect(failures(decide(foreign, { mode: 'strict' }))).toEqual(['client: client.unknown']);
  });
});

describe('huawei gateway: what is sent', () => {
  const many = Array.from({ length: 1001 }, (_, index) => `t${index}`);
  const rules: [string, unknown, string, string][] = [
    ['no JSON', '{', '80100001', 'json: not-json'],
    ['messages for message', { messages: {} }, '80300010', 'target: no-message'],
    ['no token', { message: { data: 'x' } }, '80300010', 'target: no-target'],
    ['1001 tokens', body({ message: { token: many } }), '80300010', 'target: too-many-tokens'],
    ['data as object', body({ message: { data: {} } }), '80100003', 'structure: data-not-text'],
    ['no click_action', body({ drawing: { click_action: null } }), '80100003', 'structure: no-click'],
    ['4097 bytes', body({ message: { data: 'x'.repeat(4097) } }), '80300008', 'size: too-large'],
    ['badge adds 0', body({ drawing: { badge: { add_num: 0, class: 'a.B' } } }), '80100003', 'structure: badge-add'],
    [
      'badge adds 100',
      body({ drawing: { badge: { add_num: 100, class: 'a.B' } } }),
      '80100003',
      'structure: badge-add',
    ],
    ['ttl', body({ android: { notification: null, ttl: '1296001s' } }), '80100004', 'ttl: ttl-range'],
    [
      'collapse_key',
      body({ android: { notification: null, collapse_key: 101 } }),
      '80100013',
      'collapse: collapse-range',
    ],
    ['urgency', body({ android: { notification: null, urgency: 'LOW' } }), '80100001', 'structure: unknown-choice'],
  ];
  it.each(rules)('%s', (_name, value, code, why) => expect(brief(send(value))).toEqual([400, code, why]));
  it('is not UTF-8', () => {
    expect(brief(send('', {}, { body: Uint8Array.of(0xff) }))).toEqual([400, '80100001', 'json: json.not-utf8']);
  });
  it('v3: two tokens for a card, eleven for a test', () => {
    const card = { ...scene({ target: { token: ['a', 'b'] } }), payload: { formId: 1 } };
    expect(brief(decide(sceneCapture(card, '1')))).toEqual([400, '80300010', 'target: form-tokens']);
    const test = scene({ options: { testMessage: true }, target: { token: many.slice(0, 11) } });
    expect(brief(decide(sceneCapture(test)))).toEqual([400, '80300030', 'test-limit: test-tokens']);
  });
  it('lists every mistake and answers with the first', () => {
    const answer = send(body({ drawing: { click_action: null }, android: {} }), {}, { headers: [] });
    expect(failures(answer)).toEqual(['authorization: authorization.missing', 'structure: no-click']);
    expect(answer.verdict.code).toBe('80200001');
  });
});

describe('huawei gateway: to whom', () => {
  it('refuses some of several tokens with 80100000', () => {
    const answer = send(body({ message: { token: [deviceToken, deadToken, otherAppToken] } }));
    expect(answer.reply.status).toBe(200);
    expect(replyText(answer, 'code')).toBe('80100000');
    expect(JSON.parse(replyText(answer, 'msg'))).toEqual({
      success: 1,
      failure: 2,
      illegal_tokens: [deadToken, otherAppToken],
    });
    expect(answer.targets.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['accepted', null],
      ['rejected', 'tokenFormatError'],
      ['rejected', 'noRight'],
    ]);
    expect(answer.verdict).toMatchObject({ accepted: true, code: '80100000', why: { id: 'huawei.verdict.partly' } });
  });
  it('v3 groups them by reason', () => {
    const answer = decide(sceneCapture(scene({ target: { token: [deviceToken, deadToken] } })));
    expect(JSON.parse(replyText(answer, 'msg'))).toEqual({
      success: 1,
      failure: 1,
      illegalTokens: { tokenFormatError: [deadToken] },
    });
  });
  it('refuses all with 80300007', () => {
    expect(brief(send(body({ message: { token: [deadToken] } })))).toEqual([400, '80300007', 'tokens: tokens.none']);
    expect(brief(send(body({ message: { token: [foreignToken] } })))[1]).toBe('80000000');
    const strict = decide(sceneCapture(scene({ target: { token: [foreignToken] } })), { mode: 'strict' });
    expect(brief(strict)).toEqual([400, '80300007', 'tokens: tokens.none']);
    expect(JSON.parse(replyText(strict, 'msg'))).toEqual({
      illegalTokens: { tokenFormatError: [foreignToken] },
      failure: 1,
    });
  });
  it('refuses a project it does not know with 80300002', () => {
    const { projectId: _projectId, ...values } = facts.values;
    const unbound = { ...registry, credentials: [{ ...facts, values }] };
    const issued = decide(tokenCapture(grant), { mode: 'strict', registry: unbound });
    const over = { path: '/v2/42/messages:send', ...withBearer(`Bearer ${replyText(issued, 'access_token')}`) };
    const answer = send(body(), { mode: 'strict', registry: unbound, memory: issued.memory }, over);
    expect(brief(answer)).toEqual([400, '80300002', 'app: app.unknown']);
  });
  it('knows its apps and projects', () => {
    const other = { path: '/v1/42/messages:send' };
    expect(outcomes(send(body(), {}, other))['app']).toBe('unverified');
    expect(failures(send(body(), { mode: 'strict' }, other))).toContain('app: app.unknown');
    const capture = { ...sceneCapture(scene()), path: '/v3/42/messages:send' };
    expect(decide(capture, { mode: 'strict' }).verdict.checks.find(({ id }) => id === 'app')?.code).toBe('80300002');
  });
});

describe('huawei gateway: how much', () => {
  const again = (value: unknown, times: number, options: DecideOptions = {}): Answer[] => {
    const answers: Answer[] = [];
    let memory: HuaweiMemory | undefined;
    for (let index = 0; index < times; index += 1) {
      const answer = send(value, {
        ...options,
        ...(memory ? { memory } : {}),
        atMs: options.atMs ?? nowMs + index * 1000,
      });
      ({ memory } = answer);
      answers.push(answer);
    }
    return answers;
  };
  const marketing = body({
    android: { notification: { title: 'a', body: 'b', click_action: { type: 3 } }, category: 'MARKETING' },
  });
  const strict = (times: number, value: unknown) => {
    const issued = decide(tokenCapture(grant), { mode: 'strict' });
    const own = withBearer(`Bearer ${replyText(issued, 'access_token')}`);
    let { memory } = issued;
    let answer = issued;
    for (let index = 0; index < times; index += 1) ({ memory } = answer = send(value, { mode: 'strict', memory }, own));
    return answer;
  };
  it('shows two marketing messages a day; the third is accepted and quiet', () => {
    const second = strict(2, marketing);
    expect([outcomes(second)['quota'], second.targets[0]?.delivery]).toEqual(['passed', undefined]);
    const third = strict(3, marketing);
    expect(third.verdict.accepted).toBe(true);
    expect(replyJson(third)['code']).toBe('80000000');
    expect(third.targets[0]?.delivery?.options['quiet']).toBe('marketing-day');
  });
  it('only says so in known mode, and counts no other class', () => {
    const third = again(marketing, 3).at(-1)!;
    expect([outcomes(third)['quota'], third.targets[0]?.delivery]).toEqual(['unverified', undefined]);
    expect(outcomes(again(body({ android: { category: 'IM', notification: null } }), 4).at(-1)!)['quota']).toBe(
      'passed',
    );
  });
  it('starts anew the next day in China', () => {
    const [, second] = again(marketing, 2, { atMs: Date.UTC(2026, 10, 21, 15, 59) });
    const next = send(marketing, { memory: second!.memory, atMs: Date.UTC(2026, 10, 21, 16, 0) });
    expect(outcomes(next)['quota']).toBe('passed');
  });
  it('shows 3000 messages a day', () => {
    const today = {
      day: Math.floor((nowMs + 28_800_000) / 86_400_000),
      counts: new Map([[`all ${appId} ${deviceToken}`, 3000]]),
    };
    const memory = { ...send(body()).memory, today };
    const answer = send(body(), { memory });
    expect(answer.verdict.checks.find(({ id }) => id === 'quota')?.phrase.id).toBe(
      'huawei.check.quota.device-day-known',
    );
  });
  it('answers 503 over 6000 requests in a second', () => {
    const memory = { ...send(body()).memory, rates: new Map([[appId, { startedAtMs: nowMs, used: 5999 }]]) };
    const last = send(body(), { memory });
    expect(last.reply.status).toBe(200);
    expect(failures(send(body(), { memory: last.memory }))).toEqual(['rate: rate.over']);
    expect(send(body(), { memory: last.memory }).reply.status).toBe(503);
    expect(failures(send(body(), { memory: last.memory, atMs: nowMs + 1000 }))).toEqual([]);
  });
  it('takes 1000 test messages of a project a day', () => {
    const test = sceneCapture(scene({ options: { testMessage: true } }));
    const first = decide(test);
    const day = first.memory.today.day;
    const memory = { ...first.memory, today: { day, counts: new Map([[`test ${projectId}`, 999]]) } };
    const last = decide(test, { memory });
    expect(failures(last)).toEqual([]);
    expect(brief(decide(test, { memory: last.memory }))).toEqual([400, '80300029', 'test-day: test-day.over']);
    expect(failures(decide(sceneCapture(scene()), { memory: last.memory }))).toEqual([]);
  });
});
