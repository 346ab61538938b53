import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { faqCount, faqTable } from '../../scripts/im-faq.ts';
import { rulesPage } from '../../scripts/im-rules.ts';

it('docs/im-rules.md says what the engine does (npm run im-rules writes it)', () => {
  // Prettier aligns columns and escapes; only the words count here.
  const words = (text: string): string => text.replaceAll(/[ \-|\\*_]+/g, ' ');
  expect(words(readFileSync('docs/im-rules.md', 'utf8'))).toBe(words(rulesPage()));
});
it('every row of the list of symptoms is matched, or it is said why not', () =>
  expect(faqTable().map(([number]) => number)).toEqual(Array.from({ length: faqCount }, (_, index) => index + 1)));
