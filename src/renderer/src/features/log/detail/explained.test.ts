import { describe, expect, it } from 'vitest';
import type { Check, Explanation, Verdict } from '../../../../../shared/contract/index.ts';
import { anExchange } from '../testing.ts';
import { explained } from './explained.ts';

const explanation: Explanation = {
  vendor: 'apns',
  code: 'BadDeviceToken',
  status: 400,
  meaning: { id: 'meaning' },
  cause: { id: 'cause' },
  fix: { id: 'fix' },
  certainty: 'documented',
  source: { title: 'Apple', url: 'https://developer.apple.com/', checked: '2026-11-21' },
};
const check = (outcome: Check['outcome'], id: string): Check => ({
  id,
  outcome,
  code: null,
  phrase: { id: `check.${id}` },
  certainty: 'documented',
});
const verdict = { checks: [check('passed', 'a'), check('failed', 'b'), check('failed', 'c')] } as unknown as Verdict;
const rejected = anExchange({
  origin: 'sent',
  outcome: 'rejected',
  status: 400,
  reason: 'BadDeviceToken',
  explanation,
});
const has = (id: string) => id.startsWith('log.failure.timeout');

describe('explained', () => {
  it('has nothing to say about what went through', () => expect(explained(anExchange(), null, has)).toBeNull());
  it('says what it means, why, and what to do', () =>
    expect(explained(rejected, null, has)).toEqual({
      title: { id: 'meaning' },
      code: '400 BadDeviceToken',
      rows: [
        { id: 'why', phrase: { id: 'cause' } },
        { id: 'do', phrase: { id: 'fix' } },
      ],
      certainty: 'documented',
      source: explanation.source,
    }));
  it('says first what our gateway found in this very request', () =>
    expect(explained({ ...rejected, verdict }, null, has)?.rows[0]).toEqual({
      id: 'found',
      phrase: { id: 'check.b' },
    }));
  it('takes it from the captured half', () =>
    expect(explained(rejected, anExchange({ verdict }), has)?.rows[0]).toEqual({
      id: 'found',
      phrase: { id: 'check.b' },
    }));
  it('explains why no answer came', () => {
    const failed = anExchange({
      outcome: 'failed',
      status: null,
      reason: 'timeout',
      failure: { code: 'timeout', message: 'no answer within 30000 ms' },
    });
    expect(explained(failed, null, has)).toMatchObject({
      title: { id: 'log.failure.timeout.meaning' },
      code: 'timeout',
      certainty: null,
    });
    expect(explained(failed, null, has)?.rows.at(-1)).toEqual({ id: 'said', phrase: 'no answer within 30000 ms' });
  });
  it.each([
    [true, 'maybe'],
    [false, 'no'],
  ])('says whether it may have arrived (%s), and how often it was sent', (mayHaveArrived, word) => {
    const failure = { code: 'timeout', message: 'm', mayHaveArrived };
    const rows = explained(anExchange({ outcome: 'failed', failure, attempts: 3 }), null, has)?.rows;
    expect(rows?.slice(1, 3)).toEqual([
      { id: 'arrived', phrase: { id: `log.failure.arrived.${word}` } },
      { id: 'attempts', phrase: { id: 'log.failure.attempts', params: { n: 3 } } },
    ]);
  });
  it('has general words for a failure it does not know', () =>
    expect(
      explained(anExchange({ outcome: 'failed', failure: { code: 'else', message: 'm' } }), null, has)?.title,
    ).toEqual({ id: 'log.failure.unknown.meaning' }));
  it('prefers the vendor’s own reason over how it arrived', () =>
    expect(
      explained({ ...rejected, status: null, failure: { code: 'goaway', message: 'm' } }, null, has),
    ).toMatchObject({ title: { id: 'meaning' }, code: 'BadDeviceToken' }));
  it('says that an answer is unreadable', () =>
    expect(explained(anExchange({ outcome: 'unreadable' }), null, has)?.title).toEqual({
      id: 'log.failure.unreadable.meaning',
    }));
  it('says that a code has no explanation', () =>
    expect(explained({ ...rejected, explanation: null }, null, has)?.title).toEqual({
      id: 'log.failure.unexplained.meaning',
    }));
});
