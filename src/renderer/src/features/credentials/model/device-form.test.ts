import { describe, expect, it } from 'vitest';
import {
  deviceForm,
  deviceProblems,
  newDevice,
  phoneState,
  platformsOf,
  reportedCredential,
  withLogin,
  withOwner,
  withPlatform,
  withTimes,
  withTokenState,
} from './device-form.ts';
import { accountCredential, app, device, keyCredential, vendor } from './samples.ts';

const apns = vendor({ id: 'apns', label: 'APNs', platforms: ['ios'] });
const fcm = vendor({ id: 'fcm', label: 'FCM', platforms: ['android'] });
const vendors = [apns, fcm];
const form = deviceForm(device());
const problems = (over: Partial<typeof form>, others = [device({ id: 'dev_2', token: 'CCDD', name: 'Other' })]) =>
  deviceProblems({ ...form, ...over }, { others, apps: [app()], vendors });

describe('a phone', () => {
  it('as stored has no problem', () => expect(problems({})).toEqual({}));
  it('a new one needs a name only', () =>
    expect(deviceProblems(newDevice('app_1', null), { others: [], apps: [app()], vendors })).toEqual({
      name: { id: 'credentials.problem.name', isMissing: true },
    }));
  it('needs a model', () =>
    expect(problems({ model: '' })).toEqual({ model: { id: 'credentials.problem.model', isMissing: true } }));
  it('needs an app that exists', () => {
    expect(problems({ appId: 'gone' })).toEqual({ appId: { id: 'credentials.problem.app', isMissing: false } });
    expect(problems({ appId: '' })).toEqual({ appId: { id: 'credentials.problem.app', isMissing: true } });
  });
  it('has a vendor of its platform', () =>
    expect(problems({ vendor: 'fcm' })).toEqual({ vendor: { id: 'credentials.problem.vendor' } }));
  it('has a token of its own; APNs does not know capitals', () =>
    expect(problems({ token: ' ccdd' })).toEqual({
      token: { id: 'credentials.problem.tokenTaken', params: { name: 'Other' } },
    }));
  it('may have none, like another one', () =>
    expect(problems({ token: null }, [device({ id: 'dev_2', token: null })])).toEqual({}));
  it('counts in whole numbers', () => {
    expect(problems({ unreadBase: Number.NaN })).toEqual({ unreadBase: { id: 'credentials.problem.unread' } });
    expect(problems({ certificateId: Number.NaN })).toEqual({
      certificateId: { id: 'credentials.problem.certificateId' },
    });
  });
});

describe('one choice that leads to others', () => {
  it('offers platforms that a vendor serves, and the one in use', () => {
    expect(platformsOf(vendors, 'ios')).toEqual(['ios', 'android']);
    expect(platformsOf(vendors, 'harmony')).toEqual(['ios', 'android', 'harmony']);
  });
  it('another platform brings vendor, model and version', () =>
    expect(withPlatform(form, 'android', vendors)).toEqual({
      platform: 'android',
      vendor: 'fcm',
      model: 'pixel-9',
      osVersion: '16',
    }));
  it('what was typed by hand stays', () =>
    expect(withPlatform({ ...form, model: 'my-phone', osVersion: '18.1' }, 'android', vendors)).toEqual({
      platform: 'android',
      vendor: 'fcm',
    }));
  it('the first owner logs in, a further one keeps the state', () => {
    expect(withOwner({ ...form, loginState: 'never' }, 'denny')).toEqual({ userId: 'denny', loginState: 'logged-in' });
    expect(withOwner({ ...form, loginState: 'kicked' }, 'denny')).toEqual({ userId: 'denny' });
    expect(withOwner(form, null)).toEqual({ userId: null, loginState: 'never', appState: 'killed' });
  });
  it('without a login no session is open', () => {
    expect(withLogin('kicked')).toEqual({ loginState: 'kicked', appState: 'killed' });
    expect(withLogin('logged-in')).toEqual({ loginState: 'logged-in' });
  });
  it('a token dies at a time and revives without one', () => {
    expect(withTokenState(form, 'expired', 7)).toEqual({ tokenState: 'expired', tokenDeadAtMs: 7 });
    expect(withTokenState({ ...form, tokenDeadAtMs: 5 }, 'unregistered', 7).tokenDeadAtMs).toBe(5);
    expect(withTokenState({ ...form, tokenDeadAtMs: 5 }, 'active', 7).tokenDeadAtMs).toBeNull();
  });
});

describe('what a save adds', () => {
  it('nothing where nothing of it changed', () => expect(withTimes(form, { name: 'x' }, 9)).toEqual({ name: 'x' }));
  it('a changed token is reported now, a removed one is not', () => {
    expect(withTimes({ ...form, token: 'ee' }, { token: 'ee' }, 9)).toEqual({ token: 'ee', tokenReportedAtMs: 9 });
    expect(withTimes({ ...form, token: null }, { token: null }, 9)).toEqual({ token: null, tokenReportedAtMs: null });
  });
  it('a login is timed and reports the token again', () => {
    const changed = { loginState: 'logged-in' as const };
    expect(withTimes(form, changed, 9)).toEqual({ ...changed, lastLoginAtMs: 9, tokenReportedAtMs: 9 });
    expect(withTimes({ ...form, token: null }, changed, 9)).toEqual({ ...changed, lastLoginAtMs: 9 });
  });
  it('a new state of the app begins now', () =>
    expect(withTimes(form, { appState: 'background' }, 9)).toEqual({ appState: 'background', appStateAtMs: 9 }));
  it.each([
    [{ name: 'x' }, null],
    [{ appState: 'background' as const }, null],
    [{ appState: 'foreground' as const }, 'foreground'],
    [{ appState: 'killed' as const }, 'killed'],
    [{ loginState: 'logged-out' as const, appState: 'killed' as const }, 'logged-out'],
  ])('the drawn phone is told %j', (changed, state) =>
    expect(phoneState({ ...form, ...changed }, changed)).toBe(state),
  );
  it('nobody’s phone is told nothing, because that would be a login', () =>
    expect(phoneState({ ...form, loginState: 'kicked', appState: 'killed' }, { appState: 'killed' })).toBeNull());
});

describe('the reported certificate ID', () => {
  const credentials = [keyCredential(), accountCredential({ certificateId: 10002 })];
  it.each([
    [null, 'default', ''],
    [10001, 'known', 'Key'],
    [10002, 'other-vendor', 'Service account'],
    [99, 'unknown', ''],
  ])('%j is %s', (certificateId, state, name) =>
    expect(reportedCredential({ certificateId, vendor: 'apns' }, credentials)).toEqual({ state, name }),
  );
});
