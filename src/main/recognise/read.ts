import type { Phrase } from '../../shared/contract/index.ts';
import { fromBytes } from '../vendors/kit/text.ts';
import { deepest, found, mostFound, mostLooks, type Found, type Reader } from './found.ts';
import { readHar } from './har.ts';
import { isImCall } from './im-call.ts';
import { jsonInside } from './json-inside.ts';
import { looseTokens } from './loose-tokens.ts';
import { fromRaw, requestsOf } from './requests-in.ts';
import { fromRequest } from './requests.ts';
import { unBase64, unpack } from './unpack.ts';

interface Look extends Reader {
  readonly fileName: string;
  readonly steps: readonly Phrase[];
  readonly work: { left: number };
}

const credentialText = /-----BEGIN [A-Z ]*(?:PRIVATE KEY|CERTIFICATE)-----|"type"\s*:\s*"service_account"/;
const credentialFile = /\.(?:p12|pfx|p8|pem|cer|key|mobileprovision)$/i;

const credential = ({ steps }: Look, certainty: 'documented' | 'guess'): Found[] => [
  // Its content goes to the credential import and nowhere else.
  found({
    what: 'credential',
    form: 'credential-file',
    vendor: null,
    certainty,
    phrase: { id: 'recognise.credential' },
    steps,
  }),
];

/** Brackets inside each other; more than that is nobody's push, and would be too much for a stack. */
const deepestJson = 500;
const isTooDeep = (text: string): boolean => {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) depth -= 1;
    if (depth > deepestJson) return true;
  }
  return false;
};

const parsed = (text: string): unknown => {
  if (!/^\s*["[{]/.test(text) || isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const fromPayload = (text: string, { vendors, fileName }: Look): Found[] =>
  vendors.flatMap((vendor) => {
    const read = vendor.payload.recognise(text, fileName);
    if (!read) return [];
    const phrase = { id: `recognise.${read.kind}`, params: { vendor: vendor.label } };
    const what = read.kind === 'device-token' ? ('device-token' as const) : ('draft' as const);
    const { draft, tokens, certainty } = read;
    return [found({ what, form: read.kind, vendor: vendor.id, certainty, phrase, draft, tokens })];
  });

/** Tokens of a list that are offered one by one as well. */
const mostEach = 50;
/** One device token per line: of each vendor all lines have to be its own. */
const fromTokenLines = (text: string, { vendors }: Look): Found[] => {
  const lines = text.split(/[\s,;]+/).filter((line) => line !== '');
  if (lines.length < 2 || lines.length > 100_000 || lines.some((line) => line.length < 16)) return [];
  return vendors.flatMap((vendor) => {
    const read = lines.slice(0, 200).map((line) => vendor.payload.recognise(line, ''));
    if (read.some((one) => one?.kind !== 'device-token')) return [];
    const phrase = { id: 'recognise.found.tokens', params: { vendor: vendor.label, n: lines.length } };
    const certainty = read[0]?.certainty ?? 'guess';
    const is = { what: 'device-token', form: 'device-token', vendor: vendor.id, certainty } as const;
    const one = { id: 'recognise.device-token', params: { vendor: vendor.label } };
    const each = lines.length > mostEach ? [] : lines.map((line) => found({ ...is, phrase: one, tokens: [line] }));
    return [found({ ...is, phrase, tokens: lines }), ...each];
  });
};

/** What a text is as it stands, without taking it apart. */
const asItStands = (text: string, value: unknown, look: Look): Found[] => {
  const requests = readHar(value);
  if (requests) return requests.slice(0, mostFound).flatMap((one) => fromRequest(one, 'har', [], look));
  if (typeof value === 'object' && value !== null && 'pushscope' in value && 'exchanges' in value) {
    const phrase = { id: 'recognise.found.share' };
    return [found({ what: 'share', form: 'share', vendor: null, certainty: 'documented', phrase, text })];
  }
  const raw = fromRaw(text, look);
  if (raw.length > 0) return raw;
  if (isImCall(text)) {
    const phrase = { id: 'recognise.found.im' };
    return [found({ what: 'message', form: 'im-rest', vendor: null, certainty: 'documented', phrase, text })];
  }
  const tokens = fromTokenLines(text, look);
  return tokens.length > 0 ? tokens : fromPayload(text, look);
};

const deeper = (look: Look, id: string, params?: Phrase['params']): Look => ({
  ...look,
  fileName: '',
  steps: [...look.steps, { id: `recognise.step.${id}`, ...(params ? { params } : {}) }],
});

const order = ['documented', 'measured', 'reported', 'guess'];
/** The surest first, for readings of one piece; requests of a file keep their order. */
const bySureness = (all: Found[]): Found[] =>
  all.some(({ request }) => request !== null)
    ? all
    : all.toSorted((a, b) => order.indexOf(a.certainty) - order.indexOf(b.certainty));

/** JSON that holds what is looked for: a string with JSON in it, or an object below a member. */
const insideValue = (value: unknown, path: string, look: Look, depth: number): Found[] => {
  if (look.work.left <= 0 || depth > 4) return [];
  if (typeof value === 'string') {
    const text = value.trim();
    return text.length > 2 && text.length < 4_000_000 && /^[[{]|^H4sI|^ey|^curl /.test(text)
      ? readText(text, deeper(look, 'member', { path }))
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value).slice(0, 200);
  const direct = members.flatMap(([name, member]): Found[] => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return [];
    look.work.left -= 1;
    if (look.work.left <= 0) return [];
    const step = deeper(look, 'member', { path: `${path}.${name}` });
    const text = JSON.stringify(member);
    return asItStands(text, member, step).map((one) => ({ ...one, steps: step.steps }));
  });
  if (direct.length > 0) return direct;
  return members.flatMap(([name, member]) =>
    insideValue(member, Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`, look, depth + 1),
  );
};

/** The values of a form, each taken as a text of its own. */
const insideForm = (text: string, look: Look): Found[] => {
  if (!/^[\w.[\]-]+=[^\s&]*(?:&[\w.[\]-]+=[^\s&]*)*$/.test(text)) return [];
  return [...new URLSearchParams(text)]
    .slice(0, 100)
    .flatMap(([name, value]) => (/^\s*[[{]/.test(value) ? readText(value, deeper(look, 'field', { name })) : []));
};

/** Without its percent encoding; null when that is damaged. */
const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
};

/** JSON and tokens that stand in a text with other things; a token that a payload names is not named again. */
const amongOthers = (text: string, look: Look, before: readonly Found[]): Found[] => {
  const json = jsonInside(text).flatMap((piece) => readText(piece.text, deeper(look, 'line', { line: piece.line })));
  const known = new Set([...before, ...json].flatMap(({ tokens }) => tokens));
  const tokens = looseTokens(text, look).filter((one) => !one.tokens.some((token) => known.has(token)));
  return [...json, ...tokens.map((one) => ({ ...one, steps: [...look.steps, ...one.steps] }))];
};

/** Takes a text apart that means nothing as it stands; the first way that leads somewhere counts. */
const takenApart = (text: string, value: unknown, look: Look, before: readonly Found[]): Found[] => {
  if (value !== undefined) {
    const inside = insideValue(value, '$', look, 0);
    if (inside.length > 0) return inside;
  }
  const form = insideForm(text, look);
  if (form.length > 0) return form;
  const bytes = unBase64(text);
  if (bytes) {
    const inside = readBytes(bytes, deeper(look, 'base64'));
    if (inside.length > 0) return inside;
  }
  const plain = /%7B|%22/i.test(text) ? decoded(text) : null;
  if (plain !== null) {
    const inside = readText(plain, deeper(look, 'percent'));
    if (inside.length > 0) return inside;
  }
  if (value !== undefined) return [];
  const lines = amongOthers(text, look, before);
  if (lines.length > 0 || !text.includes('\\"')) return lines;
  // JSON that stood in a string of other JSON: every quote has a backslash.
  return readText(text.replaceAll(/\\(["\\/])/g, '$1'), deeper(look, 'escaped'));
};

const readText = (given: string, look: Look): Found[] => {
  look.work.left -= 1;
  if (look.work.left < 0 || look.steps.length > deepest) return [];
  const text = given.replace(/^\uFEFF/, '');
  if (text.trim() === '') return [];
  if (credentialText.test(text) && !/^\s*\{\s*"log"/.test(text)) return credential(look, 'documented');
  const value = parsed(text);
  const requests = value === undefined ? requestsOf(text, look) : null;
  if (requests && requests.readings.length > 0) {
    const readings = requests.readings.map((one) => ({ ...one, steps: look.steps }));
    return [...readings, ...amongOthers(requests.rest, look, readings)];
  }
  const direct = bySureness(asItStands(text, value, look)).map((one) => ({ ...one, steps: look.steps }));
  // Some vendors' tokens have no form of their own: base64 of something that can be read is more than that.
  if (direct.every(({ what }) => what === 'device-token')) return [...takenApart(text, value, look, direct), ...direct];
  return direct;
};

const utf16 = (bytes: Uint8Array): string | null => {
  const [a, b] = bytes;
  if (!((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))) return null;
  return new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
};

const readBytes = (bytes: Uint8Array, look: Look): Found[] => {
  const unpacked = look.steps.length < deepest ? unpack(bytes) : null;
  if (unpacked) return readBytes(unpacked.bytes, deeper(look, unpacked.step));
  // DER: a PKCS #12 file or a certificate begins with a long sequence.
  if (bytes[0] === 0x30 && bytes[1] === 0x82 && bytes.length > 200) return credential(look, 'guess');
  const text = utf16(bytes) ?? fromBytes(bytes);
  return text === null || text.includes('\u0000') ? [] : readText(text, look);
};

const keyOf = (one: Found): string =>
  JSON.stringify([one.what, one.vendor, one.draft, one.tokens, one.text, one.request && Buffer.from(one.request.request.body).toString('base64')]); // prettier-ignore

/**
 * Everything that a pasted text or a dropped file can be, the surest first within each piece, in the order of the pieces. The same
 * input gives the same readings in the same order. Empty: nothing was recognised. Never throws, and does bounded work.
 */
export const readAnything = (
  input: { readonly text: string | null; readonly bytes: Uint8Array | null; readonly fileName: string },
  reader: Reader,
): Found[] => {
  const look: Look = { ...reader, fileName: input.fileName, steps: [], work: { left: mostLooks } };
  if (credentialFile.test(input.fileName)) return credential(look, 'documented');
  const all = input.bytes ? readBytes(input.bytes, look) : readText(input.text ?? '', look);
  const seen = new Set<string>();
  const different = all.filter((one) => {
    // A HAR file may hold the same push twice; it was sent twice.
    if (one.form === 'har') return true;
    const key = keyOf(one);
    return !seen.has(key) && seen.add(key);
  });
  return different.slice(0, mostFound);
};
