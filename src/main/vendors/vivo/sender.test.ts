import { describe, expect, it } from 'vitest';
import { toBytes } from '../kit/text.ts';
import type { WireRequest } from '../vendor.ts';
import { deadRegId, body, regId, target, without } from './samples.ts';
import { sender } from './sender.ts';

const build = (payload: unknown, options: Record<string, string> = {}): WireRequest => {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const request = sender.request({ payload: text, options }, target, 'tok');
  if ('unusable' in request) throw new Error(request.unusable.code);
  return request;
};
const jsonOf = ({ body: bytes }: WireRequest) => JSON.parse(Buffer.from(bytes).toString()) as unknown;
const reply = (content: unknown, status = 200) => ({ status, headers: [], body: toBytes(JSON.stringify(content)) });

describe('vivo: requests', () => {
  it('sends a complete body byte for byte', () => {
    const text = JSON.stringify(body(), null, 1);
    const request = build(text);
    expect(Buffer.from(request.body).toString()).toBe(text);
    expect(request).toMatchObject({ method: 'POST', path: '/message/send' });
    expect(request.headers).toContainEqual(['authtoken', 'tok']);
  });
  it('puts in the phone, the app and the test switch', () => {
    expect(jsonOf(build(without('regId')))).toEqual(body());
    expect(jsonOf(build(without('appId')))).toEqual(body());
    expect(jsonOf(build(body(), { pushMode: '1' }))).toEqual(body({ pushMode: 1 }));
    expect(jsonOf(build(body({ pushMode: 1 }), { pushMode: '0' }))).toEqual(body({ pushMode: 0 }));
  });
  it('leaves an alias alone', () => {
    const aliased = { ...without('regId'), alias: 'denny' };
    expect(jsonOf(build(aliased))).toEqual(aliased);
  });
  it('goes to the address that the draft names, and puts a phone only where one belongs', () => {
    const stored = without('regId');
    const at = (api: string, payload: unknown) => {
      const request = build(payload, { api });
      return [request.path, jsonOf(request)];
    };
    expect(at('/message/saveListPayload', stored)).toEqual(['/message/saveListPayload', stored]);
    expect(at('/message/all', stored)).toEqual(['/message/all', stored]);
    const list = { appId: 100001, taskId: '9', requestId: 'r' };
    expect(at('/message/pushToList', list)).toEqual(['/message/pushToList', { ...list, regIds: [regId] }]);
    const two = { ...list, regIds: [regId, deadRegId] };
    expect(at('/message/pushToList', two)).toEqual(['/message/pushToList', two]);
    expect(sender.request({ payload: '{}', options: { api: '/message/auth' } }, target, null)).toMatchObject({
      unusable: { code: 'vivo.unknown-api' },
    });
  });
  it('makes none of what is no JSON object', () => {
    expect(sender.request({ payload: '[', options: {} }, target, null)).toMatchObject({
      unusable: { code: 'vivo.not-json' },
    });
    expect(sender.request({ payload: '7', options: {} }, target, null)).toMatchObject({
      unusable: { code: 'vivo.not-object' },
    });
  });
  it('shows no authentication before there is one', () => {
    const request = sender.request({ payload: JSON.stringify(body()), options: {} }, target, null);
    expect('headers' in request && request.headers.map(([name]) => name)).toEqual(['content-type']);
  });
});

describe('vivo: answers', () => {
  const single = build(body());
  const list = {
    ...single,
    path: '/message/pushToList',
    body: toBytes(JSON.stringify({ taskId: '9', regIds: [regId, deadRegId] })),
  };
  it('reads success', () => {
    expect(sender.read(single, reply({ result: 0, desc: '请求成功', taskId: '542605147636' }))).toMatchObject({
      outcome: 'accepted',
      code: null,
      vendorMessageId: '542605147636',
      targets: [{ token: regId, outcome: 'accepted', reason: null }],
    });
  });
  it('HTTP 200 with a code inside is a failure', () => {
    const answer = reply({ result: 10302, desc: 'regId不合法', invalidUser: { status: 1, userid: regId } });
    expect(sender.read(single, answer)).toMatchObject({
      outcome: 'rejected',
      code: '10302',
      targets: [{ token: regId, outcome: 'rejected', reason: '10302' }],
      dropToken: false,
    });
  });
  it('drops an authToken that vivo refuses', () => {
    expect(sender.read(single, reply({ result: 10000, desc: '' })).dropToken).toBe(true);
  });
  it('reads a list phone by phone', () => {
    const some = reply({ result: 0, desc: '', requestId: 'r', invalidUsers: [{ status: 2, userid: deadRegId }] });
    expect(sender.read(list, some)).toMatchObject({
      outcome: 'partly-accepted',
      targets: [
        { token: regId, outcome: 'accepted' },
        { token: deadRegId, outcome: 'rejected', reason: '10302' },
      ],
    });
    const all = reply({
      result: 0,
      desc: '',
      invalidUsers: [
        { status: 2, userid: deadRegId },
        { status: 1, userid: regId },
      ],
    });
    expect(sender.read(list, all).outcome).toBe('rejected');
  });
  it('reads userid as text or number', () => {
    const answer = reply({ result: 0, invalidUsers: [{ status: 1, userid: 15 }] });
    const request = { ...list, body: toBytes(JSON.stringify({ regIds: ['15', 'x'] })) };
    expect(sender.read(request, answer).targets.map(({ outcome }) => outcome)).toEqual(['rejected', 'accepted']);
  });
  it.each([
    [500, 'Internet server error!', 'rejected', 'HTTP_500'],
    [503, '', 'rejected', 'HTTP_503'],
    [502, '<html>', 'unreadable', null],
    [200, '{}', 'unreadable', null],
    [200, '{"result":"0"}', 'unreadable', null],
  ])('status %i with %s', (status, text, outcome, code) => {
    expect(sender.read(single, { status, headers: [], body: toBytes(text) })).toMatchObject({ outcome, code });
  });
});
