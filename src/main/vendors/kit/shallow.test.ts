import { describe, expect, it } from 'vitest';
import { parseShallow } from './shallow.ts';

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('parseShallow', () => {
  it('reads what JSON.parse reads', () => {
    expect(parseShallow('{"a":[1,{"b":"]\\"}"}]}')).toEqual({ ok: true, value: { a: [1, { b: ']"}' }] } });
    expect(parseShallow(nested(200)).ok).toBe(true);
    expect(parseShallow(`["${'['.repeat(1000)}"]`).ok).toBe(true);
    expect(parseShallow(`[${Array.from({ length: 1000 }, () => '[]').join()}]`).ok).toBe(true);
  });
  it('refuses what nests deeper, and what is no JSON', () => {
    expect(parseShallow(nested(201))).toEqual({ ok: false, message: 'nested deeper than 200 levels' });
    expect(parseShallow('['.repeat(1_000_000)).ok).toBe(false);
    expect(parseShallow('{').ok).toBe(false);
  });
});
