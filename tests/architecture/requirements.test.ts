import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { holders, requirements, requirementsPage } from '../../scripts/requirements.ts';

it('there are 67 requirements, and no test names another', () => {
  expect(requirements).toHaveLength(67);
  expect([...holders().keys()].filter((number) => number < 1 || number > 67)).toEqual([]);
});
it('docs/requirements.md says what the tests hold (npm run requirements writes it)', () => {
  // Prettier aligns the columns of the page; only the words count here.
  const words = (text: string): string => text.replaceAll(/[ \-|]+/g, ' ');
  expect(words(readFileSync('docs/requirements.md', 'utf8'))).toBe(words(requirementsPage()));
});
