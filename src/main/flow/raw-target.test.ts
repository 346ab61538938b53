import { describe, expect, it } from 'vitest';
import type { Credential, Device } from '../../shared/contract/index.ts';
import { aDevice, anApp } from '../../../tests/support/workspace.ts';
import { apns } from '../vendors/apns/index.ts';
import { viewDraft } from './preview.ts';
import { rawTarget, type RawAddress } from './raw-target.ts';

const app = anApp();
const phone = aDevice({ environment: 'production' });
const credential = (over: Partial<Credential>): Credential => ({
  id: 'crd_key',
  certificateId: 1,
  vendor: 'apns',
  name: 'Key',
  appId: app.id,
  facts: { kind: 'apns-p8', keyId: 'K', teamId: 'T', environment: 'both', topics: null, publicKeyPem: '' },
  findings: [],
  sealer: 'key-file',
  locked: false,
  createdAtMs: 0,
  updatedAtMs: 0,
  ...over,
});
const other = credential({ id: 'crd_other', certificateId: 2, appId: 'app_other', name: 'Other' });

/** The workspace as far as a target needs it. */
const parts = (device: Device = phone) =>
  ({
    workspace: {
      devices: { get: () => device },
      apps: { find: (id: string) => (id === app.id ? app : undefined) },
      findDeviceByToken: (_: string, token: string) => (token === device.token ? device : undefined),
    },
    credentials: { all: () => [credential({}), other] },
    // Only these two parts are looked at.
  }) as unknown as Parameters<typeof rawTarget>[0];
const targetOf = (address: Omit<RawAddress, 'vendor'>, device?: Device) =>
  rawTarget(parts(device), { vendor: 'apns', ...address });

describe('who a raw payload goes to', () => {
  it('a simulated phone brings its token, app, environment and credential', () =>
    expect(targetOf({ deviceId: phone.id })).toMatchObject({
      device: { id: phone.id },
      credential: { id: 'crd_key' },
      target: { token: phone.token, appIdentifier: 'com.example.chat', environment: 'production' },
    }));
  it('a token of a simulated phone is that phone’s', () =>
    expect(targetOf({ token: phone.token ?? '' })).toMatchObject({ device: { id: phone.id } }));
  it('a token of nobody’s has no app, and the environment that is said', () =>
    expect(targetOf({ token: 'bb', environment: 'production' })).toMatchObject({
      device: undefined,
      target: { token: 'bb', appIdentifier: '', environment: 'production' },
    }));
  it('without any word it is taken as sandbox', () =>
    expect(targetOf({ token: 'bb' }).target?.environment).toBe('sandbox'));
  it('a phone without a token is a target all the same, so that its lack can be told', () =>
    expect(targetOf({ deviceId: phone.id }, aDevice({ token: null })).target?.token).toBe(''));
  it('nobody named is no target', () => expect(targetOf({}).target).toBeNull());
  it('a named credential is used', () =>
    expect(targetOf({ deviceId: phone.id, credentialId: 'crd_other' }).credential?.name).toBe('Other'));
  it('a credential that is gone stops the call', () =>
    expect(() => targetOf({ deviceId: phone.id, credentialId: 'gone' })).toThrow(
      expect.objectContaining({ code: 'credential.not-found' }),
    ));
  it('a credential of another vendor stops the call', () =>
    expect(() => rawTarget(parts(), { vendor: 'fcm', deviceId: phone.id, credentialId: 'crd_key' })).toThrow(
      expect.objectContaining({ code: 'send.no-credential' }),
    ));
});

describe('the request line of a draft', () => {
  const draft = { payload: apns.payload.example, options: { pushType: 'alert', priority: '10' } };
  const about = { platform: 'ios', appName: 'ChatDemo', nowMs: 0 } as const;
  it('names path and headers, and nothing that authenticates', () => {
    const { request } = viewDraft(apns, draft, targetOf({ deviceId: phone.id }).target, about);
    expect(request).toMatchObject({ method: 'POST', path: `/3/device/${phone.token}` });
    expect(request?.headers).toContainEqual(['apns-topic', 'com.example.chat']);
    expect(request?.headers.map(([name]) => name)).not.toContain('authorization');
  });
  it('is absent without a target', () => expect(viewDraft(apns, draft, null, about).request).toBeNull());
  it('is absent when no request can be made', () => {
    const unusable = { ...draft, options: { ...draft.options, collapseId: 'a\nb' } };
    expect(viewDraft(apns, unusable, targetOf({ deviceId: phone.id }).target, about).request).toBeNull();
  });
});
