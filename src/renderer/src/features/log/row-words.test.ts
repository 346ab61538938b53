import { describe, expect, it } from 'vitest';
import { fillText } from '../../../../shared/kit/text.ts';
import common from '../../i18n/en.json' with { type: 'json' };
import { rowWords } from './row-words.ts';
import { aSummary } from './testing.ts';
import texts from './texts/en.json' with { type: 'json' };

const catalogue: Readonly<Record<string, string>> = { ...common, ...texts };
const words = {
  t: (id: string, params?: Parameters<typeof fillText>[1]) => fillText(catalogue[id] ?? id, params),
  has: (id: string) => id in catalogue,
  locale: 'en' as const,
};
const atMs = new Date(2026, 10, 21, 9, 41, 12, 804).getTime();
const about = { words, devices: [{ id: 'dev_1', name: 'Vinson’s iPhone' }], vendorName: 'APNs', nowMs: atMs };
const push = aSummary({ atMs });

describe('rowWords', () => {
  it('says the whole row', () =>
    expect(rowWords(push, about).spoken).toBe(
      '09:41:12.804, Captured by a local gateway, APNs, Accepted, to Vinson’s iPhone, Denny, Lunch?, status 200, 12 ms, 233 bytes',
    ));
  it('says the outcome before a code', () =>
    expect(rowWords(aSummary({ atMs, outcome: 'rejected', reason: 'BadDeviceToken' }), about).spoken).toContain(
      'APNs, Rejected: BadDeviceToken, to',
    ));
  it('leaves out what is not there', () => {
    const failed = aSummary({ atMs, outcome: 'failed', reason: 'timeout', status: null, tookMs: null, targets: [] });
    expect(rowWords(failed, about).spoken).toBe(
      '09:41:12.804, Captured by a local gateway, APNs, No answer: Answer too late, Denny, Lunch?, 233 bytes',
    );
  });
  it('leads with the text when there is no title', () =>
    expect(rowWords(aSummary({ title: '' }), about)).toMatchObject({ lead: 'Lunch?', text: '', isWordless: false }));
  it('says that a push has no words', () =>
    expect(rowWords(aSummary({ title: '', body: '' }), about)).toMatchObject({ isWordless: true, text: '' }));
  it('says what a token request is', () =>
    expect(rowWords(aSummary({ kind: 'auth', title: '', body: '' }), about).lead).toBe('Access token request'));
});
