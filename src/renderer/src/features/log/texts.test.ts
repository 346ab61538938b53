import { expect, it } from 'vitest';
import { failureCodes } from '../../../../main/outbound/types.ts';
import en from './texts/en.json' with { type: 'json' };

const texts: Readonly<Record<string, string>> = en;

it.each(failureCodes)('%s has a word, a meaning, a cause and what to do', (code) => {
  for (const part of ['', '.meaning', '.cause', '.fix']) expect(texts[`log.failure.${code}${part}`]).toBeTruthy();
});
