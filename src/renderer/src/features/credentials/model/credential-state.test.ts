import { describe, expect, it } from 'vitest';
import { daysLeft, daysUntil, healthOf, shareOf } from './credential-state.ts';
import { certificateCredential, finding, keyCredential } from './samples.ts';

const dayMs = 86_400_000;
const nowMs = Date.UTC(2026, 10, 21);
const valid = certificateCredential({ notBeforeAtMs: nowMs - 10 * dayMs, notAfterAtMs: nowMs + 40 * dayMs });

describe('how a credential is', () => {
  it('a valid certificate with passed checks only is fine', () =>
    expect(healthOf({ ...valid, findings: [finding('passed'), finding('info')] }, nowMs)).toEqual({
      tone: 'accepted',
      word: 'fine',
      count: 0,
    }));
  it('warnings are counted', () =>
    expect(healthOf({ ...valid, findings: [finding('warning'), finding('info')] }, nowMs)).toEqual({
      tone: 'warning',
      word: 'findings',
      count: 1,
    }));
  it('one error makes it red', () =>
    expect(healthOf({ ...valid, findings: [finding('warning'), finding('error')] }, nowMs)).toEqual({
      tone: 'rejected',
      word: 'findings',
      count: 2,
    }));
  it('the clock decides what has expired, whatever was found before', () => {
    expect(healthOf(valid, nowMs + 41 * dayMs).word).toBe('expired');
    expect(healthOf(valid, nowMs - 11 * dayMs).word).toBe('not-yet-valid');
  });
  it('a locked one says so first', () => expect(healthOf({ ...valid, locked: true }, nowMs).word).toBe('locked'));
  it('a signing key does not end', () => {
    expect(daysLeft(keyCredential(), nowMs)).toBeNull();
    expect(daysLeft(valid, nowMs)).toBe(40);
  });
});

describe('days', () => {
  it('are whole', () => expect(daysUntil(nowMs + 1.9 * dayMs, nowMs)).toBe(1));
  it('a share stays between nothing and all', () => {
    expect(shareOf(0, 100, 25)).toBe(0.25);
    expect(shareOf(0, 100, -5)).toBe(0);
    expect(shareOf(0, 100, 500)).toBe(1);
    expect(shareOf(100, 100, 100)).toBe(1);
  });
});
