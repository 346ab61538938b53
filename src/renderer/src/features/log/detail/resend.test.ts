import { describe, expect, it } from 'vitest';
import type { Gateway, VendorInfo } from '../../../../../shared/contract/index.ts';
import { anExchange } from '../testing.ts';
import { isWhole, resendInput, resendPlan } from './resend.ts';

// Only what a plan looks at.
const gateway = { state: 'listening', origin: 'https://127.0.0.1:2197' } as Gateway;
const vendor = {
  hosts: [
    { id: 'production', origin: 'https://api.push.apple.com', label: '' },
    { id: 'sandbox', origin: 'https://api.sandbox.push.apple.com', label: '' },
  ],
} as unknown as VendorInfo;
const about = { gateway, vendor, wasLocal: false };
const captured = anExchange();
const sentTo = (origin: string) => anExchange({ origin: 'sent', request: { ...captured.request, origin } });

describe('resendPlan', () => {
  it('a captured push goes to the gateway', () =>
    expect(resendPlan(captured, about)).toEqual({
      destination: { kind: 'local' },
      host: '127.0.0.1:2197',
      leaves: false,
      token: 'aa11',
    }));
  it('what was sent to the gateway goes there again, wherever it listens now', () =>
    expect(resendPlan(sentTo('https://127.0.0.1:40000'), { ...about, wasLocal: true })?.host).toBe('127.0.0.1:2197'));
  it('what was sent to the vendor goes to the same host', () =>
    expect(resendPlan(sentTo('https://api.sandbox.push.apple.com'), about)).toEqual({
      destination: { kind: 'vendor', environment: 'sandbox' },
      host: 'api.sandbox.push.apple.com',
      leaves: true,
      token: 'aa11',
    }));
  it('any other address is named', () =>
    expect(resendPlan(sentTo('https://127.0.0.1:1'), about)).toMatchObject({
      destination: { kind: 'custom', origin: 'https://127.0.0.1:1' },
      leaves: false,
    }));
  it('a foreign host leaves the machine', () =>
    expect(resendPlan(sentTo('https://push.example.com'), about)?.leaves).toBe(true));
  it('not to a gateway that is closed', () =>
    expect(resendPlan(captured, { ...about, gateway: { ...gateway, state: 'stopped' } })).toBeNull());
  it('not a token request', () => expect(resendPlan({ ...captured, kind: 'auth' }, about)).toBeNull());
  it('a form that names its access token beside the payload can be sent again', () => {
    const { request } = captured;
    const body = { ...request.body, text: 'auth_token=[access-token #66f0c97e64]&message={}' };
    expect(resendPlan({ ...captured, request: { ...request, body } }, about)).not.toBeNull();
  });
  it('not without a token', () => expect(resendPlan({ ...captured, targets: [] }, about)).toBeNull());
  it.each([
    ['cut', { cut: true }],
    ['no text', { text: null, bodyB64: '/w==' }],
  ])('not a body that is %s', (_what, over) => {
    const { request } = captured;
    expect(resendPlan({ ...captured, request: { ...request, body: { ...request.body, ...over } } }, about)).toBeNull();
  });
});

describe('isWhole', () => {
  it('a payload as it was', () =>
    expect(isWhole({ payload: '{"aps":{}}', options: { topic: 'com.example' } })).toBe(true));
  it.each([
    ['in the payload', { payload: '{"ext":"[signature #af07ab98f4]"}', options: {} }],
    ['in an option', { payload: '{}', options: { topic: '[access-token #af07ab98f4]' } }],
  ])('not with a secret taken out %s', (_where, draft) => expect(isWhole(draft)).toBe(false));
});

describe('resendInput', () => {
  const draft = { payload: '{"aps":{}}', options: { topic: 'com.example', apnsId: 'B1' } };
  const plan = resendPlan(captured, about);
  if (!plan) throw new Error('There is no plan');
  it('keeps payload and options, and not the id of the old request', () =>
    expect(resendInput(captured, plan, draft)).toEqual({
      kind: 'raw',
      exchangeId: captured.id,
      vendor: 'apns',
      payload: '{"aps":{}}',
      options: { topic: 'com.example' },
      destination: { kind: 'local' },
      token: 'aa11',
    }));
  it('uses the credential it was sent with', () =>
    expect(resendInput({ ...captured, origin: 'sent', credentialId: 'crd_1' }, plan, draft).credentialId).toBe(
      'crd_1',
    ));
});
