import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/contract/index.ts';
import { auth } from './auth.ts';
import { appSecret, credential, facts, nowMs } from './samples.ts';
import { encodeForm, fieldOf, findSignMistake, formFields, signForm, type Fields } from './sign.ts';

const messageJson =
  '{"noticeBarInfo":{"noticeMsgType":1,"title":"Denny","content":"Hi 你好"},"clickTypeInfo":{"clickType":0,"parameters":{"ext":"{\\"entity\\":{\\"sender\\":\\"denny\\"}}"}}}';
const fields: Fields = [
  ['appId', '100999'],
  ['pushIds', 'PUSHID_A,PUSHID_B'],
  ['messageJson', messageJson],
];
const over = (change: (value: string) => string): Fields =>
  fields.map(([name, value]) => [name, change(value)] as const);

describe('meizu: the signature', () => {
  it('is that of worked example A', () => {
    expect(
      signForm(
        [
          ['appId', '100999'],
          ['pushIds', 'PUSHID_A'],
        ],
        appSecret,
      ),
    ).toBe('7a142a1bee5fb54afadb561d5f1abd4e');
  });
  it('is that of worked example B, whatever the order and with sign left out', () => {
    expect(signForm(fields, appSecret)).toBe('134b47a09fe5870c5f2f004e5de02ecb');
    expect(signForm([['sign', 'x'], ...fields.toReversed()], appSecret)).toBe('134b47a09fe5870c5f2f004e5de02ecb');
  });
  it('is over what the form carries, once decoded', () => {
    const sent = encodeForm([...fields, ['sign', 'x']]);
    expect(sent.startsWith('appId=100999&pushIds=PUSHID_A%2CPUSHID_B&messageJson=%7B%22noticeBarInfo%22')).toBe(true);
    expect(signForm(formFields(sent), appSecret)).toBe('134b47a09fe5870c5f2f004e5de02ecb');
    expect(fieldOf(formFields(sent), 'sign')).toBe('x');
    expect(fieldOf(formFields(sent), 'no')).toBe('');
  });
  it('takes the right one', () =>
    expect(findSignMistake('134b47a09fe5870c5f2f004e5de02ecb', fields, appSecret)).toBeNull());
  const spaced = messageJson.replaceAll(/([,:])"/g, '$1 "').replaceAll(/:([[{\d])/g, ': $1');
  it.each<[string, string, Fields]>([
    ['upper-case', '134B47A09FE5870C5F2F004E5DE02ECB', fields],
    ['encoded', signForm(over(encodeURIComponent), appSecret), fields],
    [
      'encoded',
      signForm(
        over((value) => encodeURIComponent(value).replaceAll('%20', '+')),
        appSecret,
      ),
      fields,
    ],
    [
      'separators',
      signForm([['appId', `100999&messageJson=${messageJson}&pushIds=PUSHID_A,PUSHID_B`]], appSecret),
      fields,
    ],
    [
      'separators',
      signForm([['appId', `100999&messageJson=${messageJson}&pushIds=PUSHID_A,PUSHID_B&`]], appSecret),
      fields,
    ],
    ['unsorted', signForm([['appId', `100999pushIds=PUSHID_A,PUSHID_BmessageJson=${messageJson}`]], appSecret), fields],
    [
      'rewritten-json',
      signForm(fields, appSecret),
      fields.map(
        ([name, value]) => [name, name === 'messageJson' ? JSON.stringify(JSON.parse(value), null, 2) : value] as const,
      ),
    ],
    [
      'rewritten-json',
      signForm(
        fields.map(([name, value]) => [name, name === 'messageJson' ? '{"a": 1, "b": [1, 2]}' : value] as const),
        appSecret,
      ),
      [
        ['appId', '100999'],
        ['pushIds', 'PUSHID_A,PUSHID_B'],
        ['messageJson', '{"a":1,"b":[1,2]}'],
      ],
    ],
    ['without-message', signForm(fields.slice(0, 2), appSecret), fields],
    ['no-secret', signForm(fields, ''), fields],
    ['other', signForm(fields, 'f'.repeat(32)), fields],
    ['other', signForm([['messageJson', spaced]], appSecret), fields],
  ])('names a wrong one: %s', (why, given, sent) => {
    expect(findSignMistake(given, sent, appSecret)).toBe(why);
  });
});

describe('meizu: credentials', () => {
  it('sign with the AppSecret, asked for anew each time and never named', () => {
    const plan = auth.plan(credential, 'https://a.example');
    if (plan.kind !== 'signed') throw new Error(plan.kind);
    expect(plan.make(nowMs)).toEqual({ value: appSecret, renewAtMs: nowMs, expiresAtMs: nowMs });
    expect(plan.cacheKey).not.toContain(appSecret);
    const other = auth.plan({ ...credential, secret: { appSecret: 'x' } }, 'https://a.example');
    expect('cacheKey' in other && other.cacheKey).not.toBe(plan.cacheKey);
  });
  it('are keys of Meizu, with their secret', () => {
    expect(() => auth.plan({ ...credential, secret: {} }, '')).toThrow(AppError);
    expect(() => auth.plan({ ...credential, facts: { ...facts, vendor: 'vivo' } }, '')).toThrow(AppError);
  });
  it('name values in the wrong field', () => {
    const check = (name: string, value: string) =>
      auth.form?.find((one) => one.name === name)?.check(value)?.id ?? null;
    expect(check('appId', '100999')).toBeNull();
    expect(check('appSecret', appSecret)).toBeNull();
    expect(check('appId', appSecret)).toBe('meizu.field.app-id');
    expect(check('appId', '1 2')).toBe('meizu.field.spaces');
    expect(check('appSecret', '100999')).toBe('meizu.field.looks-like-app-id');
    expect(check('appSecret', 'a b')).toBe('meizu.field.spaces');
    expect(auth.form?.filter((one) => one.required).map((one) => one.name)).toEqual(['appId', 'appSecret']);
  });
});
