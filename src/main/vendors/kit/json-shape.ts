import { isObject, jsonType, pathMember, type Json } from './json.ts';

/** What a JSON value may be. `any`: nothing is said; `struct`: any object. */
export type Shape =
  | { readonly kind: 'string' | 'boolean' | 'integer' | 'number' | 'struct' | 'any' }
  | { readonly kind: 'choice'; readonly of: readonly (string | number)[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Shape>> };

/** One way in which a value does not fit. `field`: the last name of its path. */
export type ShapeMistake =
  | {
      readonly kind: 'wrong-type';
      readonly path: string;
      readonly field: string;
      readonly expected: string;
      readonly found: string;
    }
  | {
      readonly kind: 'unknown-choice';
      readonly path: string;
      readonly field: string;
      readonly value: string;
      readonly choices: string;
    }
  | {
      readonly kind: 'unknown-field';
      readonly path: string;
      readonly field: string;
      /** Name or path of what was probably meant; empty: no idea. */
      readonly suggestion: string;
    };

/** Short forms, to write schemas with. */
export const text: Shape = { kind: 'string' };
export const flag: Shape = { kind: 'boolean' };
export const integer: Shape = { kind: 'integer' };
export const struct: Shape = { kind: 'struct' };
export const texts: Shape = { kind: 'list', of: text };
export const choice = (...of: (string | number)[]): Shape => ({ kind: 'choice', of });
export const object = (fields: Readonly<Record<string, Shape>>): Shape => ({ kind: 'object', fields });

const plain = (name: string): string => name.slice(0, 60).toLowerCase().replaceAll(/[_-]/g, '');

/** Nearest place below a shape with a field of this name, however it is written; breadth first. */
const findBelow = (shape: Shape, name: string): string => {
  let level: { shape: Shape; at: string }[] = [{ shape, at: '' }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { shape: one, at } of level) {
      if (one.kind !== 'object') continue;
      for (const [field, inner] of Object.entries(one.fields)) {
        const here = at === '' ? field : `${at}.${field}`;
        if (plain(field) === plain(name)) return here;
        next.push({ shape: inner, at: here });
      }
    }
    level = next;
  }
  return '';
};

const words: Readonly<Record<Shape['kind'], string>> = {
  string: 'string',
  boolean: 'boolean',
  integer: 'integer',
  number: 'number',
  struct: 'object',
  any: 'anything',
  choice: 'string or number',
  list: 'array',
  object: 'object',
};

const fits = (value: Json, shape: Shape): boolean => {
  switch (shape.kind) {
    case 'string':
    case 'boolean':
    case 'number':
      return typeof value === shape.kind;
    case 'integer':
      return Number.isSafeInteger(value);
    case 'struct':
    case 'object':
      return isObject(value);
    case 'list':
      return Array.isArray(value);
    case 'choice':
      return shape.of.some((one) => typeof one === typeof value);
    case 'any':
      return true;
  }
};

const cut = (value: string): string => (value.length <= 80 ? value : `${value.slice(0, 80)}…`);

/**
 * Compares a value with a shape and names every mistake; null stands for «not set». It goes only as deep as the shape, so any
 * nesting of the value is safe. `root` is where unknown names are looked for besides their own place.
 */
export const checkShape = (value: Json, shape: Shape, path = '$', field = '', root: Shape = shape): ShapeMistake[] => {
  if (value === null) return [];
  if (!fits(value, shape)) {
    const expected =
      shape.kind === 'choice' ? [...new Set(shape.of.map((one) => typeof one))].join(' or ') : words[shape.kind];
    return [{ kind: 'wrong-type', path, field, expected, found: jsonType(value) }];
  }
  if (shape.kind === 'choice' && !shape.of.some((one) => one === value)) {
    return [
      {
        kind: 'unknown-choice',
        path,
        field,
        value: cut(typeof value === 'string' ? value : JSON.stringify(value)),
        choices: shape.of.join(', '),
      },
    ];
  }
  if (shape.kind === 'list' && Array.isArray(value)) {
    return value.flatMap((item, index) => checkShape(item, shape.of, pathMember(path, index), field, root));
  }
  if (shape.kind !== 'object' || !isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]): ShapeMistake[] => {
    const at = pathMember(path, name);
    const known = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    if (known) return checkShape(inner, known, at, name, root);
    const suggestion = findBelow(shape, name) || findBelow(root, name);
    return [{ kind: 'unknown-field', path: at, field: cut(name), suggestion }];
  });
};
