import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readInlines, readPage } from './page.ts';

const page = (name: string) =>
  readPage(readFileSync(new URL(`../../../../../../docs/${name}`, import.meta.url), 'utf8'));

describe('a documentation page', () => {
  it('has its sections with words, lists, tables and code', () => {
    const [section] = readPage(
      '# T\n\nLead.\n\n<a id="a"></a>\n\n## One\n\nTwo\nlines.\n\n1. x\n   y\n2. z\n\n| A | B |\n| --- | --- |\n| `c` | d |\n\n```\nrun\n```\n',
    );
    const text = (words: string) => [{ kind: 'text', text: words }];
    expect(section).toEqual({
      id: 'a',
      title: 'One',
      blocks: [
        { kind: 'paragraph', words: text('Two lines.') },
        { kind: 'list', ordered: true, items: [text('x y'), text('z')] },
        {
          kind: 'table',
          head: [text('A'), text('B')],
          rows: [[[{ kind: 'code', text: 'c' }], text('d')]],
        },
        { kind: 'code', text: 'run' },
      ],
    });
  });
  it('knows code, emphasis and links in running text', () =>
    expect(readInlines('a `b` **c** [d](https://e.test/f).')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'code', text: 'b' },
      { kind: 'text', text: ' ' },
      { kind: 'strong', text: 'c' },
      { kind: 'text', text: ' ' },
      { kind: 'link', text: 'd', url: 'https://e.test/f' },
      { kind: 'text', text: '.' },
    ]));
  it('is the same in both languages, section for section and block for block', () => {
    const [english, chinese] = [page('credentials.md'), page('credentials.zh-CN.md')];
    expect(english.length).toBeGreaterThan(15);
    expect(english.every(({ title, blocks }) => title !== '' && blocks.length > 0)).toBe(true);
    const shape = (sections: typeof english) =>
      sections.map(({ id, blocks }) => [id, ...blocks.map(({ kind }) => kind)]);
    expect(shape(chinese)).toEqual(shape(english));
  });
});
