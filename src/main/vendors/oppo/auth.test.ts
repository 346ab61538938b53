import { describe, expect, it } from 'vitest';
import { isAppError } from '../../../shared/contract/errors.ts';
import { formValue, readForm } from '../kit/form.ts';
import { toBytes } from '../kit/text.ts';
import { auth, form, signature } from './auth.ts';
import { appKey, credential, facts, masterSecret, mustHaveWords, nowMs } from './samples.ts';

const origin = 'https://api.push.oppomobile.com';
const planOf = () => {
  const plan = auth.plan(credential, origin);
  if (plan.kind !== 'fetched') throw new Error('OPPO fetches its token');
  return plan;
};
const answer = (body: unknown, status = 200) => ({
  status,
  headers: [],
  body: toBytes(typeof body === 'string' ? body : JSON.stringify(body)),
});

describe('the signature', () => {
  it('is the worked one', () => {
    expect(signature(appKey, '1700000000000', masterSecret)).toBe(
      '4020410fc38cb0f21b40a4e384a3a655b397a6951de451798f6c32aa4b9e5fcd',
    );
  });
  it('goes with the auth request, in milliseconds', () => {
    const request = planOf().request(1_700_000_000_000);
    expect(request).toMatchObject({ method: 'POST', path: '/server/v1/auth' });
    const pairs = readForm(request.body) ?? [];
    expect(pairs).toEqual([
      ['app_key', appKey],
      ['timestamp', '1700000000000'],
      ['sign', '4020410fc38cb0f21b40a4e384a3a655b397a6951de451798f6c32aa4b9e5fcd'],
    ]);
    expect(formValue(pairs, 'master_secret')).toBeUndefined();
  });
});

describe('the answer', () => {
  const dayMs = 86_400_000;
  const read = (body: unknown, status = 200) => planOf().read(answer(body, status), nowMs);
  const token = (createTime: unknown) => ({
    code: 0,
    message: 'Success',
    data: { auth_token: 't', create_time: createTime },
  });
  it('gives a token for a day, counted from its making', () => {
    const made = nowMs - 3_600_000;
    expect(read(token(made))).toEqual({
      ok: true,
      token: { value: 't', expiresAtMs: made + dayMs, renewAtMs: made + dayMs - 60_000 },
    });
  });
  it.each([[undefined], ['1'], [nowMs - 2 * dayMs], [nowMs + 1]])(
    'counts from now when create_time is %s',
    (createTime) => {
      expect(read(token(createTime))).toMatchObject({ token: { expiresAtMs: nowMs + dayMs } });
    },
  );
  it('is not asked for again within a minute, though the old token comes back', () => {
    expect(read(token(nowMs - dayMs + 1000))).toMatchObject({ token: { renewAtMs: nowMs + 60_000 } });
  });
  it('a code is a refusal, anything else is unreadable', () => {
    expect(read({ code: 16, message: 'Invalid Signature' })).toEqual({ ok: false, code: '16', outcome: 'rejected' });
    for (const [body, status] of [
      ['<html>', 502],
      ['[]', 200],
      [{ code: 0 }, 200],
      [{ code: 0, data: { auth_token: '' } }, 200],
    ] as const)
      expect(read(body, status)).toEqual({ ok: false, code: `HTTP_${status}`, outcome: 'unreadable' });
  });
});

describe('the plan', () => {
  it('keeps tokens of another secret and another host apart, and shows no secret', () => {
    const other = auth.plan({ ...credential, secret: { masterSecret: 'another-master-secret' } }, origin);
    const elsewhere = auth.plan(credential, 'https://api-intl.push.oppomobile.com');
    const keys = [planOf().cacheKey, other.cacheKey, elsewhere.cacheKey];
    expect(new Set(keys).size).toBe(3);
    expect(keys.join()).not.toContain(masterSecret);
    expect(planOf().origin).toBeNull();
  });
  it('needs AppKey and MasterSecret of OPPO', () => {
    const codeOf = (run: () => unknown): unknown => {
      try {
        run();
      } catch (error) {
        return isAppError(error) ? error.code : error;
      }
      return null;
    };
    for (const wrong of [
      { ...credential, secret: { appSecret: 'x' } },
      { ...credential, facts: { ...facts, values: {} } },
      { ...credential, facts: { ...facts, vendor: 'vivo' as const } },
    ])
      expect(codeOf(() => auth.plan(wrong, origin))).toBe('credential.unsupported');
  });
});

describe('the form', () => {
  it.each([
    ['appKey', appKey, null],
    ['appKey', '', 'key-empty'],
    ['appKey', '3000001', 'key-is-app-id'],
    ['appKey', 'a b', 'key-form'],
    ['masterSecret', masterSecret, null],
    ['masterSecret', '', 'secret-empty'],
    ['masterSecret', `${masterSecret}\n${appKey}`, 'secret-with-space'],
    ['masterSecret', 'x', 'secret-form'],
    ['appSecret', '', null],
    ['appSecret', 'x', 'secret-form'],
    ['appId', 'a', 'not-digits'],
    ['packageName', 'im', 'package-form'],
    ['privateChannelIds', 'a b', 'list-form'],
    ['privateChannelIds', 'tuikit, chat', null],
  ])('%s «%s» → %s', (name, value, mistake) => {
    const found = form.find((field) => field.name === name)?.check(value) ?? null;
    if (found) mustHaveWords([found]);
    expect(found?.id ?? null).toBe(mistake === null ? null : `oppo.field.${mistake}`);
  });
  it('hides both secrets', () => {
    expect(form.filter(({ secret }) => secret).map(({ name }) => name)).toEqual(['masterSecret', 'appSecret']);
  });
});
