import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type * as z from 'zod';
import type { BrokenFile, LibraryFile, OfflinePush, Phrase } from '../../shared/contract/index.ts';
import { builtInVariables, LibraryFile as LibraryFileSchema } from '../../shared/contract/presets.ts';

/** Longest file that is read. */
export const longestFileBytes = 1_048_576;

export type FileRead =
  { readonly content: LibraryFile } | { readonly broken: Pick<BrokenFile, 'line' | 'column' | 'reason'> };

type Path = readonly (string | number)[];
const printPath = (path: Path): string =>
  path.reduce<string>((text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${key}`), '$');

const placeOf = (text: string, offset: number): { line: number; column: number } => {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1 };
};

/** Where a path is in the text; for what is not there, what it should be in. */
const offsetOf = (root: Node, path: Path): number => {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node) return node.offset;
  }
  return root.offset;
};

const reason = (id: string, params: Phrase['params'] = {}): Phrase => ({ id: `preset.broken.${id}`, params });

/** The first thing a schema objects to, in our words. */
const issueOf = (issue: z.core.$ZodIssue): { path: Path; reason: Phrase } => {
  // Symbols are no keys of JSON.
  const path = issue.path.filter((key) => typeof key !== 'symbol');
  const at = printPath(path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? '';
      return { path: [...path, key], reason: reason('unknown', { path: printPath([...path, key]) }) };
    }
    case 'invalid_type':
      return { path, reason: reason('type', { path: at, wanted: issue.expected }) };
    case 'invalid_value':
      return { path, reason: reason('value', { path: at, allowed: issue.values.map(String).join(', ') }) };
    case 'invalid_key':
      return { path, reason: reason('name', { path: at }) };
    case 'invalid_union': {
      const key = 'discriminator' in issue && typeof issue.discriminator === 'string' ? issue.discriminator : '';
      const full = key === '' || path.at(-1) === key ? path : [...path, key];
      return { path: full, reason: reason('kind', { path: printPath(full) }) };
    }
    default:
      return { path, reason: reason('other', { path: at, detail: issue.message }) };
  }
};

/** The first field of the file that reading dropped: the parts about messages take what they know and pass over the rest. */
const droppedPath = (given: unknown, taken: unknown, path: Path): Path | null => {
  if (typeof given !== 'object' || given === null || typeof taken !== 'object' || taken === null) return null;
  for (const [key, value] of Object.entries(given)) {
    const step: string | number = Array.isArray(given) ? Number(key) : key;
    if (!Object.hasOwn(taken, key)) return [...path, step];
    const inside = droppedPath(value, (taken as Record<string, unknown>)[key], [...path, step]);
    if (inside) return inside;
  }
  return null;
};

/** What no schema says: names of variables that are taken, steps on phones that are not there. */
const inconsistency = (file: LibraryFile): { path: Path; reason: Phrase } | null => {
  const taken = builtInVariables.find((name) => Object.hasOwn(file.variables, name));
  if (taken !== undefined) return { path: ['variables', taken], reason: reason('taken', { name: taken }) };
  if (file.kind === 'preset') return null;
  const ids = file.devices.map((device) => device.id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) return { path: ['devices', twice, 'id'], reason: reason('twice', { name: ids[twice] ?? '' }) };
  const lost = file.steps.findIndex((step) => 'device' in step && !ids.includes(step.device));
  const step = file.steps[lost];
  if (!step || !('device' in step)) return null;
  return { path: ['steps', lost, 'device'], reason: reason('device', { name: step.device, known: ids.join(', ') }) };
};

/** Reads the text of a file. Whatever is wrong first is named with its line, column (from 1) and reason; nothing is guessed. */
export const readFileText = (source: string): FileRead => {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  if (Buffer.byteLength(text) > longestFileBytes) {
    return { broken: { line: 1, column: 1, reason: reason('too-large', { limit: longestFileBytes }) } };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [first] = errors;
  if (first || !root) {
    const what = first ? printParseErrorCode(first.error) : 'ValueExpected';
    return { broken: { ...placeOf(text, first?.offset ?? 0), reason: reason('json', { what }) } };
  }
  const value: unknown = JSON.parse(text);
  const broken = ({ path, reason }: { path: Path; reason: Phrase }): FileRead => ({
    broken: { ...placeOf(text, offsetOf(root, path)), reason },
  });
  const { success, data, error } = LibraryFileSchema.safeParse(value);
  if (!success) {
    const [issue] = error.issues;
    return issue ? broken(issueOf(issue)) : broken({ path: [], reason: reason('kind', { path: '$' }) });
  }
  const dropped = droppedPath(value, data, []);
  if (dropped) return broken({ path: dropped, reason: reason('unknown', { path: printPath(dropped) }) });
  const wrong = inconsistency(data);
  return wrong ? broken(wrong) : { content: data };
};

/** Keys in the order a person reads them; others follow by name. */
const keyOrder = ['$schema', 'kind', 'name', 'about', 'variables', 'world', 'devices', 'message', 'steps'];
const inside = ['id', 'event', 'device', 'userId', 'platform', 'vendor', 'set', 'groupId', 'from', 'conversation'];
const rank = (key: string): number => {
  const at = [...keyOrder, ...inside].indexOf(key);
  return at < 0 ? 1000 : at;
};
/** Beside its own fields an element or conversation begins with what it is. */
const kindFirst = (key: string, depth: number): number => (key === 'kind' && depth > 0 ? -1 : rank(key));

const ordered = (value: unknown, depth: number): unknown => {
  if (Array.isArray(value)) return value.map((one) => ordered(one, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).toSorted(
    (one, other) => kindFirst(one, depth) - kindFirst(other, depth) || (one < other ? -1 : 1),
  );
  return Object.fromEntries(keys.map((key) => [key, ordered((value as Record<string, unknown>)[key], depth + 1)]));
};

const isEmpty = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** PushFlag 0 goes without saying. */
const withoutDefault = ({ disabled, ...rest }: OfflinePush): Partial<OfflinePush> =>
  disabled ? { disabled, ...rest } : rest;

/** The text of a file: two spaces, keys in a fixed order, a newline at the end, so that a diff shows what changed and no more. */
export const printFile = (file: LibraryFile): string => {
  const { about, variables, message, ...rest } = file;
  const { offlinePush, onlineUserOnly, messageClass, ...others } = message;
  const kept = {
    ...rest,
    ...(isEmpty(about) ? {} : { about }),
    ...(isEmpty(variables) ? {} : { variables }),
    message: {
      ...others,
      ...(offlinePush === null ? {} : { offlinePush: withoutDefault(offlinePush) }),
      ...(onlineUserOnly ? { onlineUserOnly } : {}),
      ...(messageClass === 'chat' ? {} : { messageClass }),
    },
  };
  return `${JSON.stringify(ordered(kept, 0), null, 2)}\n`;
};
