import { describe, expect, it } from 'vitest';
import { isAppError } from '../../../shared/contract/errors.ts';
import { auth, form } from './auth.ts';
import { appSecret, credential, facts, mustHaveWords, nowMs } from './samples.ts';

const mistake = (name: string, value: string): string | null => {
  const found = form.find((field) => field.name === name)?.check(value) ?? null;
  if (found) mustHaveWords([found]);
  return found?.id ?? null;
};

describe('the form', () => {
  it.each([
    ['packageName', 'com.example.im', null],
    ['packageName', 'im', 'xiaomi.field.package-form'],
    ['appId', '2882303761517000001', null],
    ['appId', '', null],
    ['appId', 'abc', 'xiaomi.field.not-digits'],
    ['appSecret', appSecret, null],
    ['appSecret', ` ${appSecret} `, null],
    ['appSecret', '', 'xiaomi.field.secret-empty'],
    ['appSecret', `key=${appSecret}`, 'xiaomi.field.secret-with-key'],
    ['appSecret', '5821700000001', 'xiaomi.field.secret-is-digits'],
    ['appSecret', 'AppSecret Example', 'xiaomi.field.secret-with-space'],
    ['appSecret', '<secret>', 'xiaomi.field.secret-form'],
    ['privateChannelIds', '100001, 100002', null],
    ['privateChannelIds', '100001;100002', 'xiaomi.field.list-form'],
  ])('%s «%s» → %s', (name, value, expected) => {
    expect(mistake(name, value)).toBe(expected);
  });
  it('asks for exactly one secret', () => {
    expect(form.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(['appSecret']);
  });
});

describe('authentication', () => {
  it('sends the AppSecret itself, and another one under another key', () => {
    const plan = auth.plan(credential, 'https://api.xmpush.xiaomi.com');
    const other = auth.plan({ ...credential, secret: { appSecret: 'AnotherSecret==' } }, '');
    expect(plan.kind === 'signed' ? plan.make(nowMs).value : '').toBe(appSecret);
    expect(plan.cacheKey).not.toBe(other.cacheKey);
    expect(plan.cacheKey).not.toContain(appSecret);
  });
  it('refuses a credential without secret, and one of another vendor', () => {
    const codeOf = (run: () => unknown): unknown => {
      try {
        run();
      } catch (error) {
        return isAppError(error) ? error.code : error;
      }
      return null;
    };
    expect(codeOf(() => auth.plan({ ...credential, secret: {} }, ''))).toBe('credential.unsupported');
    const other = { ...credential, facts: { ...facts, vendor: 'oppo' as const } };
    expect(codeOf(() => auth.plan(other, ''))).toBe('credential.unsupported');
  });
});
