import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../../shared/contract/index.ts';
import type { JsonObject } from '../../kit/json.ts';
import { fromBytes } from '../../kit/text.ts';
import type { Capture, GatewayAnswer } from '../../vendor.ts';
import {
  bearer,
  deadToken,
  decide,
  deviceToken,
  failures,
  foreignToken,
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
const send = (body: unknown, options: DecideOptions = {}, over: Partial<Capture> = {}): Answer =>
  decide(sendCapture(body, over), options);
const errorOf = (answer: Answer): JsonObject => replyJson(answer)['error'] as JsonObject; // every refusal has one
const detailTypes = (answer: Answer): (string | undefined)[] => {
  const details = (errorOf(answer)['details'] ?? []) as { '@type': string }[]; // as Google's envelope has them
  return details.map((detail) => detail['@type'].split('.').at(-1));
};
const withHeaders = (...headers: HeaderList): Partial<Capture> => ({ headers });
const bearing = (token: string): Partial<Capture> =>
  withHeaders(['Authorization', `Bearer ${token}`], ['Content-Type', 'application/json']);

describe('fcm gateway: a good message', () => {
  it('is accepted with an id of Google’s shape and delivered as sent', () => {
    const body = { message: message({ data: { ext: 'x' } }) };
    const answer = send(body);
    expect(answer).toMatchObject({ kind: 'push', verdict: { accepted: true, status: 200, code: null } });
    expect(answer.verdict.why).toEqual({ id: 'fcm.verdict.accepted' });
    expect(answer.reply.headers).toEqual([['content-type', 'application/json; charset=UTF-8']]);
    expect(answer.vendorMessageId).toMatch(
      new RegExp(`^projects/${projectId}/messages/0:${nowMs}\\d{3}%[0-9a-f]{16}$`),
    );
    expect(replyJson(answer)).toEqual({ name: answer.vendorMessageId });
    expect(answer.targets).toEqual([{ token: deviceToken, outcome: 'accepted', reason: null }]);
    expect(answer.delivery).toEqual({ payload: JSON.stringify(body), options: { projectId } });
  });
  it('passes every check but the ones nobody here can make', () => {
    expect(outcomes(send({ message: message() }))).toEqual({
      path: 'passed',
      method: 'passed',
      authorization: 'passed',
      bearer: 'unverified',
      project: 'unverified',
      scope: 'unverified',
      json: 'passed',
      fields: 'passed',
      target: 'passed',
      'reserved-keys': 'passed',
      values: 'passed',
      size: 'passed',
      'token-shape': 'passed',
      sender: 'unverified',
      registered: 'passed',
      package: 'passed',
      quota: 'passed',
    });
  });
  it('prints indented JSON unless told otherwise', () => {
    const printed = (query: string) =>
      fromBytes(
        send({ message: message() }, {}, { path: `/v1/projects/${projectId}/messages:send${query}` }).reply.body,
      );
    expect(printed('')).toMatch(/^\{\n {2}"name": "projects\/.*"\n\}\n$/);
    expect(printed('?alt=json&prettyPrint=true')).toContain('\n');
    expect(printed('?prettyPrint=false')).toMatch(/^\{"name":"[^"]*"\}$/);
  });
  it('takes camelCase names, chunked or plain', () => {
    const android = { restrictedPackageName: 'com.example.chat' };
    expect(send({ message: message({ android }) }, {}, { httpVersion: '1.1', tls: false }).verdict.accepted).toBe(true);
  });
  it('answers a trial with Google’s made-up id and delivers nothing', () => {
    const answer = send({ validate_only: true, message: message() });
    expect(answer).toMatchObject({
      delivery: null,
      verdict: { accepted: true, why: { id: 'fcm.verdict.validate-only' } },
    });
    expect(answer.vendorMessageId).toBe(`projects/${projectId}/messages/fake_message_id`);
    expect(answer.targets).toHaveLength(1);
  });
  it.each([
    [{ topic: 'news' }, 'fcm.verdict.topic'],
    [{ condition: "'a' in topics" }, 'fcm.verdict.condition'],
    [{ fid: 'abc' }, 'fcm.verdict.installation'],
  ])('reaches no phone by %j, and says so', (to, why) => {
    const answer = send({ message: { ...to, notification: { title: 'A' } } });
    expect(answer).toMatchObject({ targets: [], delivery: null, verdict: { accepted: true, why: { id: why } } });
    expect(answer.vendorMessageId).toMatch(/\/messages\/\d+$/);
  });
  it('lets an unknown token through, unverified', () => {
    const answer = send({ message: message({ token: foreignToken }) });
    expect(answer.verdict.accepted).toBe(true);
    expect(outcomes(answer)).toMatchObject({ 'token-shape': 'passed', registered: 'unverified' });
    expect(outcomes(send({ message: message({ token: 'my-test-token' }) }))).toMatchObject({
      'token-shape': 'unverified',
    });
  });
});

describe('fcm gateway: a phone with a made-up token', () => {
  it('is known, whatever its token looks like', () => {
    const phone = { ...registry.findToken('fcm', deviceToken)!, token: 'pixel-9' };
    const own = { ...registry, findToken: (_vendor: string, token: string) => (token === 'pixel-9' ? phone : null) };
    const answer = send({ message: message({ token: 'pixel-9' }) }, { registry: own });
    expect(outcomes(answer)).toMatchObject({ 'token-shape': 'passed', registered: 'passed' });
  });
});

describe('fcm gateway: who sends', () => {
  const refused: [string, Partial<Capture>, string][] = [
    [
      'no Authorization',
      withHeaders(['content-type', 'application/json']),
      'authorization: fcm.check.authorization.missing',
    ],
    [
      'a legacy header',
      withHeaders(['authorization', 'key=AAAA1234567:APA91bxx']),
      'authorization: fcm.check.authorization.legacy-key',
    ],
    ['Basic', withHeaders(['authorization', 'Basic YTpi']), 'authorization: fcm.check.authorization.other-scheme'],
    ['an empty bearer', withHeaders(['authorization', 'Bearer ']), 'authorization: fcm.check.authorization.empty'],
    ['an empty header', withHeaders(['authorization', '']), 'authorization: fcm.check.authorization.other-scheme'],
    ['a legacy server key', bearing(`AAAAabc_D-1:APA91b${'x'.repeat(130)}`), 'bearer: fcm.check.bearer.legacy-key'],
    ['an API key', bearing('AIzaSyA-1234567890'), 'bearer: fcm.check.bearer.api-key'],
    ['a private key', bearing('-----BEGIN PRIVATE KEY-----'), 'bearer: fcm.check.bearer.not-a-token'],
    [
      'an ID token',
      bearing(
        `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from('{"iss":"https://accounts.google.com","sub":"1"}').toString('base64url')}.c2ln`,
      ),
      'bearer: fcm.check.bearer.id-token',
    ],
  ];
  it.each(refused)('%s is 401', (_name, over, reason) => {
    const answer = send({ message: message() }, {}, over);
    expect(failures(answer)).toEqual([reason]);
    expect(answer.verdict).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(errorOf(answer)).toMatchObject({ code: 401, status: 'UNAUTHENTICATED' });
    expect(detailTypes(answer)).toEqual(['ErrorInfo']);
    expect(answer.targets).toEqual([{ token: deviceToken, outcome: 'rejected', reason: 'UNAUTHENTICATED' }]);
    expect(answer.delivery).toBeNull();
  });
  it('takes the bearer from the query, and a service account’s own JWT', () => {
    const noHeader = withHeaders(['content-type', 'application/json']);
    const path = `/v1/projects/${projectId}/messages:send?access_token=${bearer}`;
    expect(send({ message: message() }, {}, { ...noHeader, path }).verdict.accepted).toBe(true);
    const claims = Buffer.from('{"iss":"a@b","sub":"a@b"}').toString('base64url');
    const jwt = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${claims}.c2ln`;
    expect(send({ message: message() }, {}, bearing(jwt)).verdict.accepted).toBe(true);
  });
  it('takes only its own tokens in strict mode', () => {
    expect(failures(send({ message: message() }, { mode: 'strict' }))).toEqual(['bearer: fcm.check.bearer.not-issued']);
  });
});

describe('fcm gateway: one thing broken, one reason', () => {
  const { token: _token, ...untargeted } = message();
  const rows: [string, unknown, string, string[]][] = [
    ['not JSON', '{"message":', 'json: fcm.problem.not-json', []],
    ['a list', '[]', 'fields: fcm.problem.root-not-object', ['BadRequest']],
    ['nothing', '', 'target: fcm.problem.no-message', ['BadRequest', 'FcmError']],
    ['no message', {}, 'target: fcm.problem.no-message', ['BadRequest', 'FcmError']],
    ['an unknown field', { message: message({ tokens: [] }) }, 'fields: fcm.problem.unknown-field', ['BadRequest']],
    [
      'an unknown field at the top',
      { message: message(), to: 'x' },
      'fields: fcm.problem.unknown-root-field',
      ['BadRequest'],
    ],
    [
      'a number in data',
      { message: message({ data: { a: 1 } }) },
      'fields: fcm.problem.map-value-not-text',
      ['BadRequest'],
    ],
    [
      'a wrong enum',
      { message: message({ android: { priority: 'URGENT' } }) },
      'fields: fcm.problem.unknown-choice',
      ['BadRequest'],
    ],
    [
      'a wrong duration',
      { message: message({ android: { ttl: 5 } }) },
      'fields: fcm.problem.bad-duration',
      ['BadRequest'],
    ],
    ['no target', { message: untargeted }, 'target: fcm.problem.no-target', ['BadRequest', 'FcmError']],
    ['two targets', { message: message({ topic: 'x' }) }, 'target: fcm.problem.several-targets', ['BadRequest']],
    [
      'a reserved key',
      { message: message({ data: { from: 'x' } }) },
      'reserved-keys: fcm.problem.reserved-key',
      ['BadRequest', 'FcmError'],
    ],
    [
      'a long ttl',
      { message: message({ android: { ttl: '2419201s' } }) },
      'values: fcm.problem.ttl-range',
      ['BadRequest', 'FcmError'],
    ],
    [
      'a colour by name',
      { message: message({ android: { notification: { color: 'red' } } }) },
      'values: fcm.problem.bad-color',
      ['BadRequest', 'FcmError'],
    ],
    [
      'a topic with prefix',
      { message: { ...untargeted, topic: '/topics/x' } },
      'values: fcm.problem.topic-prefix',
      ['BadRequest', 'FcmError'],
    ],
    [
      'a wrong condition',
      { message: { ...untargeted, condition: 'x' } },
      'values: fcm.problem.bad-condition',
      ['BadRequest', 'FcmError'],
    ],
    [
      '4097 bytes',
      { message: { token: deviceToken, data: { a: 'x'.repeat(4096) } } },
      'size: fcm.problem.too-large',
      ['FcmError'],
    ],
    ['an empty token', { message: message({ token: '' }) }, 'token-shape: fcm.check.token-shape.empty', ['FcmError']],
    [
      'an APNs token',
      { message: message({ token: '0a'.repeat(32) }) },
      'token-shape: fcm.check.token-shape.apns',
      ['FcmError'],
    ],
    [
      'a cut token',
      { message: message({ token: deviceToken.slice(0, 50) }) },
      'token-shape: fcm.check.token-shape.cut',
      ['FcmError'],
    ],
    [
      'a token with a line break',
      { message: message({ token: `${foreignToken}\n` }) },
      'token-shape: fcm.check.token-shape.characters',
      ['FcmError'],
    ],
    [
      'another package',
      { message: message({ android: { restricted_package_name: 'com.other' } }) },
      'package: fcm.check.package.other',
      ['FcmError'],
    ],
  ];
  it.each(rows)('%s is 400', (_name, body, reason, details) => {
    const answer = send(body);
    expect(failures(answer)).toEqual([reason]);
    expect(answer.verdict).toMatchObject({ accepted: false, status: 400, code: 'INVALID_ARGUMENT' });
    expect(errorOf(answer)).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
    expect(detailTypes(answer)).toEqual(details);
    expect(answer).toMatchObject({ vendorMessageId: null, delivery: null });
  });
  it('bytes that are not text, and a content type that is not JSON', () => {
    expect(failures(send('', {}, { body: Uint8Array.of(0xff) }))).toEqual(['json: fcm.check.json.not-utf8']);
    const form = withHeaders(['authorization', `Bearer ${bearer}`], ['content-type', 'text/plain']);
    expect(failures(send({ message: message() }, {}, form))).toEqual(['json: fcm.check.json.content-type']);
    const none = withHeaders(['authorization', `Bearer ${bearer}`]);
    expect(send({ message: message() }, {}, none).verdict.accepted).toBe(true);
  });
  it('a query parameter Google does not have', () => {
    const over = { path: `/v1/projects/${projectId}/messages:send?dryRun=true` };
    expect(failures(send({ message: message() }, {}, over))).toEqual(['fields: fcm.problem.unknown-query']);
  });
  it('a dead token', () => {
    const answer = send({ message: message({ token: deadToken }) });
    expect(failures(answer)).toEqual(['registered: fcm.check.registered.unregistered']);
    expect(replyJson(answer)).toEqual({
      error: {
        code: 404,
        message: 'Requested entity was not found.',
        status: 'NOT_FOUND',
        details: [{ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode: 'UNREGISTERED' }],
      },
    });
    expect(answer.targets).toEqual([{ token: deadToken, outcome: 'rejected', reason: 'UNREGISTERED' }]);
  });
  it('an unknown package stays unverified for a token nobody knows', () => {
    const answer = send({
      message: message({ token: foreignToken, android: { restricted_package_name: 'com.other' } }),
    });
    expect(outcomes(answer)).toMatchObject({ package: 'unverified' });
  });
});
