import { describe, expect, it } from 'vitest';
import { isDuration, readCondition } from './grammar.ts';
import { tokenShape } from './token.ts';

describe('fcm grammar', () => {
  it.each(['0s', '3.5s', '3.500000000s', '-1s', '3600s'])('duration %s', (text) => {
    expect(isDuration(text)).toBe(true);
  });
  it.each(['', 's', '3', '3 s', '3m', '1e3s', '.5s', '3.0000000001s', '3S'])('no duration: %s', (text) => {
    expect(isDuration(text)).toBe(false);
  });

  const good: [string, string[]][] = [
    ["'a' in topics", ['a']],
    ["'a'in topics&&'b'in topics", ['a', 'b']],
    ["!('a' in topics)", ['a']],
    ["(('a' in topics) || 'b' in topics) && 'a' in topics", ['a', 'b', 'a']],
  ];
  it.each(good)('condition %s', (text, topics) => {
    expect(readCondition(text)).toEqual({ ok: true, topics });
  });
  const bad: [string, number][] = [
    ['', 0],
    ['a in topics', 0],
    ["'a' in topics &&", 16],
    ["'a' in topics 'b' in topics", 14],
    ["'a b' in topics", 0],
    ["'a' in topics)", 13],
    ['()', 1],
    ["'a' topics", 4],
    ["'a", 0],
  ];
  it.each(bad)('no condition: %s', (text, at) => {
    expect(readCondition(text)).toEqual({ ok: false, at });
  });
  it('reads a very deep condition without running out of stack', () => {
    const depth = 50_000;
    const text = `${'('.repeat(depth)}'a' in topics${')'.repeat(depth)}`;
    expect(readCondition(text)).toEqual({ ok: true, topics: ['a'] });
  });

  const shapes: [string, string][] = [
    [`abcdefghijk:APA91b${'x'.repeat(130)}`, 'fcm'],
    ['', 'empty'],
    ['0'.repeat(64), 'apns'],
    ['abc def', 'characters'],
    ['abcdefghijk:APA91bxyz', 'cut'],
    ['IQAAAACy0abcdefghijklmnopqrstuvwxyz012345678', 'odd'],
  ];
  it.each(shapes)('token %s is %s', (token, shape) => {
    expect(tokenShape(token)).toBe(shape);
  });
});
