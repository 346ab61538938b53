import { describe, expect, it } from 'vitest';
import { toBytes } from '../kit/text.ts';
import type { AuthPlan } from '../vendor.ts';
import { auth } from './auth.ts';
import { credential, facts, nowMs } from './samples.ts';
import { findSignMistake, signAuth } from './sign.ts';

const parts = {
  appId: '100001',
  appKey: 'a1b2c3d4-0000-4000-8000-000000000001',
  timestamp: '1700000000000',
  appSecret: 's3cr3t-0000-4000-8000-000000000002',
};
const fetched = (plan: AuthPlan) => {
  if (plan.kind !== 'fetched') throw new Error(plan.kind);
  return plan;
};
const plan = fetched(auth.plan(credential, 'https://127.0.0.1:8926'));
const reply = (body: unknown, status = 200) => ({
  status,
  headers: [],
  body: toBytes(typeof body === 'string' ? body : JSON.stringify(body)),
});

describe('vivo: the signature', () => {
  it('is that of the worked example', () => {
    expect(signAuth(parts)).toBe('f8a0f9a2d03bd303bf5ed349c5505025');
    expect(findSignMistake('f8a0f9a2d03bd303bf5ed349c5505025', parts)).toBeNull();
  });
  it.each([
    ['upper-case', 'F8A0F9A2D03BD303BF5ED349C5505025'],
    ['other', 'f8a0f9a2d03bd303bf5ed349c5505026'],
    ['no-secret', signAuth({ ...parts, appSecret: '' })],
    ['key-as-secret', signAuth({ ...parts, appSecret: parts.appKey })],
    ['seconds', signAuth({ ...parts, timestamp: '1700000000' })],
    ['key-first', signAuth({ ...parts, appId: parts.appKey, appKey: parts.appId })],
    ['secret-before-time', signAuth({ ...parts, timestamp: parts.appSecret, appSecret: parts.timestamp })],
    ['separators', signAuth({ ...parts, appId: '100001&', appKey: `${parts.appKey}&`, timestamp: '1700000000000&' })],
    [
      'secret-first',
      signAuth({ appId: parts.appSecret, appKey: parts.appId, timestamp: parts.appKey, appSecret: parts.timestamp }),
    ],
  ])('names a wrong one: %s', (why, sign) => {
    expect(findSignMistake(sign, parts)).toBe(why);
  });
});

describe('vivo: the token request', () => {
  it('carries the four values, signed with the very timestamp', () => {
    const request = plan.request(1_700_000_000_000);
    expect(request).toMatchObject({ method: 'POST', path: '/message/auth' });
    expect(JSON.parse(Buffer.from(request.body).toString())).toEqual({
      appId: 100001,
      appKey: parts.appKey,
      timestamp: 1_700_000_000_000,
      sign: 'f8a0f9a2d03bd303bf5ed349c5505025',
    });
    expect(Buffer.from(request.body).toString()).not.toContain(parts.appSecret);
  });
  it('goes where the push goes, and is shared by appId and place', () => {
    expect(plan.origin).toBeNull();
    expect(plan.cacheKey).not.toBe(fetched(auth.plan(credential, 'https://api-push.vivo.com.cn')).cacheKey);
  });
  it('renews after an hour and knows the day', () => {
    expect(plan.read(reply({ result: 0, desc: 'ok', authToken: 't' }), nowMs)).toEqual({
      ok: true,
      token: { value: 't', renewAtMs: nowMs + 3_600_000, expiresAtMs: nowMs + 86_400_000 },
    });
  });
  it.each([
    [reply({ result: 10206, desc: 'x' }), '10206', 'rejected'],
    [reply('<html>', 502), 'HTTP_502', 'unreadable'],
    [reply({ result: 0, desc: 'x' }), 'HTTP_200', 'unreadable'],
    [reply({ result: '0', authToken: 't' }), 'HTTP_200', 'unreadable'],
    [reply('[]'), 'HTTP_200', 'unreadable'],
  ])('takes no other answer for a token', (response, code, outcome) => {
    expect(plan.read(response, nowMs)).toEqual({ ok: false, code, outcome });
  });
  it('wants the keys of vivo, with their secret', () => {
    expect(() => auth.plan({ ...credential, secret: {} }, '')).toThrow(
      expect.objectContaining({ code: 'credential.unsupported' }),
    );
    expect(() => auth.plan({ ...credential, facts: { ...facts, vendor: 'oppo' } }, '')).toThrow(
      expect.objectContaining({ code: 'credential.unsupported' }),
    );
  });
});

describe('vivo: the form', () => {
  const check = (name: string, value: string) => auth.form?.find((one) => one.name === name)?.check(value)?.id ?? null;
  it('takes good values', () => {
    expect([check('appId', '100001'), check('appKey', parts.appKey), check('appSecret', parts.appSecret)]).toEqual([
      null,
      null,
      null,
    ]);
  });
  it('names values in the wrong field', () => {
    expect(check('appId', parts.appKey)).toBe('vivo.field.app-id');
    expect(check('appKey', '100001')).toBe('vivo.field.looks-like-app-id');
    expect(check('appSecret', '100001')).toBe('vivo.field.looks-like-app-id');
    expect(check('appSecret', 'abc def')).toBe('vivo.field.spaces');
    expect(check('appId', '100001 ')).toBe('vivo.field.spaces');
  });
  it('keeps the AppSecret secret and nothing else', () => {
    expect(auth.form?.filter((one) => one.secret).map((one) => one.name)).toEqual(['appSecret']);
  });
});
