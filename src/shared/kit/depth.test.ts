import { expect, it } from 'vitest';
import { deepestJson, isShallow } from './depth.ts';

const nested = (levels: number, kind: 'array' | 'object'): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = kind === 'array' ? [value] : { a: value };
  return value;
};
it.each(['array', 'object'] as const)('an %s nests as deep as is taken and no deeper', (kind) => {
  expect(isShallow(nested(deepestJson, kind))).toBe(true);
  expect(isShallow(nested(deepestJson + 1, kind))).toBe(false);
  expect(isShallow(nested(100_000, kind))).toBe(false);
});
it('what nests not at all is shallow', () => {
  for (const value of [null, undefined, 1, 'x', [], {}]) expect(isShallow(value)).toBe(true);
});
