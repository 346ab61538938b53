import { describe, expect, it } from 'vitest';
import type { VendorInfo } from '../../../../../shared/contract/index.ts';
import { anExchange } from '../testing.ts';
import { fixInput, fixPlan } from './fix.ts';
import type { ResendPlan } from './resend.ts';

const vendor = {
  hosts: [
    { id: 'production', origin: 'https://api.push.apple.com', label: 'Apple', environment: 'production' },
    { id: 'sandbox', origin: 'https://api.sandbox.push.apple.com', label: 'Apple', environment: 'sandbox' },
  ],
} as unknown as VendorInfo;
const away: ResendPlan = { destination: { kind: 'vendor', environment: 'sandbox' }, host: 'api.sandbox.push.apple.com', leaves: true, token: 'aa' }; // prettier-ignore
const here: ResendPlan = { destination: { kind: 'local' }, host: '127.0.0.1:2197', leaves: false, token: 'aa' };

describe('fixPlan', () => {
  it('goes where the exchange went, with the mended token', () =>
    expect(fixPlan({ kind: 'resend', token: 'bb' }, here, vendor)).toEqual({ ...here, token: 'bb' }));
  it('goes to the other host of the vendor', () =>
    expect(fixPlan({ kind: 'resend', environment: 'production' }, away, vendor)).toEqual({
      destination: { kind: 'vendor', environment: 'production' },
      host: 'api.push.apple.com',
      leaves: true,
      token: 'aa',
    }));
  it('goes nowhere new from this machine', () => {
    expect(fixPlan({ kind: 'resend', environment: 'production' }, here, vendor)).toBeNull();
    expect(fixPlan({ kind: 'resend', environment: 'production' }, away, undefined)).toBeNull();
    expect(fixPlan({ kind: 'resend' }, null, vendor)).toBeNull();
  });
});

it('changes only what the fix names', () =>
  expect(
    fixInput(anExchange({ vendor: 'apns' }), { kind: 'resend', options: { topic: 'b' } }, here, {
      payload: '{}',
      options: { topic: 'a', priority: '5', apnsId: 'x' },
    }),
  ).toMatchObject({
    payload: '{}',
    options: { topic: 'b', priority: '5' },
    destination: { kind: 'local' },
    token: 'aa',
  }));
