import { applyEdits, modify, type JSONPath } from 'jsonc-parser';

interface Change {
  readonly path: JSONPath;
  /** Undefined: the member goes. */
  readonly value: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (before: unknown, after: unknown): boolean => {
  if (Object.is(before, after)) return true;
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((one, index) => isSame(one, after[index]));
  }
  if (!isObject(before) || !isObject(after)) return false;
  const names = Object.keys(before);
  return (
    names.length === Object.keys(after).length &&
    names.every((name) => Object.hasOwn(after, name) && isSame(before[name], after[name]))
  );
};

const changes = (before: unknown, after: unknown, path: JSONPath): Change[] => {
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) =>
      Object.hasOwn(after, name)
        ? changes(Object.hasOwn(before, name) ? before[name] : undefined, after[name], [...path, name])
        : [{ path: [...path, name], value: undefined }],
    );
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return after.flatMap((one, index) => changes(before[index], one, [...path, index]));
  }
  return isSame(before, after) ? [] : [{ path, value: after }];
};

const layout = { formattingOptions: { insertSpaces: true, tabSize: 2 } };

/**
 * A text that says what `wanted` says, with the layout and the order that somebody gave it kept wherever nothing has changed.
 * `wanted` itself where the text is no JSON or cannot be led there in place.
 */
export const followJson = (text: string, wanted: string): string => {
  try {
    const before: unknown = JSON.parse(text);
    const after: unknown = JSON.parse(wanted);
    if (!isObject(before) || !isObject(after)) return wanted;
    const led = changes(before, after, []).reduce(
      (now, { path, value }) => applyEdits(now, modify(now, path, value, layout)),
      text,
    );
    // Keys written twice lead elsewhere.
    return isSame(JSON.parse(led), after) ? led : wanted;
  } catch {
    return wanted;
  }
};
