import { describe, expect, it } from 'vitest';
import { toBytes } from '../kit/text.ts';
import { regId, unicast } from './samples.ts';
import { sender } from './sender.ts';

const read = (body: unknown, status = 200) =>
  sender.read(unicast(), {
    status,
    headers: [],
    body: toBytes(typeof body === 'string' ? body : JSON.stringify(body)),
  });

describe('reading answers', () => {
  it('success names the message', () => {
    expect(read({ code: 0, message: 'Success', data: { messageId: '3000001-1-1-65a0c2' } })).toEqual({
      outcome: 'accepted',
      code: null,
      vendorMessageId: '3000001-1-1-65a0c2',
      targets: [{ token: regId, outcome: 'accepted', reason: null }],
      dropToken: false,
      retryAfterMs: null,
    });
  });
  it('HTTP 200 with a code is a refusal, a code with 503 as well', () => {
    const refused = {
      outcome: 'rejected',
      code: '10000',
      targets: [{ token: regId, reason: '10000' }],
      dropToken: false,
    };
    expect(read({ code: 10000, message: 'registration_id格式不正确' })).toMatchObject(refused);
    expect(read({ code: -1, message: 'Service Currently Unavailable' }, 503)).toMatchObject({
      outcome: 'rejected',
      code: '-1',
    });
  });
  it('a refused token is not used again', () => {
    expect(read({ code: 11, message: 'Invalid AuthToken' }).dropToken).toBe(true);
  });
  it.each([
    ['<html>', 200],
    ['[]', 200],
    ['{}', 200],
    [{ code: 0 }, 500],
  ] as const)('%j with %d is unreadable', (body, status) => {
    expect(read(body, status)).toMatchObject({ outcome: 'unreadable', code: null });
  });
});
