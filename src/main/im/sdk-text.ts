import type { Account, Message, OfflinePush, Problem, SdkShape } from '../../shared/contract/index.ts';
import { globalSettingsOf, readGlobalSettings, writeLegacyIosPush, writeLegacyPush } from './legacy.ts';
import { isObject, typeOf, type JsonObject } from './rest/fields.ts';
import { parseText, type TextReports } from './rest/parse-text.ts';
import { withoutShortForms, withShortForms } from './rest/push-info.ts';
import { writeV2Push, type ShapeProblem } from './sdk.ts';
import { readShape } from './shapes.ts';

/** The objects of the SDKs as texts that somebody writes, beside the message they are a part of. */
const globalShape = 'TIMOfflinePushSettings';

const problemOf = (phraseId: string, path: string, severity: Problem['severity'], params = {}): Problem => ({
  code: phraseId.replace(/\.(?:sdk|problem|gate\.valid-message)\./, '.'),
  severity,
  path,
  phrase: { id: phraseId, params },
  certainty: 'documented',
});
const wordsOf = { 'too-large': 'im.sdk.too-large', 'not-json': 'im.sdk.not-json' } as const;

interface Parsed {
  /** Undefined: the text is neither an object nor null. */
  readonly value: JsonObject | null | undefined;
  readonly problems: Problem[];
}
const parse = (text: string, shape: string): Parsed => {
  const problems: Problem[] = [];
  const reports: TextReports = {
    refuse: (name, path, params) => {
      const id = name === 'too-deep' ? 'im.gate.valid-message.too-deep' : wordsOf[name];
      problems.push(problemOf(id, path, 'error', params));
    },
    note: (name, severity, path, params) => problems.push(problemOf(`im.problem.${name}`, path, severity, params)),
  };
  const value = parseText(text, reports);
  if (value === null || isObject(value)) return { value, problems };
  if (value !== undefined) problems.push(problemOf('im.sdk.not-object', '$', 'error', { shape, found: typeOf(value) }));
  return { value: undefined, problems };
};
const wrong = ({ path, ...params }: ShapeProblem): Problem =>
  problemOf('im.sdk.wrong', path, 'error', { path, ...params });

/** Takes the members of `part` out of `full`, whatever they are now; an object in both loses what it has in common. */
const without = (full: JsonObject, part: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(full).flatMap(([name, value]) => {
      if (!Object.hasOwn(part, name)) return [[name, value]];
      const there = part[name];
      if (!isObject(value) || !isObject(there)) return [];
      const left = without(value, there);
      return Object.keys(left).length > 0 ? [[name, left]] : [];
    }),
  );
const merged = (left: JsonObject, right: JsonObject): JsonObject => {
  const both = { ...left };
  for (const [name, value] of Object.entries(right)) {
    const before = Object.hasOwn(left, name) ? left[name] : undefined;
    const next = isObject(before) && isObject(value) ? merged(before, value) : value;
    Object.defineProperty(both, name, { value: next, enumerable: true, configurable: true, writable: true });
  }
  return both;
};

type Part = JsonObject | null;
/** A part as it was read, with what the shape has no field for as it was before. */
const kept = (shape: SdkShape, read: Part, before: Part, printed: Part): Part => {
  if (!read || !before || !printed) return read;
  const said = readShape(shape, printed);
  const known = said.offlinePush ?? said.legacyPush;
  return known ? merged(without(before, { ...known }), read) : read;
};

const printedIn = (shape: SdkShape, { offlinePush, legacyPush }: Message): Part => {
  if (shape === 'V2TIMOfflinePushInfo') return offlinePush && writeV2Push(offlinePush);
  if (!legacyPush) return null;
  return shape === 'TIMOfflinePushInfo' ? writeLegacyIosPush(legacyPush) : writeLegacyPush(legacyPush);
};

/** The part of a message that a shape of the SDKs is, as text; `null` where the message has none (R57). */
export const printSdkText = (shape: SdkShape, message: Message): string =>
  JSON.stringify(printedIn(shape, message), null, 2);

/** Members that only travel along: the reader knows nothing of them. */
const unknownIn = (part: Part, path: string): Problem[] =>
  Object.entries(part ?? {}).flatMap(([name, value]) => {
    if (!isObject(value)) return [];
    const at = ({ android: '.androidSettings', ios: '.iosSettings' } as const)[name];
    if (name !== 'extra') return at ? unknownIn(value, path + at) : [];
    return Object.keys(value)
      .filter((member) => member !== 'ignoreHarmonyBadge')
      .map((member) =>
        problemOf('im.problem.unknown-field', `${path}.${member}`, 'info', { path: `${path}.${member}` }),
      );
  });

/** What a text gave. `message` is null when it cannot be read; `problems` says why. */
export interface SdkTextRead {
  readonly message: Message | null;
  readonly problems: readonly Problem[];
}

/**
 * A message with the part that a text of an SDK's shape describes. What the shape has no field for stays as it was, and so do short
 * forms that still hold; `null` takes the part out of the message. Never throws, whatever the text.
 */
export const readSdkText = (shape: SdkShape, text: string, before: Message): SdkTextRead => {
  const { value, problems } = parse(text, shape);
  if (value === undefined) return { message: null, problems };
  const { legacyPush: _, ...others } = before;
  if (shape === 'V2TIMOfflinePushInfo') {
    const read = readShape(shape, value);
    const all = [...problems, ...read.problems.map(wrong), ...unknownIn(read.offlinePush, '$')];
    if (read.problems.length > 0) return { message: null, problems: all };
    const full = before.offlinePush && withoutShortForms(before.offlinePush);
    // Made of two pushes, member by member.
    const push = kept(shape, read.offlinePush, full, printedIn(shape, before)) as OfflinePush | null;
    const offlinePush = push && before.offlinePush ? withShortForms(push, before.offlinePush) : push;
    return { message: { ...before, offlinePush }, problems: all };
  }
  const read = readShape(shape, value);
  const all = [...problems, ...read.problems.map(wrong), ...unknownIn(read.legacyPush, '$')];
  if (read.problems.length > 0) return { message: null, problems: all };
  const push = kept(shape, read.legacyPush, before.legacyPush ?? null, printedIn(shape, before));
  return { message: push ? { ...others, legacyPush: push } : others, problems: all };
};

type Settings = Pick<Account, 'pushEnabled' | 'globalSounds'>;
/** An account's `TIMOfflinePushSettings` as text. */
export const printGlobalText = (account: Account): string => JSON.stringify(globalSettingsOf(account), null, 2);

const globalFields = Object.keys(globalSettingsOf({ pushEnabled: true, globalSounds: { c2c: null, group: null } }));
/** The settings in such a text; null when it cannot be read. An account has no place for members that nobody knows. */
export const readGlobalText = (
  text: string,
): { readonly settings: Settings | null; readonly problems: readonly Problem[] } => {
  const { value, problems } = parse(text, globalShape);
  if (value === undefined) return { settings: null, problems };
  const read = readGlobalSettings(value ?? {});
  const unknown = Object.keys(value ?? {})
    .filter((name) => !globalFields.includes(name))
    .map((name) => problemOf('im.sdk.no-place', `$.${name}`, 'warning', { path: `$.${name}` }));
  return { settings: read.value, problems: [...problems, ...read.problems.map(wrong), ...unknown] };
};
