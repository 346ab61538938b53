import { describe, expect, it } from 'vitest';
import type { App, Credential, Device } from '../../../../../shared/contract/index.ts';
import { app as sampleApp, device, finding, keyCredential } from './samples.ts';
import { setupSteps } from './setup-steps.ts';

const app: App = sampleApp({
  id: 'app_1',
  identifiers: { ios: 'com.example.chat' },
  credentialIds: { apns: 'crd_key' },
});
const key = keyCredential();
const phone: Device = device({
  id: 'dev_1',
  name: 'iPhone',
  appId: 'app_1',
  platform: 'ios',
  vendor: 'apns',
  token: 'aa',
  loginState: 'logged-in',
  lastLoginAtMs: 10,
  tokenReportedAtMs: 20,
  certificateId: key.certificateId,
});
const states = (over: { app?: App; credentials?: Credential[]; devices?: Device[] } = {}) =>
  setupSteps(over.app ?? app, over.credentials ?? [key], over.devices ?? [phone]);
const notPassed = (over: Parameters<typeof states>[0]) =>
  states(over)
    .filter(({ state }) => state !== 'passed')
    .map(({ id, state, phrase }) => `${id} ${state} ${phrase.id}`);
const faulty = (code: string): Credential => ({
  ...key,
  findings: [{ ...finding('error'), code, phrase: { id: code } }],
});

describe('R18: the four steps', () => {
  it('R18: certificate, upload, device token and report are all passed in a good setup', () => {
    expect(states().map(({ id, state, at }) => [id, state, at])).toEqual([
      ['certificate', 'passed', 'credential:crd_key'],
      ['upload', 'passed', 'credential:crd_key'],
      ['token', 'passed', 'device:dev_1'],
      ['report', 'passed', 'device:dev_1'],
    ]);
  });
  it('R18: an app without a bundle ID has none', () =>
    expect(states({ app: { ...app, identifiers: { android: 'a.b' } } })).toEqual([]));
  it.each<[what: string, over: Parameters<typeof states>[0], expected: string[]]>([
    [
      'no credential',
      { app: { ...app, credentialIds: {} }, devices: [{ ...phone, certificateId: null }] },
      ['certificate failed credentials.setup.certificate.none', 'upload open credentials.setup.upload.none'],
    ],
    [
      'a locked one',
      { credentials: [{ ...key, locked: true }] },
      ['certificate failed credentials.setup.certificate.locked'],
    ],
    ['an expired one', { credentials: [faulty('credential.expired')] }, ['certificate failed credential.expired']],
    ['no password', { credentials: [faulty('credential.no-password')] }, ['upload failed credential.no-password']],
    [
      'no phone',
      { devices: [] },
      ['token open credentials.setup.token.none', 'report open credentials.setup.report.none'],
    ],
    [
      'no token in development (R45)',
      { devices: [{ ...phone, token: null, environment: 'sandbox' }] },
      ['token failed credentials.setup.token.sandbox', 'report open credentials.setup.report.none'],
    ],
    [
      'no token in production',
      { devices: [{ ...phone, token: null, environment: 'production' }] },
      ['token failed credentials.setup.token.missing', 'report open credentials.setup.report.none'],
    ],
    [
      'logged out',
      { devices: [{ ...phone, loginState: 'logged-out' }] },
      ['report failed credentials.setup.report.loggedOut'],
    ],
    [
      'never reported',
      { devices: [{ ...phone, tokenReportedAtMs: null }] },
      ['report failed credentials.setup.report.never'],
    ],
    [
      'reported before the login',
      { devices: [{ ...phone, tokenReportedAtMs: 5 }] },
      ['report failed credentials.setup.report.beforeLogin'],
    ],
    ['another ID', { devices: [{ ...phone, certificateId: 4 }] }, ['report failed credentials.setup.report.otherId']],
  ])('R18: %s', (_what, over, expected) => expect(notPassed(over)).toEqual(expected));
  it('a step leads to the phone it is about', () => {
    const other = { ...phone, id: 'dev_2', name: 'Other', tokenReportedAtMs: null };
    expect(states({ devices: [phone, other] }).find(({ id }) => id === 'report')?.at).toBe('device:dev_2');
    expect(states({ devices: [] }).find(({ id }) => id === 'token')?.at).toBe('new:device:app_1');
  });
});
