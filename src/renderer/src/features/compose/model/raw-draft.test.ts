import { describe, expect, it } from 'vitest';
import type { Candidate, VendorInfo } from '../../../../../shared/contract/index.ts';
import { aDevice } from '../../../../../../tests/support/workspace.ts';
import {
  drawnDevice,
  exampleOf,
  hasTarget,
  setOption,
  takeCandidate,
  toCheck,
  toRawSend,
  type RawDraft,
} from './raw-draft.ts';

const phone = aDevice();
const pixel = aDevice({ id: 'dev_pixel', vendor: 'fcm', token: 'fcm-token', platform: 'android' });
const devices = [pixel, phone];
const vendor: VendorInfo = {
  id: 'apns',
  label: 'APNs',
  monogram: 'AP',
  platforms: ['ios'],
  hosts: [],
  credentialKinds: [],
  options: [
    { name: 'topic', kind: 'text', choices: [], placeholder: 'com.example.im', help: { id: 'help' } },
    { name: 'pushType', kind: 'select', choices: ['alert', 'background'], placeholder: 'alert', help: { id: 'help' } },
  ],
  examplePayload: '{"aps":{}}',
  limits: [],
};
const draft: RawDraft = exampleOf(vendor, devices);
const candidate: Candidate = {
  kind: 'curl',
  vendor: 'apns',
  certainty: 'documented',
  phrase: { id: 'recognise.curl' },
  draft: { payload: '{"aps":{"badge":2}}', options: { topic: 'com.example.chat' } },
  tokens: ['bb'],
  left: [],
};

describe('a raw draft', () => {
  it('begins with the example, to the first phone of the vendor', () =>
    expect(draft).toMatchObject({ payload: '{"aps":{}}', target: { kind: 'device', deviceId: phone.id } }));
  it('begins with what its choices suggest, and nothing made up', () =>
    expect(draft.options).toEqual({ pushType: 'alert' }));
  it('begins with a token where the vendor has no phone', () =>
    expect(exampleOf(vendor, [pixel]).target).toEqual({ kind: 'token', token: '' }));
  it('an option without a value goes away', () => {
    const set = setOption(draft, 'priority', '5');
    expect(set.options).toEqual({ pushType: 'alert', priority: '5' });
    expect(setOption(set, 'priority', '').options).toEqual({ pushType: 'alert' });
  });
});

describe('taking what was recognised', () => {
  it('takes payload, options and token', () =>
    expect(takeCandidate(draft, candidate, devices)).toMatchObject({
      payload: '{"aps":{"badge":2}}',
      options: { topic: 'com.example.chat' },
      target: { kind: 'token', token: 'bb' },
    }));
  it('a token of a simulated phone names the phone', () =>
    expect(takeCandidate(draft, { ...candidate, tokens: [phone.token ?? ''] }, devices).target).toEqual({
      kind: 'device',
      deviceId: phone.id,
    }));
  it('without a token the target stays', () =>
    expect(takeCandidate(draft, { ...candidate, tokens: [] }, devices).target).toEqual(draft.target));
  it('a token alone leaves the payload', () =>
    expect(takeCandidate(draft, { ...candidate, draft: null }, devices)).toMatchObject({
      payload: draft.payload,
      target: { token: 'bb' },
    }));
});

describe('the phone it is drawn on', () => {
  it('is the target', () => expect(drawnDevice(draft, devices)).toEqual({ device: phone, standsIn: false }));
  it('is the owner of the token', () =>
    expect(drawnDevice({ ...draft, target: { kind: 'token', token: phone.token ?? '' } }, devices)).toEqual({
      device: phone,
      standsIn: false,
    }));
  it('is a stand-in for a token of nobody’s', () =>
    expect(drawnDevice({ ...draft, target: { kind: 'token', token: 'x' } }, devices)).toEqual({
      device: phone,
      standsIn: true,
    }));
  it('is never of another vendor', () => expect(drawnDevice(draft, [pixel])).toBeNull());
});

describe('what the core is asked', () => {
  const token: RawDraft = { ...draft, target: { kind: 'token', token: ' bb ' }, credentialId: 'crd' };
  it('a phone is named by its id', () => {
    expect(toCheck(draft, { kind: 'local' })).toMatchObject({ deviceId: phone.id });
    expect(toCheck(draft, { kind: 'local' })).not.toHaveProperty('token');
    expect(toRawSend(draft, { kind: 'local' })).toMatchObject({ deviceId: phone.id, payload: draft.payload });
  });
  it('a token is named without the space around it, with the credential', () => {
    expect(toCheck(token, { kind: 'vendor', environment: 'production' })).toMatchObject({
      deviceId: null,
      token: 'bb',
      credentialId: 'crd',
      environment: 'production',
    });
    expect(toRawSend(token, { kind: 'local' })).toMatchObject({ token: 'bb', credentialId: 'crd' });
    expect(toRawSend(token, { kind: 'local' })).not.toHaveProperty('deviceId');
  });
  it('no token is no target', () => {
    const nobody: RawDraft = { ...draft, target: { kind: 'token', token: ' ' } };
    expect(hasTarget(nobody)).toBe(false);
    expect(toCheck(nobody, { kind: 'local' })).not.toHaveProperty('token');
  });
});
