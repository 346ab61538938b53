/** A piece of JSON text for drawing. `isExt`: it belongs to the value the app's redirect reads. */
export interface JsonToken {
  readonly kind: 'key' | 'string' | 'number' | 'word' | 'punct';
  readonly text: string;
  readonly isExt: boolean;
}

const kindOf = (value: unknown): JsonToken['kind'] =>
  typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'word';
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const print = (value: unknown, ext: string | null, indent: string, within: boolean): JsonToken[] => {
  const isExt = within || (ext !== null && asText(value) === ext);
  const punct = (text: string): JsonToken => ({ kind: 'punct', text, isExt });
  if (typeof value !== 'object' || value === null) return [{ kind: kindOf(value), text: JSON.stringify(value), isExt }];
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  if (entries.length === 0) return [punct(`${open}${close}`)];
  const inner = `${indent}  `;
  const parts = entries.flatMap(([key, one], index) => [
    punct(`${index === 0 ? '' : ','}\n${inner}`),
    ...(isList ? [] : [{ kind: 'key' as const, text: JSON.stringify(key), isExt }, punct(': ')]),
    ...print(one, ext, inner, isExt),
  ]);
  return [punct(open), ...parts, punct(`\n${indent}${close}`)];
};

/** JSON text, indented by two, in coloured pieces; the value equal to `ext` is marked. Null: this is not JSON. */
export const jsonTokens = (json: string, ext: string | null): readonly JsonToken[] | null => {
  try {
    return print(JSON.parse(json), ext, '', false);
  } catch {
    return null;
  }
};
