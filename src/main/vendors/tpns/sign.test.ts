import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/index.ts';
import { utf8Length } from '../kit/text.ts';
import { auth, packKey, unpackKey } from './auth.ts';
import { credential, facts, nowMs, secretKey } from './samples.ts';
import { basicOf, findSignMistake, signBody } from './sign.ts';

const official = { accessId: '1500001048', timestamp: '1565314789' };
const officialKey = '1452fcebae9f3115ba794fb0fff2fd73';
const officialBody =
  '{"audience_type": "account","platform": "android","message": {"title": "test title","content": "test content","android": { "action": {"action_type": 3,"intent": "xgscheme://com.xg.push/notify_detail?param1=xg"}}},"message_type": "notify","account_list": ["5822f0eee44c3625ef0000bb"] }';
const own = {
  accessId: '1500000001',
  timestamp: '1700000000',
  body: '{"audience_type":"token","token_list":["036fa0000000000000000000000000000001"],"message_type":"notify","message":{"title":"Denny","content":"Hi 你好"}}',
};

describe('tpns: the signature', () => {
  it('is that of Tencent’s sample, with the platform its printed body lacks', () => {
    expect(signBody({ ...official, body: officialBody }, officialKey)).toBe(
      'Y2QyMDc3NDY4MmJmNzhiZmRiNDNlMTdkMWQ1ZDU2YjNlNWI3ODlhMTY3MGZjMTUyN2VmNTRjNjVkMmQ3Yjc2ZA==',
    );
  });
  it('is another one for the body as printed', () => {
    expect(signBody({ ...official, body: officialBody.replace('"platform": "android",', '') }, officialKey)).toBe(
      'MDlmMDdkMmE1MThhODgxNGUzNjlkY2Q5NTM0ZjEwYjhhMjlkMTI4NTMxYTE5YWRhYTI4Y2IyNDc2MDVjMWU4NA==',
    );
  });
  it('is over the UTF-8 bytes', () => {
    expect(utf8Length(own.body)).toBe(153);
    expect(signBody(own, secretKey)).toBe(
      'MjQ4NGUyYTUwNDFmOTUwNjk4NzJmMDQ3YTkzN2M1NTBmODZkMmRkNThmY2FjOGE1NTk5Yzc2YmE5NWUwMGQ3OA==',
    );
    expect(findSignMistake(signBody(own, secretKey), own, secretKey, '')).toBeNull();
  });
  it('basic', () => {
    expect(basicOf('1500000001', secretKey)).toBe('Basic MTUwMDAwMDAwMTowMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZg==');
  });
  const hex = '2484e2a5041f95069872f047a937c550f86d2dd58fcac8a5599c76ba95e00d78';
  it.each([
    ['raw-base64', 'JITipQQflQaYcvBHqTfFUPhtLdWPysilWZx2upXgDXg='],
    ['hex', hex],
    ['upper-hex', Buffer.from(hex.toUpperCase()).toString('base64')],
    ['rewritten-body', signBody({ ...own, body: JSON.stringify(JSON.parse(own.body), null, 2) }, secretKey)],
    ['id-first', signBody({ ...own, accessId: own.timestamp, timestamp: own.accessId }, secretKey)],
    ['no-time', signBody({ ...own, timestamp: '' }, secretKey)],
    ['no-body', signBody({ ...own, body: '' }, secretKey)],
    ['access-key', signBody(own, 'A1B2C3D4E5F6')],
    ['other', signBody(own, 'x')],
  ])('names a wrong one: %s', (why, given) => {
    expect(findSignMistake(given, own, secretKey, 'A1B2C3D4E5F6')).toBe(why);
  });
  it('knows a body that was written compactly before it was signed', () => {
    const spaced = { ...own, body: own.body.replaceAll(',"', ', "') };
    expect(findSignMistake(signBody(own, secretKey), spaced, secretKey, '')).toBe('rewritten-body');
  });
});

describe('tpns: credentials', () => {
  it('sign with moment and SecretKey, made anew for each request', () => {
    const plan = auth.plan(credential, 'https://a.example');
    if (plan.kind !== 'signed') throw new Error(plan.kind);
    const made = plan.make(nowMs);
    expect(unpackKey(made.value)).toEqual({ timestamp: String(nowMs / 1000), secretKey });
    expect(made.renewAtMs).toBe(nowMs);
    expect(plan.cacheKey).not.toContain(secretKey);
    expect(unpackKey(packKey(1999, 'a b'))).toEqual({ timestamp: '1', secretKey: 'a b' });
  });
  it('are keys of TPNS, with their secret', () => {
    expect(() => auth.plan({ ...credential, secret: {} }, '')).toThrow(AppError);
    expect(() => auth.plan({ ...credential, facts: { ...facts, vendor: 'fcm' } }, '')).toThrow(AppError);
  });
  it('name values in the wrong field', () => {
    const check = (name: string, value: string) =>
      auth.form?.find((one) => one.name === name)?.check(value)?.id ?? null;
    expect([
      check('accessId', '1500000001'),
      check('secretKey', secretKey),
      check('accessKey', 'A1B2C3D4E5F6'),
      check('region', 'sh'),
    ]).toEqual([null, null, null, null]);
    expect([check('accessKey', ''), check('region', '')]).toEqual([null, null]);
    expect(check('accessId', '2200000001')).toBe('tpns.field.access-id');
    expect(check('accessId', ' 1500000001')).toBe('tpns.field.spaces');
    expect(check('secretKey', 'A1B2C3D4E5F6')).toBe('tpns.field.access-key-as-secret');
    expect(check('secretKey', '1500000001')).toBe('tpns.field.access-id-as-secret');
    expect(check('secretKey', 'a b')).toBe('tpns.field.spaces');
    expect(check('accessKey', secretKey)).toBe('tpns.field.access-key');
    expect(check('region', 'mars')).toBe('tpns.field.region');
    expect(auth.form?.filter((one) => one.secret).map((one) => one.name)).toEqual(['secretKey']);
  });
});
