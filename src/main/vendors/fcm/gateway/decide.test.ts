import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kit/json.ts';
import { fromBytes } from '../../kit/text.ts';
import type { Capture, GatewayAnswer } from '../../vendor.ts';
import { fcm } from '../index.ts';
import {
  deadToken,
  decide,
  deviceToken,
  failures,
  foreignToken,
  message,
  nowMs,
  outcomes,
  projectId,
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

describe('fcm gateway: several things broken', () => {
  it('reports all and answers with the first', () => {
    const body = {
      message: message({ token: deadToken, data: { from: 'x', n: 1 }, android: { ttl: '-5s' }, oops: 1 }),
    };
    const answer = send(body, {}, { headers: [] });
    expect(failures(answer)).toEqual([
      'authorization: fcm.check.authorization.missing',
      'fields: fcm.problem.map-value-not-text',
      'fields: fcm.problem.unknown-field',
      'reserved-keys: fcm.problem.reserved-key',
      'values: fcm.problem.ttl-range',
      'registered: fcm.check.registered.unregistered',
    ]);
    expect(answer.verdict).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });
  it('lists every mistake of shape in one BadRequest, as Google words it', () => {
    const body = { message: message({ data: { a: 'ok', b: 12 }, tokens: [], android: { priority: 'URGENT' } }) };
    const violations = [
      { field: 'message.data[1].value', description: `Invalid value at 'message.data[1].value' (TYPE_STRING), 12` },
      {
        field: 'message',
        description: `Invalid JSON payload received. Unknown name "tokens" at 'message': Cannot find field.`,
      },
      {
        field: 'message.android.priority',
        description:
          `Invalid value at 'message.android.priority' ` +
          `(type.googleapis.com/google.firebase.fcm.v1.AndroidConfig.AndroidMessagePriority), "URGENT"`,
      },
    ];
    expect(errorOf(send(body))).toEqual({
      code: 400,
      message: violations.map(({ description }) => description).join('\n'),
      status: 'INVALID_ARGUMENT',
      details: [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations }],
    });
  });
  it('says the same thing once', () => {
    const android = { ttl: '-1s', notification: { color: 'red' } };
    const answer = send({ message: message({ android }) });
    expect(failures(answer)).toHaveLength(2);
    expect(errorOf(answer)['message']).toBe('Request contains an invalid argument.');
  });
  it('makes no check that needs what could not be read', () => {
    expect(outcomes(send('{'))).toMatchObject({
      json: 'failed',
      fields: 'not-reached',
      size: 'not-reached',
      registered: 'not-reached',
    });
    expect(outcomes(send({ message: 7 }))).toMatchObject({
      fields: 'failed',
      target: 'not-reached',
      size: 'not-reached',
    });
  });
});

describe('fcm gateway: addresses', () => {
  const rows: [string, string, number, string][] = [
    ['/nowhere', 'POST', 404, 'path: fcm.check.path.unknown'],
    ['/fcm/send', 'POST', 404, 'path: fcm.check.path.retired-send'],
    ['/batch', 'POST', 404, 'path: fcm.check.path.retired-batch'],
    ['/iid/v1:batchAdd', 'POST', 404, 'path: fcm.check.path.topics'],
    [`/v1/projects/${projectId}/registrations`, 'POST', 404, 'path: fcm.check.path.topics'],
    ['/v1/projects//messages:send', 'POST', 404, 'path: fcm.check.path.unknown'],
    [`/v1/projects/${projectId}/messages:send`, 'GET', 405, 'method: fcm.check.method.other'],
    ['/token', 'GET', 405, 'method: fcm.check.method.other'],
  ];
  it.each(rows)('%s by %s is %i with a page', (path, method, status, reason) => {
    const answer = send({ message: message() }, {}, { path, method });
    expect(failures(answer)).toEqual([reason]);
    expect(answer.verdict).toMatchObject({ accepted: false, status, code: `HTTP_${status}` });
    expect(answer.reply.headers).toContainEqual(['content-type', 'text/html; charset=UTF-8']);
    const reading = fcm.sender.read(sendCapture({ message: message() }), answer.reply);
    expect([reading.outcome, reading.code]).toEqual(['rejected', `HTTP_${status}`]);
  });
  it('shows no path as markup', () => {
    const page = fromBytes(send('', {}, { path: '/<script>alert(1)</script>' }).reply.body);
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script>');
  });
  it('takes an encoded project and colon', () => {
    const path = '/v1/projects/example.com%3Aproj/messages%3Asend';
    expect(send({ message: message() }, {}, { path }).vendorMessageId).toMatch(/^projects\/example\.com:proj\//);
  });
});

describe('fcm gateway: strict mode and quota', () => {
  const usage = (used: number, startedAtMs = nowMs - 20_000): FcmMemory => ({
    issued: new Map(),
    usage: new Map([[projectId, { used, startedAtMs }]]),
  });
  it('answers 429 when the minute of the project is used up', () => {
    const answer = send({ message: message() }, { memory: usage(600_000) });
    expect(failures(answer)).toEqual(['quota: fcm.check.quota.exhausted']);
    expect(answer.verdict).toMatchObject({ status: 429, code: 'QUOTA_EXCEEDED' });
    expect(detailTypes(answer)).toEqual(['QuotaFailure', 'FcmError']);
    expect(answer.reply.headers).toContainEqual(['retry-after', '40']);
    const reading = fcm.sender.read(sendCapture({ message: message() }), answer.reply);
    expect(reading).toMatchObject({ code: 'QUOTA_EXCEEDED', retryAfterMs: 40_000 });
    expect(answer.memory).toEqual(usage(600_000));
  });
  it('takes the last one, counts refused ones, and refills whole', () => {
    expect(send({ message: message() }, { memory: usage(599_999) }).verdict.accepted).toBe(true);
    expect(send('{', { memory: usage(5) }).memory.usage.get(projectId)?.used).toBe(6);
    const later = send({ message: message() }, { memory: usage(600_000, nowMs - 60_000) });
    expect(later.memory.usage.get(projectId)).toEqual({ startedAtMs: nowMs, used: 1 });
  });
  it('counts each project for itself, and keeps a hundred', () => {
    let memory: FcmMemory = usage(600_000);
    for (let index = 0; index < 150; index += 1) {
      const path = `/v1/projects/project-${index}/messages:send`;
      const answer = send({ message: message() }, { memory }, { path });
      expect(answer.verdict.accepted).toBe(true);
      // The first project keeps sending, so it is not the one to be forgotten.
      ({ memory } = send({ message: message() }, { memory: answer.memory }));
    }
    expect(memory.usage.size).toBe(100);
    expect(memory.usage.get(projectId)?.used).toBe(600_000);
  });
  it('knows tokens of the workspace only, when strict', () => {
    const strict = (token: string) => failures(send({ message: message({ token }) }, { mode: 'strict' })).slice(1);
    expect(strict(deviceToken)).toEqual([]);
    expect(strict(foreignToken)).toEqual(['registered: fcm.check.registered.unknown']);
    expect(strict('odd')).toEqual([
      'token-shape: fcm.check.token-shape.not-fcm',
      'registered: fcm.check.registered.unknown',
    ]);
  });
  it('knows projects of the workspace only, when strict', () => {
    const over = { path: '/v1/projects/other-1/messages:send' };
    expect(outcomes(send({ message: message() }, {}, over))).toMatchObject({ project: 'unverified' });
    const byNumber = send({ message: message() }, {}, { path: '/v1/projects/123456789012/messages:send' });
    expect(byNumber.verdict.checks.find(({ id }) => id === 'project')?.phrase.id).toBe('fcm.check.project.number');
  });
});
