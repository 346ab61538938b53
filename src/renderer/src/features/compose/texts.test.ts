import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { imTexts } from '../../../../main/im/index.ts';
import en from './texts/en.json' with { type: 'json' };
import zhCN from './texts/zh-CN.json' with { type: 'json' };

const english: Readonly<Record<string, string>> = en;
const chinese: Readonly<Record<string, string>> = zhCN;
const holes = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([hole]) => hole).toSorted();

/** Every id that a string in the sources of this folder names as a whole. */
const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n');
const named = [...sources.matchAll(/'(compose\.[\w.-]+)'/g)].map(([, id = '']) => id);
/** Beginnings of ids that are put together: `compose.badge.${mode}`, `label('state.…')` of the mends. */
const begun = [...sources.matchAll(/`(compose\.[\w.-]*\.)\$\{/g)].map(([, id = '']) => id);

describe('words of the composer', () => {
  it('both languages have the same sentences', () =>
    expect(Object.keys(chinese).toSorted()).toEqual(Object.keys(english).toSorted()));
  it.each(Object.keys(english))('%s has the same holes in both', (id) =>
    expect(holes(chinese[id] ?? '')).toEqual(holes(english[id] ?? '')),
  );
  it('every sentence that is named exists', () => expect(named.filter((id) => !(id in english))).toEqual([]));
  it('every sentence is named or put together', () =>
    expect(
      Object.keys(english).filter((id) => !named.includes(id) && !begun.some((beginning) => id.startsWith(beginning))),
    ).toEqual([]));
  it('every reason why nothing is pushed has a short form, with no hole its gate does not fill', () => {
    const short = Object.keys(english).filter((id) => id.startsWith('compose.why.'));
    for (const id of short) {
      const gate = imTexts.en[`im.gate.${id.slice('compose.why.'.length)}`];
      expect(gate, id).toBeDefined();
      for (const hole of holes(english[id] ?? '')) expect(gate, id).toContain(hole);
    }
  });
});
