import { describe, expect, it } from 'vitest';
import { toBytes } from '../kit/text.ts';
import { sender } from './sender.ts';
import { capture, deadRegId, regId } from './samples.ts';

const reply = (body: unknown, status = 200) => ({
  status,
  headers: [],
  body: toBytes(typeof body === 'string' ? body : JSON.stringify(body)),
});
const read = (body: unknown, status = 200) => sender.read(capture(), reply(body, status));

describe('reading answers', () => {
  it('success names the message', () => {
    expect(read({ result: 'ok', trace_id: 'Xcm10b', code: 0, data: { id: 'scm10b', day_quota: '20000' } })).toEqual({
      outcome: 'accepted',
      code: null,
      vendorMessageId: 'scm10b',
      targets: [{ token: regId, outcome: 'accepted', reason: null }],
      dropToken: false,
      retryAfterMs: null,
    });
  });
  it('takes the trace id where there is no message id', () => {
    expect(read({ code: 0, trace_id: 'Xcm10b', data: {} }).vendorMessageId).toBe('Xcm10b');
    expect(read({ code: 0 }).vendorMessageId).toBeNull();
  });
  it('HTTP 200 with a code is a refusal', () => {
    const body = { result: 'error', reason: 'Invalid application credential.', code: 21301 };
    expect(read(body)).toMatchObject({ outcome: 'rejected', code: '21301', targets: [{ reason: '21301' }] });
  });
  it('a code with HTTP 503 is a refusal too', () => {
    expect(read({ code: -1 }, 503)).toMatchObject({ outcome: 'rejected', code: '-1' });
  });
  it.each([
    ['<html>', 200],
    ['[]', 200],
    ['{}', 200],
    [{ code: 0 }, 500],
  ] as const)('%j with %d is unreadable', (body, status) => {
    expect(read(body, status)).toMatchObject({ outcome: 'unreadable', code: null });
  });
  it('bad ids make a success partial, all of them a refusal', () => {
    const sent = capture({ registration_id: `${regId},${deadRegId}` });
    const answer = (bad: string) => sender.read(sent, reply({ code: 0, data: { id: 'x', bad_regids: bad } }));
    expect(answer(deadRegId)).toMatchObject({ outcome: 'partly-accepted', code: null });
    expect(answer(`${regId},${deadRegId}`)).toMatchObject({ outcome: 'rejected', code: '20301' });
  });
  it('a batch answer may name those over the quota', () => {
    const messages = JSON.stringify([{ target: regId, message: {} }]);
    const sent = {
      ...capture(),
      path: '/v2/multi_messages/regids',
      body: toBytes(`messages=${encodeURIComponent(messages)}`),
    };
    const answer = reply({ code: 0, data: { id: 'x', channel_exceed_quota: [regId] } });
    expect(sender.read(sent, answer)).toMatchObject({
      outcome: 'rejected',
      targets: [{ token: regId, reason: '200001' }],
    });
  });
  it('a push to an alias has no tokens', () => {
    expect(sender.read(capture({ alias: 'a' }, { path: '/v3/message/alias' }), reply({ code: 0 })).targets).toEqual([]);
  });
});
