import { describe, expect, it } from 'vitest';
import { countOf, countUp, dayInChina, noCounts } from './day-counts.ts';
import { parseIntentUri, withIntentExtra } from './intent-uri.ts';
import { findIssued, rememberToken, type IssuedTokens } from './gateway/issued.ts';
import { checkShape, choice, flag, integer, object, text, texts, type Shape } from './json-shape.ts';
import { retryAfterOf } from './retry-after.ts';

describe('intent texts', () => {
  const uri =
    'intent://com.tencent.qcloud/detail?k=v#Intent;scheme=pushscheme;launchFlags=0x4000000;component=a.b/c.D;end';
  it('are taken apart', () => {
    expect(parseIntentUri(withIntentExtra(uri, 'ext', '{"a":"1;2"}')!)).toEqual({
      data: 'pushscheme://com.tencent.qcloud/detail?k=v',
      action: '',
      component: 'a.b/c.D',
      packageName: '',
      launchFlags: '0x4000000',
      extras: [{ name: 'ext', type: 'String', value: '{"a":"1;2"}' }],
    });
    expect(parseIntentUri('#Intent;action=x;i.age=180;B.old=true;package=a.b;S.broken=%;end')).toMatchObject({
      data: '',
      action: 'x',
      packageName: 'a.b',
      extras: [
        { name: 'age', type: 'Int', value: '180' },
        { name: 'old', type: 'Boolean', value: 'true' },
        { name: 'broken', type: 'String', value: '%' },
      ],
    });
    for (const other of ['', 'https://a.example', 'intent://a', '#Intent;', 'com.example.Main'])
      expect(parseIntentUri(other), other).toBeNull();
  });
  it('take an extra in place of an older one of that name', () => {
    expect(withIntentExtra('intent:#Intent;S.ext=old;end', 'ext', 'a b')).toBe('intent:#Intent;S.ext=a%20b;end');
    expect(withIntentExtra('app://host/page', 'ext', 'x')).toBe('intent://host/page#Intent;scheme=app;S.ext=x;end');
    expect(withIntentExtra('com.example.Main', 'ext', 'x')).toBeNull();
  });
  it.each(['', 'jump to denny', 'a;end#Intent;b=c', '{"合同":"😀 + %20"}', '100%'])('give back %j', (value) => {
    expect(parseIntentUri(withIntentExtra(uri, 'ext', value)!)?.extras.at(-1)?.value).toBe(value);
  });
});

describe('shapes', () => {
  const shape: Shape = object({
    click_action: object({ type: integer }),
    mode: choice('A', 1),
    on: flag,
    names: texts,
    name: text,
  });
  it('let null, and what fits, through', () => {
    const value = { click_action: { type: 1 }, mode: 1, on: null, names: ['a'], name: '' };
    expect(checkShape(value, shape)).toEqual([]);
  });
  it.each([
    [[], { kind: 'wrong-type', path: '$', expected: 'object', found: 'array' }],
    [{ on: 'true' }, { kind: 'wrong-type', path: '$.on', field: 'on', expected: 'boolean', found: 'string' }],
    [{ names: ['a', 2] }, { kind: 'wrong-type', path: '$.names[1]', expected: 'string', found: 'number' }],
    [{ click_action: { type: 1.5 } }, { kind: 'wrong-type', path: '$.click_action.type', expected: 'integer' }],
    [{ mode: 'B' }, { kind: 'unknown-choice', path: '$.mode', value: 'B', choices: 'A, 1' }],
    [{ mode: true }, { kind: 'wrong-type', path: '$.mode', expected: 'string or number' }],
    [{ clickAction: {} }, { kind: 'unknown-field', path: '$.clickAction', suggestion: 'click_action' }],
    [{ click_action: { on: true } }, { kind: 'unknown-field', path: '$.click_action.on', suggestion: 'on' }],
    [{ zzz: 1 }, { kind: 'unknown-field', path: '$.zzz', suggestion: '' }],
  ])('%j', (value, expected) => {
    const found = checkShape(value, shape);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(expected);
  });
});

describe('what gateways remember', () => {
  it('finds a token by itself and forgets the oldest', () => {
    let tokens: IssuedTokens = new Map();
    for (let index = 0; index <= 1000; index += 1)
      tokens = rememberToken(tokens, `t${index}`, { clientId: String(index), expiresAtMs: 5 });
    expect(findIssued(tokens, 't1000')).toEqual({ clientId: '1000', expiresAtMs: 5 });
    expect(findIssued(tokens, 't0')).toBeNull();
    expect([...tokens.keys()].join(' ')).not.toContain('t1000');
  });
  it('counts by day, in China', () => {
    const evening = Date.UTC(2026, 10, 21, 15, 59);
    expect(dayInChina(evening + 60_000)).toBe(dayInChina(evening) + 1);
    const one = countUp(noCounts, 7, ['a', 'b', 'a']);
    expect([countOf(one, 7, 'a'), countOf(one, 7, 'b'), countOf(one, 8, 'a'), countOf(one, 7, 'c')]).toEqual([
      2, 1, 0, 0,
    ]);
    expect(countOf(countUp(one, 8, ['b']), 8, 'a')).toBe(0);
    const full = countUp(
      noCounts,
      1,
      Array.from({ length: 2001 }, (_, index) => `k${index}`),
    );
    expect([full.counts.size, full.counts.has('k0'), full.counts.has('k2000')]).toEqual([2000, false, true]);
  });
  it('reads Retry-After', () => {
    expect(retryAfterOf([['Retry-After', '30']])).toBe(30_000);
    expect(
      retryAfterOf([
        ['retry-after', 'Sat, 21 Nov 2026 08:31:30 GMT'],
        ['date', 'Sat, 21 Nov 2026 08:30:00 GMT'],
      ]),
    ).toBe(90_000);
    for (const headers of [[], [['retry-after', 'soon']], [['retry-after', '']]] as [string, string][][])
      expect(retryAfterOf(headers)).toBeNull();
  });
});
