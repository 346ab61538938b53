import type { Field } from '../../../../../shared/rest/field.ts';

/** An object of the message as a bag of fields. */
export type Values = Readonly<Record<string, unknown>>;

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a field; `vendor.name` looks inside. */
export const valueOf = (values: Values, key: string): unknown => {
  const [group = '', name] = key.split('.');
  const outer = values[group];
  if (name === undefined) return outer;
  return isValues(outer) ? outer[name] : undefined;
};

const without = (values: Values, name: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([one]) => one !== name));

/** The values with one set, or taken away when it is undefined. An object that has nothing left in it goes too. */
export const withValue = (values: Values, key: string, value: unknown): Values => {
  const [group = '', name] = key.split('.');
  if (name === undefined) return value === undefined ? without(values, group) : { ...values, [group]: value };
  const outer = values[group];
  const inner = withValue(isValues(outer) ? outer : {}, name, value);
  return Object.keys(inner).length === 0 ? without(values, group) : { ...values, [group]: inner };
};

/** How many of these fields say something; an object with fields of its own counts by them. */
export const countSet = (values: Values, fields: readonly Field[]): number =>
  fields.reduce((sum, { key, kind, table }) => {
    const value = valueOf(values, key);
    if (table && kind === 'object') return sum + (isValues(value) ? countSet(value, table) : 0);
    return sum + (value === undefined || value === '' ? 0 : 1);
  }, 0);

const emptyOf = ({ kind, example }: Field): unknown =>
  kind === 'text' ? '' : kind === 'flag' || kind === 'switch' ? false : (example ?? 0);

/** An object with what it cannot be without. */
export const withRequired = (values: Values, fields: readonly Field[]): Values =>
  fields.reduce(
    (all, one) => (one.required && valueOf(all, one.key) === undefined ? withValue(all, one.key, emptyOf(one)) : all),
    values,
  );

/** Where the fields beside MsgType and MsgContent are kept. */
const beside = '@element';

/** Names of fields that came along and that the form does not know. */
export const unknownNames = (values: Values): readonly string[] =>
  isValues(values['extra'])
    ? Object.entries(values['extra']).flatMap(([name, value]) =>
        name === beside && isValues(value) ? Object.keys(value) : [name],
      )
    : [];

/** A text as JSON of the wanted form. Undefined: it is empty. Null: it is something else. */
export const parseJsonAs = (text: string, kind: 'object' | 'array'): Values | readonly unknown[] | undefined | null => {
  if (text.trim() === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (kind === 'array') return Array.isArray(value) ? value : null;
    return isValues(value) ? value : null;
  } catch {
    return null;
  }
};
