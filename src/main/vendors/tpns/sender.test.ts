import { describe, expect, it } from 'vitest';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { WireRequest } from '../vendor.ts';
import { body, dead, packed, secretKey, target, timestamp, token, without } from './samples.ts';
import { sender } from './sender.ts';
import { basicOf, signBody } from './sign.ts';

const build = (payload: unknown, options: Record<string, string> = {}, key: string | null = packed): WireRequest => {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const request = sender.request({ payload: text, options }, target, key);
  if ('unusable' in request) throw new Error(request.unusable.code);
  return request;
};
const reply = (content: unknown, status = 200) => ({ status, headers: [], body: toBytes(JSON.stringify(content)) });

describe('tpns: requests', () => {
  it('sign the draft byte for byte', () => {
    const text = JSON.stringify(body(), null, 1);
    const request = build(text);
    expect(fromBytes(request.body)).toBe(text);
    expect(request).toMatchObject({ method: 'POST', path: '/v3/push/app' });
    expect(request.headers).toEqual([
      ['content-type', 'application/json'],
      ['accessid', '1500000001'],
      ['timestamp', timestamp],
      ['sign', signBody({ accessId: '1500000001', timestamp, body: text }, secretKey)],
    ]);
  });
  it('or go with Basic, or unsigned before a secret is open', () => {
    expect(build(body(), { auth: 'basic' }).headers).toContainEqual([
      'authorization',
      basicOf('1500000001', secretKey),
    ]);
    expect(build(body(), {}, null).headers).toEqual([['content-type', 'application/json']]);
  });
  it('put in the phone when no token is named', () => {
    expect(JSON.parse(fromBytes(build(without('token_list')).body) ?? '')).toEqual(body());
    const all = { ...without('token_list'), audience_type: 'all' };
    expect(JSON.parse(fromBytes(build(all).body) ?? '')).toEqual(all);
  });
  it('need JSON and an Access ID', () => {
    const to = (payload: string, credential = target.credential) =>
      sender.request({ payload, options: {} }, { ...target, credential }, packed);
    expect(to('{')).toMatchObject({ unusable: { code: 'tpns.not-json' } });
    expect(to('[]')).toMatchObject({ unusable: { code: 'tpns.not-object' } });
    expect(to('{}', null)).toMatchObject({ unusable: { code: 'tpns.no-app' } });
  });
});

describe('tpns: answers', () => {
  const one = build(body());
  const two = build(body({ audience_type: 'token_list', token_list: [token, dead] }));
  it('reads success', () => {
    const answer = reply({ seq: 0, push_id: '427184209', ret_code: 0, environment: 'dev', err_msg: '', result: '[0]' });
    expect(sender.read(one, answer)).toMatchObject({
      outcome: 'accepted',
      code: null,
      vendorMessageId: '427184209',
      targets: [{ token, outcome: 'accepted', reason: null }],
    });
  });
  it('HTTP 200 with a code inside is a failure', () => {
    expect(sender.read(one, reply({ ret_code: 1_008_003, push_id: '' }))).toMatchObject({
      outcome: 'rejected',
      code: '1008003',
      vendorMessageId: null,
      targets: [{ token, outcome: 'rejected', reason: '1008003' }],
    });
  });
  it('reads invalid_targe_list, as the real API spells it', () => {
    expect(sender.read(two, reply({ ret_code: 0, push_id: '1', invalid_targe_list: [dead] }))).toMatchObject({
      outcome: 'partly-accepted',
      code: '1008029',
      targets: [
        { token, outcome: 'accepted' },
        { token: dead, outcome: 'rejected', reason: '1008029' },
      ],
    });
    expect(sender.read(two, reply({ ret_code: 0, invalid_targe_list: [dead, token] })).outcome).toBe('rejected');
  });
  it('reads ids of repeating pushes, and codes as text', () => {
    expect(sender.read(one, reply({ ret_code: '0', push_id: ['1', '2'] })).vendorMessageId).toBe('1,2');
    expect(sender.read(one, reply({ ret_code: '10010005' })).code).toBe('10010005');
  });
  it.each([
    [503, '{"ret_code":1008004}', 'rejected', '1008004'],
    [404, '', 'rejected', 'HTTP_404'],
    [502, '<html>', 'unreadable', null],
    [200, '{}', 'unreadable', null],
  ])('status %i with %s', (status, text, outcome, code) => {
    expect(sender.read(one, { status, headers: [], body: toBytes(text) })).toMatchObject({ outcome, code });
  });
});
