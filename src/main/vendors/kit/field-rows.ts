import type { Certainty, Draft, Source } from '../../../shared/contract/index.ts';
import type { VendorField } from '../vendor.ts';
import type { Shape } from './json-shape.ts';

/** A field of a table that is written by hand: its name with dots, what it takes, values that are right, and what differs from the table. */
export type FieldRow = readonly [
  name: string,
  takes: string,
  values?: readonly unknown[],
  more?: {
    readonly certainty?: Certainty;
    readonly source?: Source;
    readonly base?: Draft;
    readonly path?: readonly string[];
    /** Where trying cannot tell, as for a field that another address takes. */
    readonly does?: string;
  },
];

/** Fields of a table, each to be tried out. */
export const fieldRows = (source: Source, rows: readonly FieldRow[]): VendorField[] =>
  rows.map(([name, takes, values = [], more = {}]) => ({
    name,
    takes,
    does: more.does ?? '',
    since: null,
    certainty: more.certainty ?? 'documented',
    source: more.source ?? source,
    trial: { path: more.path ?? name.split('.'), values, ...(more.base ? { base: more.base } : {}) },
  }));

/** What a value of this shape may be, in a few words, and values that are right. */
const described = (shape: Shape): readonly [takes: string, values: readonly unknown[]] => {
  switch (shape.kind) {
    case 'string':
      return ['text', ['other words']];
    case 'boolean':
      return ['true or false', [true, false]];
    case 'integer':
      return ['whole number', [1, 2, 7]];
    case 'number':
      return ['number', [0.5]];
    case 'choice':
      return [shape.of.join(', '), shape.of];
    case 'list':
      return [shape.of.kind === 'object' ? 'list of objects' : 'list of texts', [['one', 'two']]];
    case 'struct':
      return ['object', [{ key: 'value' }]];
    case 'any':
      return ['list of tokens', []];
    case 'object':
      return ['object', []];
  }
};

/** Every field of a shape, outer ones first. `base`: the push each is put into. */
export const fieldsOfShape = (shape: Shape, source: Source, base?: Draft, label = ''): VendorField[] => {
  const walk = (one: Shape, path: readonly string[]): FieldRow[] => {
    if (one.kind !== 'object') return [];
    return Object.entries(one.fields).flatMap(([name, inner]): FieldRow[] => {
      const at = [...path, name];
      const [takes, values] = described(inner);
      const row: FieldRow = [`${label}${at.join('.')}`, takes, values, { path: at, ...(base ? { base } : {}) }];
      return [row, ...walk(inner, at)];
    });
  };
  return fieldRows(source, walk(shape, []));
};

/** A push as the base of a trial. */
export const baseOf = (payload: unknown): Draft => ({ payload: JSON.stringify(payload), options: {} });
