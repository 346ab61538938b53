import { fieldRows, type FieldRow } from '../kit/field-rows.ts';
import { requestType, type FieldType } from './payload/schema.ts';
import { sources } from './sources.ts';

const described = (type: FieldType): readonly [takes: string, values: readonly unknown[]] => {
  switch (type.kind) {
    case 'string':
      return ['text', ['other words']];
    case 'bool':
      return ['true or false', [true, false]];
    case 'int32':
      return ['whole number', [1, 7]];
    case 'number':
      return ['number', [0.5]];
    case 'duration':
      return ['seconds with an s, such as 3.5s', ['60s']];
    case 'timestamp':
      return ['RFC 3339 time', ['2026-11-21T08:00:00Z']];
    case 'map':
      return ['object of texts', [{ ext: 'other' }]];
    case 'struct':
      return ['object', [{ key: 'value' }]];
    case 'enum':
      return [type.values.join(', '), type.values];
    case 'list':
      return [`list: ${described(type.of)[0]}`, [described(type.of)[1]]];
    case 'message':
      return ['object', []];
  }
};

const walk = (type: FieldType, path: readonly string[]): FieldRow[] =>
  type.kind === 'message'
    ? [...type.fields].flatMap(([name, inner]): FieldRow[] => {
        const at = [...path, name];
        const [takes, values] = described(inner);
        return [[at.join('.'), takes, values], ...walk(inner, at)];
      })
    : [];

/** Every field of the request, from the schema the rules use. */
export const fields = fieldRows(sources.message, walk(requestType, []));
