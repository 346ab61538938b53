import { describe, expect, it } from 'vitest';
import { vendorIds } from '../../contract/common.ts';
import type { FilterNode, TermValue } from './ast.ts';
import { colours } from './colours.ts';
import { hasChoices, isChoices } from './fields.ts';
import { parseFilter, longestFilter } from './parse.ts';
import { printFilter } from './print.ts';
import { readTime } from './times.ts';
import { indexWords, queryWords } from './words.ts';

const parse = (text: string): FilterNode | null => {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.reason}`);
  return parsed.node;
};
const term = (field: string, value: string, comparison = 'has', path: string[] = []) => ({
  kind: 'term',
  field,
  path,
  values: [{ comparison, value }],
});

describe('reading a filter', () => {
  it.each([
    ['vendor:xiaomi', term('vendor', 'xiaomi')],
    ['VENDOR:Xiaomi', term('vendor', 'xiaomi')],
    ['status:>=400', term('status', '400', '>=')],
    ['status:=410', term('status', '410')],
    ['reason:BadDeviceToken', term('reason', 'BadDeviceToken')],
    ['device:"Denny’s iPhone"', term('device', 'Denny’s iPhone')],
    ['payload.aps.alert.title:"Hello you"', term('payload', 'Hello you', 'has', ['aps', 'alert', 'title'])],
    ['payload."a.b":x', term('payload', 'x', 'has', ['a.b'])],
    ['payload.aps.badge:>3', term('payload', '3', '>', ['aps', 'badge'])],
    ['reason:">x"', term('reason', '>x')],
    ['before:18:30', term('before', '18:30')],
    ['larger:4KB', term('larger', '4KB')],
    ['hello', { kind: 'text', text: 'hello' }],
    ['"and"', { kind: 'text', text: 'and' }],
    ['"a:b \\" c"', { kind: 'text', text: 'a:b " c' }],
    ['快递', { kind: 'text', text: '快递' }],
  ])('%s', (text, node) => expect(parse(text)).toEqual(node));

  it('takes several values of one field as one of them', () =>
    expect(parse('is:sent|captured')).toEqual({
      kind: 'term',
      field: 'is',
      path: [],
      values: [
        { comparison: 'has', value: 'sent' },
        { comparison: 'has', value: 'captured' },
      ],
    }));
  it('binds not before and, and and before or', () =>
    expect(parse('a -b or not c d')).toEqual({
      kind: 'or',
      parts: [
        {
          kind: 'and',
          parts: [
            { kind: 'text', text: 'a' },
            { kind: 'not', part: { kind: 'text', text: 'b' } },
          ],
        },
        {
          kind: 'and',
          parts: [
            { kind: 'not', part: { kind: 'text', text: 'c' } },
            { kind: 'text', text: 'd' },
          ],
        },
      ],
    }));
  it('reads and, brackets and nothing', () => {
    expect(parse('a and (b or c)')).toEqual(parse('a (b or c)'));
    expect(parse('((a))')).toEqual(parse('a'));
    expect(parse('  ')).toBeNull();
  });
});

describe('mistakes name the characters they are about', () => {
  it.each([
    ['vendr:apns', 'unknown-field', 'vendr'],
    ['a https://x.y', 'unknown-field', 'https'],
    ['vendor.x:apns', 'unknown-field', 'vendor.x'],
    ['vendor:apple', 'unknown-choice', 'apple'],
    ['is:sent|gone', 'unknown-choice', 'gone'],
    ['vendor:', 'no-value', 'vendor:'],
    ['reason:""', 'no-value', 'reason:""'],
    ['vendor:>apns', 'no-comparison', '>apns'],
    ['status:many', 'bad-number', 'many'],
    ['status:>none', 'bad-number', '>none'],
    ['payload.a:>b', 'bad-number', '>b'],
    ['payload:x', 'no-path', 'payload'],
    ['payload.a.:x', 'no-path', 'payload.a.'],
    ['larger:big', 'bad-size', 'big'],
    ['before:soon', 'bad-time', 'soon'],
    ['after:2026-02-30', 'bad-time', '2026-02-30'],
    ['a "b c', 'open-quote', '"b c'],
    ['(a or b', 'open-bracket', '('],
    ['a)', 'stray-bracket', ')'],
    ['a ()', 'empty-brackets', ')'],
    ['or a', 'nothing-before', 'or'],
    ['a or', 'nothing-after', 'or'],
    ['a or or b', 'nothing-before', 'or'],
    ['a -', 'nothing-after', '-'],
    ['"…"', 'no-words', '"…"'],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, 'too-deep', '('],
    ['x'.repeat(longestFilter + 3), 'too-long', 'xxx'],
  ])('%s', (text, reason, about) => {
    const parsed = parseFilter(text);
    expect(parsed).toMatchObject({ ok: false, error: { reason } });
    if (!parsed.ok) expect(text.slice(parsed.error.from, parsed.error.to)).toBe(about);
  });
  it('says what was meant', () =>
    expect(parseFilter('vendr:apns')).toMatchObject({ error: { params: { near: 'vendor' } } }));
});

/** A small generator of filters, the same ones at every run. */
const filters = (seed: number) => {
  let state = seed;
  const below = (count: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const strings = [
    'hello',
    'and',
    '-x',
    'a b',
    '快递',
    '"q"',
    'back\\slash',
    'x:y',
    '(b)',
    'a|b',
    '>1',
    'Ünï',
    '😀',
    '=',
    'a.b',
    '"',
    'OR',
    '日本語 テスト',
    '-5',
    '<',
    '1.5',
  ];
  const worded = strings.filter((text) => queryWords(text));
  const value = (field: string): TermValue => {
    const has = (text: string): TermValue => ({ comparison: 'has', value: text });
    switch (field) {
      case 'vendor':
        return has(pick(vendorIds));
      case 'is':
        return has(pick(isChoices));
      case 'has':
        return has(pick(hasChoices));
      case 'colour':
        return has(pick(colours));
      case 'status':
        return { comparison: pick(['has', '>', '>=', '<', '<='] as const), value: pick(['200', '404', '410.5']) };
      case 'before':
      case 'after':
        return has(pick(['today', '2026-11-21', '2026-11-21 18:30', '18:30', '3d']));
      case 'larger':
        return has(pick(['4096', '4KB', '1.5 MB']));
      case 'payload':
        return below(3) === 0 ? { comparison: '>=', value: pick(['3', '-2', '0.5']) } : has(pick(strings));
      default:
        return has(pick(strings));
    }
  };
  const fieldsHere = [
    'vendor',
    'is',
    'has',
    'colour',
    'status',
    'before',
    'larger',
    'payload',
    'reason',
    'token',
    'tag',
  ] as const;
  const node = (depth: number): FilterNode => {
    const kind = depth === 0 ? pick(['term', 'text']) : pick(['term', 'text', 'and', 'or', 'not']);
    if (kind === 'text') return { kind: 'text', text: pick(worded) };
    if (kind === 'term') {
      const field = pick(fieldsHere);
      const path = field === 'payload' ? [pick(['aps', 'a b', 'x.y', 'badge', '"q"']), pick(['alert', ':', '名'])] : [];
      return { kind: 'term', field, path, values: Array.from({ length: 1 + below(3) }, () => value(field)) };
    }
    if (kind === 'not') {
      const part = node(depth - 1);
      return part.kind === 'not' ? part : { kind: 'not', part };
    }
    const joins = kind as 'and' | 'or';
    const parts = Array.from({ length: 2 + below(2) }, () => node(depth - 1)).flatMap((part) =>
      part.kind === joins ? part.parts : [part],
    );
    return { kind: joins, parts };
  };
  return { node, below, pick };
};

describe('printing and reading are one another’s opposite', () => {
  it('for 3,000 generated filters', () => {
    const { node } = filters(7);
    for (let run = 0; run < 3000; run += 1) {
      const tree = node(1 + (run % 4));
      const text = printFilter(tree);
      const parsed = parseFilter(text);
      expect(parsed, text).toEqual({ ok: true, node: tree });
      expect(parsed.ok && parsed.node && printFilter(parsed.node)).toBe(text);
    }
  });
  it('and nothing typed makes the reader throw; an error stands inside the text', () => {
    const { below, pick } = filters(11);
    const pieces = [
      '"',
      '(',
      ')',
      '-',
      ' ',
      'or ',
      'and ',
      'not ',
      'status:',
      '>=',
      '|',
      '\\',
      'payload.',
      ':',
      '.',
      'x',
      '快',
      '400',
      '\u0000',
      '😀',
      '"a"',
    ];
    for (let run = 0; run < 5000; run += 1) {
      const text = Array.from({ length: below(12) }, () => pick(pieces)).join('');
      const parsed = parseFilter(text);
      if (parsed.ok) {
        if (parsed.node) expect(parseFilter(printFilter(parsed.node)), text).toEqual(parsed);
        continue;
      }
      expect(parsed.error.from, text).toBeGreaterThanOrEqual(0);
      expect(parsed.error.to, text).toBeLessThanOrEqual(text.length);
      expect(parsed.error.from, text).toBeLessThanOrEqual(parsed.error.to);
    }
  });
});

describe('words', () => {
  it.each([
    ['Hello, World', ['hello', 'world']],
    ['打开应用', ['打开', '开应', '应用', '用']],
    ['东京タワー', ['东京', '京タ', 'タワ', 'ワー', 'ー']],
    ['ﾃｽﾄ', ['テス', 'スト', 'ト']],
    ['iPhone手机16', ['iphone', '手机', '机', '16']],
    ['안녕', ['안녕', '녕']],
    ['a😀b', ['a', '😀', 'b']],
  ])('%s', (text, words) => expect(indexWords(text, 99)).toEqual(words));
  it('a query leaves the last character of a run to the pair before it', () => {
    expect(queryWords('打开')).toEqual({ words: ['打开'], isOpen: false });
    expect(queryWords('开')).toEqual({ words: ['开'], isOpen: true });
    expect(queryWords('打开 app')).toEqual({ words: ['打开', '开', 'app'], isOpen: true });
    expect(queryWords('app ')).toEqual({ words: ['app'], isOpen: false });
    expect(queryWords('!?')).toBeNull();
  });
});

describe('times', () => {
  const now = new Date(2026, 10, 21, 18, 30, 5).getTime();
  it.each([
    ['today', new Date(2026, 10, 21).getTime()],
    ['yesterday', new Date(2026, 10, 20).getTime()],
    ['15m', now - 900_000],
    ['09:05', new Date(2026, 10, 21, 9, 5).getTime()],
    ['2026-11-20', new Date(2026, 10, 20).getTime()],
    ['2026-11-20T10:00:01', new Date(2026, 10, 20, 10, 0, 1).getTime()],
    ['2026-11-20T10:00+08:00', Date.UTC(2026, 10, 20, 2)],
    ['2026-11-20T10:00Z', Date.UTC(2026, 10, 20, 10)],
    ['25:00', null],
    ['2026-06-31', null],
    ['tomorrow', null],
  ])('%s', (text, atMs) => expect(readTime(text, now)).toBe(atMs));
});
