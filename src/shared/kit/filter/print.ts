import { fieldNames, type FilterNode, type TermValue } from './ast.ts';

const operators = new Set(['and', 'or', 'not']);
/** What can stand without quotes: no space, bracket, quote, bar or backslash in it, and nothing at its start that means something. */
const bare = /^[^\s()"|\\<>=:-][^\s()"|\\]*$/;

export const quote = (text: string): string => `"${text.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`;

const printValue = ({ comparison, value }: TermValue): string =>
  `${comparison === 'has' ? '' : comparison}${bare.test(value) || /^-\d[\d.]*$/.test(value) ? value : quote(value)}`;
const segment = /^[^\s()"|\\:.]+$/;

const printText = (text: string): string =>
  bare.test(text) && !text.includes(':') && !operators.has(text.toLowerCase()) ? text : quote(text);

const isLeaf = (node: FilterNode): boolean => node.kind === 'term' || node.kind === 'text';

const printPart = (node: FilterNode, inside: 'and' | 'or'): string =>
  node.kind === 'or' && inside === 'and' ? `(${printFilter(node)})` : printFilter(node);

/** The filter as somebody would type it. Reading it again gives the same tree. */
export const printFilter = (node: FilterNode): string => {
  switch (node.kind) {
    case 'and':
      return node.parts.map((part) => printPart(part, 'and')).join(' ');
    case 'or':
      return node.parts.map((part) => printPart(part, 'or')).join(' or ');
    case 'not':
      return isLeaf(node.part) ? `-${printFilter(node.part)}` : `-(${printFilter(node.part)})`;
    case 'term': {
      const path = node.path.map((part) => `.${segment.test(part) ? part : quote(part)}`).join('');
      return `${node.field}${path}:${node.values.map(printValue).join('|')}`;
    }
    case 'text':
      return printText(node.text);
  }
};

/** Is this one of the names a term begins with? */
export const isFieldName = (name: string): name is (typeof fieldNames)[number] =>
  (fieldNames as readonly string[]).includes(name);
