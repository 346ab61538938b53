import { findNodeAtLocation, getLocation, parseTree, type JSONPath, type Node } from 'jsonc-parser';
import {
  alternativesOf,
  choicesOf,
  fitsSchema,
  typesOf,
  type JsonSchema,
  type JsonTypeName,
} from '../../../shared/kit/json-schema.ts';

/** What a schema says about the place somebody points at. */
export interface SchemaHelp {
  /** The place in the text the help is about. UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
  readonly types: readonly JsonTypeName[];
  readonly paragraphs: readonly string[];
  readonly choices: readonly Choice[];
}
export interface Choice {
  /** The value as JSON text. */
  readonly value: string;
  readonly about: string;
}

/** One thing that can be written at a place. */
export interface Offer {
  readonly label: string;
  readonly kind: 'key' | 'value';
  /** What is written, with `${}` where the cursor goes, or `${text}` that is selected. */
  readonly template: string;
  /** Other offers follow at once: the values of the key that was just written. */
  readonly again: boolean;
  readonly needed: boolean;
  readonly detail: string;
  readonly help: Omit<SchemaHelp, 'from' | 'to'>;
}
export interface Offers {
  readonly from: number;
  readonly to: number;
  readonly offers: readonly Offer[];
}

const memberOf = (node: Node | undefined, name: string): Node | undefined =>
  node?.type === 'object' ? node.children?.find((one) => one.children?.[0]?.value === name)?.children?.[1] : undefined;

const namesIn = (node: Node | undefined): string[] =>
  node?.type === 'object' ? (node.children ?? []).map((one) => String(one.children?.[0]?.value)) : [];

/** An alternative that the keys which are there already rule out: one it does not have, or one that has another value in it. */
const isRuledOut = (root: JsonSchema, schema: JsonSchema, node: Node): boolean =>
  namesIn(node).some((name) => {
    const own = schema.properties?.[name];
    if (!own) return schema.additionalProperties === false;
    const there = memberOf(node, name);
    const isChoice = alternativesOf(root, own).every((one) => choicesOf(one) !== null);
    return isChoice && there?.value !== undefined && !fitsSchema(own, there.value);
  });

const isOfKind = (schema: JsonSchema, node: Node): boolean => {
  const types = typesOf(schema);
  return types.length === 0 || types.some((type) => type === node.type);
};

/** The alternatives that go with what is written; all of them when none does, so that help never vanishes while typing. */
const narrowed = (root: JsonSchema, schemas: readonly JsonSchema[], node: Node | undefined): readonly JsonSchema[] => {
  const all = schemas.flatMap((schema) => alternativesOf(root, schema));
  if (node?.type !== 'object' && node?.type !== 'array') return all;
  const ofKind = all.filter((schema) => isOfKind(schema, node));
  const left = ofKind.filter((schema) => !isRuledOut(root, schema, node));
  return left.length > 0 ? left : ofKind;
};

/** Entries of the schema for a place, following what is written on the way there. */
const entriesAt = (root: JsonSchema, tree: Node | undefined, path: JSONPath): readonly JsonSchema[] => {
  let entries: readonly JsonSchema[] = [root];
  let node = tree;
  for (const part of path) {
    const inside = narrowed(root, entries, node);
    entries = inside.flatMap((schema) => {
      if (typeof part === 'number') return schema.items ? [schema.items] : [];
      const own = schema.properties && Object.hasOwn(schema.properties, part) ? schema.properties[part] : undefined;
      return own ? [own] : [];
    });
    node = typeof part === 'number' ? node?.children?.[part] : memberOf(node, part);
  }
  return entries;
};

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

const choicesIn = (root: JsonSchema, entries: readonly JsonSchema[]): Choice[] => {
  const found = new Map<string, string>();
  for (const one of entries.flatMap((entry) => alternativesOf(root, entry))) {
    for (const value of choicesOf(one) ?? []) {
      const text = JSON.stringify(value);
      // A key's own description stands on its entry; only a choice inside `anyOf` has words about the value.
      found.set(text, found.get(text) ?? (entries.includes(one) && !('const' in one) ? '' : (one.description ?? '')));
    }
  }
  return [...found].map(([value, about]) => ({ value, about }));
};

const helpOf = (root: JsonSchema, entries: readonly JsonSchema[]): Omit<SchemaHelp, 'from' | 'to'> | null => {
  const [first] = entries;
  if (!first) return null;
  const paragraphs = unique(entries.flatMap(({ description }) => description ?? [])).slice(0, 1);
  return {
    title: first.title ?? '',
    types: unique(entries.flatMap((entry) => alternativesOf(root, entry)).flatMap(typesOf)),
    paragraphs: paragraphs.flatMap((text) => text.split('\n\n')),
    choices: choicesIn(root, entries),
  };
};

const findHelp = (root: JsonSchema, text: string, offset: number): SchemaHelp | null => {
  const { path, previousNode: node } = getLocation(text, offset);
  if (!node || offset < node.offset || offset > node.offset + node.length) return null;
  const tree = parseTree(text);
  const help = helpOf(root, entriesAt(root, tree, path));
  if (!help || (help.title === '' && help.paragraphs.length === 0)) return null;
  return { from: node.offset, to: node.offset + node.length, ...help };
};

const isTime = (schema: JsonSchema): boolean => schema.exclusiveMaximum !== undefined;

/** What is written after the colon: the one value there is, room for several, or an empty value of the right type. */
const valueTemplate = (root: JsonSchema, entries: readonly JsonSchema[], nowSeconds: number): string => {
  const alternatives = entries.flatMap((entry) => alternativesOf(root, entry));
  const choices = choicesIn(root, entries).map(({ value }) => value);
  if (choices.length > 0) return choices.length === 1 ? `${choices[0]}` : choices.includes('1') ? '${1}' : '${}';
  const [first] = alternatives;
  const [example] = entries[0]?.examples ?? [];
  const [type] = first ? typesOf(first) : [];
  // Where text and object are both taken, the example says which of them people mean.
  if (type === 'object' || (typeof example === 'object' && !Array.isArray(example))) return '{ ${} }';
  if (type === 'string') return '"${}"';
  if (type === 'array') return '[${}]';
  if (type === 'integer' || type === 'number')
    return `\${${first && isTime(first) ? nowSeconds : JSON.stringify(example ?? 0)}}`;
  return '${}';
};

const wordBefore = (text: string, offset: number): number =>
  offset - (/["\w.-]*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0].length ?? 0);

/** The piece of text an offer takes the place of: the string or number the cursor is in, or the word before it. */
const replacedAt = (text: string, offset: number, node: Node | undefined): { from: number; to: number } => {
  const isIn = node && offset >= node.offset && offset <= node.offset + node.length && node.type !== 'object';
  if (!isIn || node.type === 'array') return { from: wordBefore(text, offset), to: offset };
  // An open quote swallows the rest of its line; nothing but the word itself is replaced then.
  const raw = text.slice(node.offset, node.offset + node.length);
  const isOpen = raw.startsWith('"') && (raw.length < 2 || !raw.endsWith('"'));
  return { from: node.offset, to: isOpen ? offset : node.offset + node.length };
};

const keyOffers = (root: JsonSchema, text: string, offset: number, nowSeconds: number): Offers | null => {
  const location = getLocation(text, offset);
  const tree = parseTree(text);
  const parentPath = location.path.slice(0, -1);
  const parent = tree && findNodeAtLocation(tree, parentPath);
  const { from, to } = replacedAt(text, offset, location.previousNode);
  const own = text.slice(from, to).replaceAll('"', '');
  // The key under the cursor is being written; it is neither there already nor does it rule anything out.
  const there = new Set(namesIn(parent).filter((name) => name !== own));
  const settled = parent && {
    ...parent,
    children: parent.children?.filter((one) => one.children?.[0]?.offset !== from),
  };
  const objects = narrowed(root, entriesAt(root, tree, parentPath), settled);
  const hasColon = /^\s*:/.test(text.slice(to));
  const comma = hasColon || !/^\s*"/.test(text.slice(to)) ? '' : ',';
  const found = new Map<string, JsonSchema[]>();
  for (const [name, entry] of objects.flatMap((object) => Object.entries(object.properties ?? {}))) {
    if (!there.has(name)) found.set(name, [...(found.get(name) ?? []), entry]);
  }
  const offers = [...found].flatMap(([name, entries]): Offer[] => {
    const help = helpOf(root, entries);
    if (!help) return [];
    const value = hasColon ? '' : `: ${valueTemplate(root, entries, nowSeconds)}${comma}`;
    return [
      {
        label: name,
        kind: 'key',
        template: `${JSON.stringify(name)}${value}`,
        again: value.startsWith(': ${}') && help.choices.length > 1,
        needed: objects.every((one) => one.required?.includes(name) ?? false),
        detail: help.types.join(' | '),
        help,
      },
    ];
  });
  return offers.length > 0 ? { from, to, offers } : null;
};

const valueOffers = (root: JsonSchema, text: string, offset: number): Offers | null => {
  const { path, previousNode } = getLocation(text, offset);
  const entries = entriesAt(root, parseTree(text), path);
  const help = helpOf(root, entries);
  if (!help || help.choices.length === 0) return null;
  const offers = help.choices.map(({ value, about }): Offer => ({
    label: value,
    kind: 'value',
    template: value,
    again: false,
    needed: false,
    detail: '',
    help: { title: value, types: [], paragraphs: about === '' ? help.paragraphs : [about], choices: [] },
  }));
  return { ...replacedAt(text, offset, previousNode), offers };
};

const findOffers = (root: JsonSchema, text: string, offset: number, nowSeconds: number): Offers | null => {
  const { path, isAtPropertyKey } = getLocation(text, offset);
  if (path.length === 0) return null;
  return isAtPropertyKey ? keyOffers(root, text, offset, nowSeconds) : valueOffers(root, text, offset);
};

/** Text nested deeper than the parser's stack reaches has no help; it can still be edited. */
const orNull = <T>(find: () => T | null): T | null => {
  try {
    return find();
  } catch {
    return null;
  }
};

/** Help for what stands at an offset: a key, or the value of one. Null where the schema says nothing. */
export const helpAt = (root: JsonSchema, text: string, offset: number): SchemaHelp | null =>
  orNull(() => findHelp(root, text, offset));

/** What can be written at an offset: keys of the object it is in, or values of the key before it. Null: nothing is known. */
export const offersAt = (root: JsonSchema, text: string, offset: number, nowSeconds: number): Offers | null =>
  orNull(() => findOffers(root, text, offset, nowSeconds));
