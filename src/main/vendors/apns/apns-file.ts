import type { Draft, DraftExport, Phrase } from '../../../shared/contract/index.ts';
import type { JsonObject } from '../kit/json.ts';
import { utf8Length } from '../kit/text.ts';
import { apsOf, isSilent, payloadObject } from './payload/read.ts';
import { bundleOfTopic } from './push-types.ts';
import { pushFile, pushOwnFile, pushStdin, type SimctlCommand } from './simctl.ts';
import { optionOf } from './wire.ts';

/** The key by which a `.apns` file names the app for the iOS Simulator. Source: Apple, Xcode 11.4 release notes. */
export const simulatorKey = 'Simulator Target Bundle';

/** Most bytes of such a file, whatever the push type. Source: Apple, Xcode 11.4 release notes. */
export const simulatorBytes = 4096;

/** Such a file has no headers; these go with what is in it. */
const headersFor = (payload: JsonObject): Record<string, string> => {
  const aps = apsOf(payload);
  return aps && isSilent(aps) ? { pushType: 'background', priority: '5' } : { pushType: 'alert' };
};

/**
 * Reads a `.apns` file: the payload with `Simulator Target Bundle` taken out of it and made the topic. Null when the text is
 * not a JSON object with `aps` or that key, which is what such a file has to have one of to be told from any other JSON.
 */
export const readApnsFile = (text: string): Draft | null => {
  const content = text.replace(/^\uFEFF/, '');
  const payload = payloadObject(content);
  if (!payload || !('aps' in payload || simulatorKey in payload)) return null;
  const { [simulatorKey]: bundle, ...rest } = payload;
  const topic: Record<string, string> = typeof bundle === 'string' && bundle !== '' ? { topic: bundle } : {};
  // A file without the key is taken letter for letter: numbers too long for JSON.parse survive.
  const kept = simulatorKey in payload ? JSON.stringify(rest) : content.trim();
  return { payload: kept, options: { ...topic, ...headersFor(rest) } };
};

/** A pasted `simctl push` as a draft: an app on the command line outranks the one in the payload. Null: no payload is in it. */
export const readSimctlDraft = ({ payload, bundle }: SimctlCommand): Draft | null => {
  const draft = readApnsFile(payload);
  if (!draft || bundle === '') return draft;
  return { ...draft, options: { ...draft.options, topic: bundle } };
};

/** The payload with the key put in front of the others; nothing else in it changes. A payload that has the key stays as it is. */
const withBundle = (payload: string, root: JsonObject, bundle: string): string => {
  if (bundle === '' || simulatorKey in root) return payload;
  const at = payload.indexOf('{') + 1;
  const key = `${JSON.stringify(simulatorKey)}: ${JSON.stringify(bundle)}`;
  const isEmpty = Object.keys(root).length === 0;
  const space = /^\s*/.exec(payload.slice(at))?.[0] ?? '';
  return `${payload.slice(0, at)}${space}${key}${isEmpty ? '' : ','}${isEmpty || space !== '' ? '' : ' '}${payload.slice(at)}`;
};

const note = (
  id: string,
  certainty: DraftExport['notes'][number]['certainty'],
  params?: Phrase['params'],
): DraftExport['notes'][number] => ({
  phrase: { id: `apns.export.note.${id}`, ...(params ? { params } : {}) },
  certainty,
});

/** What the Simulator does not do with this push. */
const notesOf = (draft: Draft, root: JsonObject, text: string, bundle: string): DraftExport['notes'] => {
  const bytes = utf8Length(text);
  const type = optionOf(draft, 'pushType');
  const isCovered = type === '' || type === 'alert' || type === 'background';
  return [
    ...(bytes > simulatorBytes ? [note('too-large', 'documented', { bytes, limit: simulatorBytes })] : []),
    ...(apsOf(root) ? [] : [note('no-aps', 'documented')]),
    ...(bundle === '' ? [note('no-bundle', 'documented')] : []),
    ...(isCovered ? [] : [note('push-type', 'documented', { pushType: type })]),
    note('no-headers', 'documented'),
  ];
};

const label = (id: string): Phrase => ({ id: `apns.export.${id}` });

/**
 * A draft for the iOS Simulator: a `.apns` file and the command lines that hand it over. Empty when the payload is no JSON object.
 * `appIdentifier` is the bundle ID to use when the topic names none; without any there is a file only.
 */
export const simulatorExports = (draft: Draft, appIdentifier: string): DraftExport[] => {
  const root = payloadObject(draft.payload);
  if (!root) return [];
  const own = root[simulatorKey];
  const bundle = bundleOfTopic(optionOf(draft, 'topic')) || (typeof own === 'string' ? own : '') || appIdentifier;
  const text = withBundle(draft.payload, root, bundle);
  const fileName = `${/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(bundle) ? bundle : 'push'}.apns`;
  const file: DraftExport = {
    id: 'apns-file',
    kind: 'file',
    label: label('file'),
    fileName,
    text,
    notes: notesOf(draft, root, text, bundle),
  };
  if (bundle === '') return [file];
  const command = (id: string, line: string, notes: DraftExport['notes'] = []): DraftExport => ({
    id: `simctl-${id}`,
    kind: 'command',
    label: label(`simctl-${id}`),
    fileName: '',
    text: line,
    notes,
  });
  const target = { device: 'booted', bundle };
  return [
    file,
    command('file', pushFile(target, fileName), [note('macos', 'documented')]),
    command('own-file', pushOwnFile(target.device, fileName)),
    command('stdin', pushStdin(target, draft.payload)),
  ];
};
