/** An element with what stands inside of it, in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}
/** Where a text stops being XML, lines and columns from 1, and why in one word. */
export interface XmlProblem {
  readonly line: number;
  readonly column: number;
  readonly reason:
    'no-root' | 'tag' | 'attribute' | 'end-tag' | 'entity' | 'unclosed' | 'after-root' | 'doctype' | 'deep' | 'binary';
  /** What stands there. */
  readonly detail: string;
}
export type XmlResult =
  { readonly ok: true; readonly root: XmlElement } | { readonly ok: false; readonly problem: XmlProblem };

const deepest = 200;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

class Broken extends Error {
  readonly at: number;
  readonly reason: XmlProblem['reason'];
  constructor(at: number, reason: XmlProblem['reason']) {
    super(reason);
    this.at = at;
    this.reason = reason;
  }
}

/** Only the five names of XML and numbers: a document that brings entities of its own is refused, so nothing can grow or be fetched. */
const decode = (text: string, at: number): string =>
  text.replaceAll(/&([^;&\s]*);?/g, (all, name: string, offset: number) => {
    if (!all.endsWith(';')) throw new Broken(at + offset, 'entity');
    const [, hex, decimal] = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
    const code = hex === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(hex, 16);
    const known = Number.isInteger(code) && code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : named[name];
    if (known === undefined) throw new Broken(at + offset, 'entity');
    return known;
  });

const nameAt = /[A-Za-z_:\u0080-\uffff][\w:.\-\u0080-\uffff]*/y;
const attributeAt = /\s+([A-Za-z_:\u0080-\uffff][\w:.\-\u0080-\uffff]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;

interface Open {
  readonly element: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };
  readonly at: number;
}

/** What can be passed over between elements: its end; null: something else stands here. */
const skipped = (text: string, at: number): number | null => {
  for (const [start, end] of [
    ['<!--', '-->'],
    ['<?', '?>'],
  ] as const) {
    if (!text.startsWith(start, at)) continue;
    const stop = text.indexOf(end, at + start.length);
    if (stop < 0) throw new Broken(at, 'unclosed');
    return stop + end.length;
  }
  if (!text.startsWith('<!DOCTYPE', at)) return null;
  const stop = text.indexOf('>', at);
  // An internal subset declares entities.
  if (stop < 0 || text.slice(at, stop).includes('[')) throw new Broken(at, 'doctype');
  return stop + 1;
};

const startTag = (text: string, at: number): { open: Open; end: number; isEmpty: boolean } => {
  nameAt.lastIndex = at + 1;
  const name = nameAt.exec(text)?.[0];
  if (name === undefined) throw new Broken(at, 'tag');
  const attributes: Record<string, string> = {};
  let end = at + 1 + name.length;
  for (;;) {
    attributeAt.lastIndex = end;
    const found = attributeAt.exec(text);
    if (!found) break;
    const [all, key = '', double, single] = found;
    if (Object.hasOwn(attributes, key)) throw new Broken(end, 'attribute');
    Object.defineProperty(attributes, key, { value: decode(double ?? single ?? '', end), enumerable: true });
    end += all.length;
  }
  const close = /\s*(\/?)>/y;
  close.lastIndex = end;
  const found = close.exec(text);
  if (!found) throw new Broken(end, 'attribute');
  return {
    open: { element: { name, attributes, children: [] }, at },
    end: end + found[0].length,
    isEmpty: found[1] === '/',
  };
};

const read = (text: string): XmlElement => {
  const stack: Open[] = [];
  let root: XmlElement | null = null;
  let at = 0;
  const put = (child: XmlElement | string, from: number) => {
    const top = stack.at(-1);
    if (top) top.element.children.push(child);
    else if (typeof child === 'string') {
      if (child.trim() !== '') throw new Broken(from, root ? 'after-root' : 'no-root');
    } else if (root) throw new Broken(from, 'after-root');
    else root = child;
  };
  while (at < text.length) {
    if (text[at] !== '<') {
      const end = text.indexOf('<', at);
      const stop = end < 0 ? text.length : end;
      put(decode(text.slice(at, stop), at), at);
      at = stop;
      continue;
    }
    const past = skipped(text, at);
    if (past !== null) {
      at = past;
    } else if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end < 0) throw new Broken(at, 'unclosed');
      put(text.slice(at + 9, end), at);
      at = end + 3;
    } else if (text.startsWith('</', at)) {
      const [all = '', name] = /^<\/([^\s>]+)\s*>/.exec(text.slice(at, at + 1000)) ?? [];
      const top = stack.pop();
      if (!top || name !== top.element.name) throw new Broken(at, 'end-tag');
      put(top.element, top.at);
      at += all.length;
    } else {
      const { open, end, isEmpty } = startTag(text, at);
      if (isEmpty) put(open.element, at);
      else stack.push(open);
      if (stack.length > deepest) throw new Broken(at, 'deep');
      at = end;
    }
  }
  const open = stack.at(-1);
  if (open) throw new Broken(open.at, 'unclosed');
  if (!root) throw new Broken(0, 'no-root');
  return root;
};

/**
 * Reads a whole XML document, strictly: every element closed, one root, no entities but those of XML itself, no internal subset,
 * nothing fetched. Namespace prefixes stay in the names. Never throws.
 */
export const readXml = (source: string): XmlResult => {
  const text = source.replace(/^\uFEFF/, '');
  if (text.startsWith('bplist') || text.includes('\u0000')) {
    return { ok: false, problem: { line: 1, column: 1, reason: 'binary', detail: '' } };
  }
  try {
    return { ok: true, root: read(text) };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    const lines = text.slice(0, error.at).split('\n');
    const problem = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, reason: error.reason };
    return { ok: false, problem: { ...problem, detail: text.slice(error.at, error.at + 40).split('\n')[0] ?? '' } };
  }
};

/** The elements inside of one, by name where one is given. */
export const elementsOf = ({ children }: XmlElement, name?: string): readonly XmlElement[] =>
  children.filter((child) => typeof child !== 'string').filter((child) => name === undefined || child.name === name);
/** All text inside of an element, at any depth. */
export const textOf = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
