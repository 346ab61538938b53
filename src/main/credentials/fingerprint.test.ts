import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createFingerprinter } from './fingerprint.ts';

const key = Buffer.alloc(32, 1);

describe('fingerprint', () => {
  it('is the beginning of an HMAC', () => {
    const whole = createHmac('sha256', key).update('secret').digest('hex');
    expect(createFingerprinter(key)('secret')).toBe(whole.slice(0, 10));
  });
  it('is equal for equal secrets only, and under one key only', () => {
    const fingerprint = createFingerprinter(key);
    expect(fingerprint('a')).toBe(fingerprint('a'));
    expect(fingerprint('a')).not.toBe(fingerprint('b'));
    expect(fingerprint('a')).not.toBe(createFingerprinter(Buffer.alloc(32, 2))('a'));
  });
  it('stays right when far more secrets come by than are kept', () => {
    const fingerprint = createFingerprinter(key);
    const first = fingerprint('secret 0');
    for (let index = 0; index < 10_000; index += 1) fingerprint(`secret ${index}`);
    expect(fingerprint('secret 0')).toBe(first);
    expect(fingerprint('secret 9999')).toBe(createFingerprinter(key)('secret 9999'));
  });
});
