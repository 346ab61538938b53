/** A piece of running text. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };
export type Inlines = readonly Inline[];

export type Block =
  | { readonly kind: 'paragraph'; readonly words: Inlines }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inlines[] }
  | { readonly kind: 'table'; readonly head: readonly Inlines[]; readonly rows: readonly (readonly Inlines[])[] }
  | { readonly kind: 'code'; readonly text: string };

/** A part of a page with a name of its own. */
export interface HelpSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

const inline = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https:\/\/[^)\s]+)\)/g;

/** Running text with its code, emphasis and links. */
export const readInlines = (text: string): Inlines => {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(inline)) {
    if (match.index > at) found.push({ kind: 'text', text: text.slice(at, match.index) });
    const [whole, code, strong, label, url] = match;
    if (code !== undefined) found.push({ kind: 'code', text: code });
    else if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else found.push({ kind: 'link', text: label ?? '', url: url ?? '' });
    at = match.index + whole.length;
  }
  if (at < text.length) found.push({ kind: 'text', text: text.slice(at) });
  return found;
};

const cellsOf = (line: string): Inlines[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => readInlines(cell.trim()));

const item = /^(?:-|\d+\.)\s+/;

/** Lines after an item that belong to it are joined with it. */
const itemsOf = (lines: readonly string[]): Inlines[] => {
  const items: string[] = [];
  for (const line of lines) {
    if (item.test(line)) items.push(line.replace(item, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return items.map(readInlines);
};

const blockOf = (text: string): Block => {
  const lines = text.split('\n');
  const [first = ''] = lines;
  if (first.startsWith('```')) return { kind: 'code', text: lines.slice(1, -1).join('\n') };
  if (first.startsWith('|')) {
    const [head = '', , ...rows] = lines;
    return { kind: 'table', head: cellsOf(head), rows: rows.map(cellsOf) };
  }
  if (item.test(first)) return { kind: 'list', ordered: /^\d/.test(first), items: itemsOf(lines) };
  return { kind: 'paragraph', words: readInlines(lines.join(' ')) };
};

/**
 * The sections of one of our documentation pages, in their order: each begins with an anchor and a heading of the second level. Knows what
 * these pages use: paragraphs, lists, tables, code.
 */
export const readPage = (markdown: string): readonly HelpSection[] =>
  markdown
    .split(/^<a id="/m)
    .slice(1)
    .map((part) => {
      const [, id = '', title = '', body = ''] = /^([\w-]+)"><\/a>\n+## ([^\n]+)\n([\s\S]*)$/.exec(part) ?? [];
      const blocks = body
        .trim()
        .split(/\n{2,}/)
        .filter((block) => block !== '')
        .map(blockOf);
      return { id, title, blocks };
    });
