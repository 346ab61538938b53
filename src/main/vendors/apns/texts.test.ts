import { describe, expect, it } from 'vitest';
import { errors } from './errors.ts';
import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

const chinese: Readonly<Record<string, string>> = zh;
const holes = (words: string): string[] =>
  [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').toSorted();

describe('apns words', () => {
  it('say the same in both languages, and raise no voice', () => {
    for (const [id, words] of Object.entries(en)) {
      expect(new Set(holes(chinese[id] ?? '')), id).toEqual(new Set(holes(words)));
      expect(chinese[id], id).not.toBe('');
      expect(`${words}${chinese[id]}`, id).not.toMatch(/[!！]/);
    }
  });
  it('explains no reason that the table does not have', () => {
    const explained = Object.keys(en).flatMap((id) => /^apns\.error\.(\w+)\.meaning$/.exec(id)?.[1] ?? []);
    expect(explained.toSorted()).toEqual(errors.map(({ code }) => code).toSorted());
  });
});
