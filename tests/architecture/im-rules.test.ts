import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rulesPage } from '../../scripts/im-rules.ts';

it('docs/im-rules.md says what the engine does (npm run im-rules writes it)', () => {
  // Prettier aligns columns and escapes; only the words count here.
  const words = (text: string): string => text.replaceAll(/[ \-|\\*_]+/g, ' ');
  expect(words(readFileSync('docs/im-rules.md', 'utf8'))).toBe(words(rulesPage()));
});
