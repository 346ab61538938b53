import { describe, expect, it } from 'vitest';
import { fromBytes, toBytes } from '../kit/text.ts';
import type { WireRequest } from '../vendor.ts';
import { appSecret, at, deadPushId, form, message, pushId, target } from './samples.ts';
import { sender } from './sender.ts';
import { fieldOf, formFields, signForm } from './sign.ts';

const text = JSON.stringify(message());
const build = (options: Record<string, string> = {}, secret: string | null = appSecret): WireRequest => {
  const request = sender.request({ payload: text, options }, target, secret);
  if ('unusable' in request) throw new Error(request.unusable.code);
  return request;
};
const reply = (content: unknown, status = 200) => ({ status, headers: [], body: toBytes(JSON.stringify(content)) });

describe('meizu: requests', () => {
  it('are a signed form with messageJson byte for byte', () => {
    const request = build();
    const fields = formFields(fromBytes(request.body) ?? '');
    expect(request).toMatchObject({ method: 'POST', path: at('varnished/pushByPushId') });
    expect(fields.map(([name]) => name)).toEqual(['appId', 'pushIds', 'messageJson', 'sign']);
    expect(fieldOf(fields, 'messageJson')).toBe(text);
    expect(fieldOf(fields, 'pushIds')).toBe(pushId);
    expect(fieldOf(fields, 'sign')).toBe(signForm(fields, appSecret));
    expect(fromBytes(request.body)).not.toContain(appSecret);
  });
  it('go another way for pass-through, and unsigned before a secret is open', () => {
    expect(build({ mode: 'unvarnished' }).path).toBe(at('unvarnished/pushByPushId'));
    expect(fromBytes(build({}, null).body)).not.toContain('sign=');
  });
  it('name several phones where the draft does', () => {
    const fields = formFields(fromBytes(build({ pushIds: `${pushId}, ${deadPushId}` }).body) ?? '');
    expect(fieldOf(fields, 'pushIds')).toBe(`${pushId},${deadPushId}`);
    expect(fieldOf(fields, 'sign')).toBe(signForm(fields, appSecret));
  });
  it('half a surrogate pair goes out as UTF-8 has it, and is signed so', () => {
    const request = sender.request({ payload: '{"a":"\ud800"}', options: {} }, target, appSecret);
    if ('unusable' in request) throw new Error(request.unusable.code);
    const fields = formFields(fromBytes(request.body) ?? '');
    expect(fieldOf(fields, 'messageJson')).toBe('{"a":"\ufffd"}');
    expect(fieldOf(fields, 'sign')).toBe(signForm(fields, appSecret));
  });
  it('need JSON and an App ID', () => {
    const to = (payload: string, credential = target.credential) =>
      sender.request({ payload, options: {} }, { ...target, credential }, appSecret);
    expect(to('{')).toMatchObject({ unusable: { code: 'meizu.not-json' } });
    expect(to('[]')).toMatchObject({ unusable: { code: 'meizu.not-object' } });
    expect(to('{}', null)).toMatchObject({ unusable: { code: 'meizu.no-app' } });
  });
});

describe('meizu: answers', () => {
  const one = build();
  const two = { ...one, body: toBytes(form({ pushIds: `${pushId},${deadPushId}` })) };
  const ok = (value: unknown) => reply({ code: '200', message: '', value, redirect: '', msgId: 'c2ee' });
  it('reads success', () => {
    expect(sender.read(one, ok({}))).toMatchObject({
      outcome: 'accepted',
      code: null,
      vendorMessageId: 'c2ee',
      targets: [{ token: pushId, outcome: 'accepted', reason: null }],
    });
  });
  it('code 200 that names the phone is a failure', () => {
    expect(sender.read(one, ok({ '110002': [pushId] }))).toMatchObject({
      outcome: 'rejected',
      code: 'value.110002',
      targets: [{ token: pushId, outcome: 'rejected', reason: 'value.110002' }],
    });
  });
  it('reads many phone by phone', () => {
    expect(sender.read(two, ok({ '110003': [deadPushId] }))).toMatchObject({
      outcome: 'partly-accepted',
      code: 'value.110003',
      targets: [
        { token: pushId, outcome: 'accepted' },
        { token: deadPushId, outcome: 'rejected', reason: 'value.110003' },
      ],
    });
    expect(sender.read(two, ok({ '110003': [deadPushId], '520': [pushId] })).outcome).toBe('rejected');
  });
  it('takes a code as text or number', () => {
    expect(sender.read(one, reply({ code: 1006 })).code).toBe('1006');
    expect(sender.read(one, reply({ code: '110010', value: '' }))).toMatchObject({
      outcome: 'rejected',
      code: '110010',
    });
  });
  it.each([
    [503, '{"code":"1003"}', 'rejected', '1003'],
    [404, '', 'rejected', 'HTTP_404'],
    [502, '<html>', 'unreadable', null],
    [200, '{}', 'unreadable', null],
    [200, '[]', 'unreadable', null],
  ])('status %i with %s', (status, body, outcome, code) => {
    expect(sender.read(one, { status, headers: [], body: toBytes(body) })).toMatchObject({ outcome, code });
  });
});
