import { createHash } from 'node:crypto';
import { parseJson } from '../kit/json.ts';

/** Form fields in the order they were sent, decoded. */
export type Fields = readonly (readonly [name: string, value: string])[];

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');
const unsigned = (fields: Fields): Fields => fields.filter(([name]) => name !== 'sign');
const byName = (fields: Fields): Fields =>
  fields.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
const joined = (fields: Fields, separator: string): string =>
  fields.map(([name, value]) => `${name}=${value}`).join(separator);

/**
 * Lower-case hex MD5 over the raw values: every field but `sign`, sorted by name, `name=value` without separators, then the
 * AppSecret. Source: «PushAPI», signature rules.
 */
export const signForm = (fields: Fields, appSecret: string): string =>
  md5(`${joined(byName(unsigned(fields)), '')}${appSecret}`);

const mapped = (fields: Fields, change: (value: string, name: string) => string): Fields =>
  fields.map(([name, value]) => [name, change(value, name)] as const);

/** JSON as another writer would print it: without spaces, or with Python's. Null: the value is no JSON. */
const rewritten = (value: string, style: 'compact' | 'spaced'): string | null => {
  const parsed = parseJson(value);
  if (!parsed.ok) return null;
  if (style === 'compact') return JSON.stringify(parsed.value);
  return JSON.stringify(parsed.value, null, 1)
    .replaceAll(/\n\s*/g, ' ')
    .replaceAll(/([[{]) /g, '$1')
    .replaceAll(/ ([\]}])/g, '$1');
};
const withJson = (fields: Fields, style: 'compact' | 'spaced'): Fields =>
  mapped(fields, (value, name) => (name === 'messageJson' ? (rewritten(value, style) ?? value) : value));

/**
 * Why a signature is not the right one, by recomputing the usual mistakes. Null: it is right. `other`: no known mistake leads to
 * it, most often the secret is another one.
 */
export const findSignMistake = (given: string, all: Fields, appSecret: string): string | null => {
  const right = signForm(all, appSecret);
  if (given === right) return null;
  const fields = unsigned(all);
  const sorted = byName(fields);
  const escaped = mapped(sorted, encoded);
  const variants: readonly (readonly [string, string])[] = [
    ['upper-case', right.toUpperCase()],
    ['encoded', md5(`${joined(escaped, '')}${appSecret}`)],
    [
      'encoded',
      md5(
        `${joined(
          mapped(escaped, (value) => value.replaceAll('%20', '+')),
          '',
        )}${appSecret}`,
      ),
    ],
    ['separators', md5(`${joined(sorted, '&')}${appSecret}`)],
    ['separators', md5(`${joined(sorted, '&')}&${appSecret}`)],
    ['separators', md5(`${joined(escaped, '&')}${appSecret}`)],
    ['unsorted', md5(`${joined(fields, '')}${appSecret}`)],
    ['rewritten-json', signForm(withJson(fields, 'compact'), appSecret)],
    ['rewritten-json', signForm(withJson(fields, 'spaced'), appSecret)],
    [
      'without-message',
      signForm(
        fields.filter(([name]) => name !== 'messageJson'),
        appSecret,
      ),
    ],
    ['no-secret', md5(joined(sorted, ''))],
    ['secret-first', md5(`${appSecret}${joined(sorted, '')}`)],
  ];
  return variants.find(([, value]) => value === given)?.[0] ?? 'other';
};

/** Form fields of a body, in order. A body that is no form has odd names and no values. */
export const formFields = (text: string): Fields => [...new URLSearchParams(text).entries()];

/** Half a surrogate pair cannot be encoded; UTF-8 turns it into U+FFFD, in the MD5 as well. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

/** A form as it goes on the wire. */
export const encodeForm = (fields: Fields): string =>
  fields.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');

/** The first field of a name; empty when there is none. */
export const fieldOf = (fields: Fields, name: string): string => fields.find(([one]) => one === name)?.[1] ?? '';
