import type { VendorId } from '../../shared/contract/index.ts';
import type { CredentialField } from '../vendors/vendor.ts';
import { isGoogleFile } from './parse/service-account.ts';

type Fields = readonly Pick<CredentialField, 'name' | 'label'>[];

/** More is no list of keys. */
const mostCharacters = 20_000;

/** `App Secret`, `appSecret`, `app_secret` and `APP-SECRET` are one name. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** How consoles and configurations write it besides. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = { packageName: ['包名', '应用包名', 'package'] };

/** Whose value a name is. A name that two fields could go by is left out; `XIAOMI_APP_SECRET` is one of Xiaomi's, and of nobody else's. */
const namesOf = (vendor: VendorId, form: Fields): ReadonlyMap<string, string> => {
  const found = new Map<string, string | null>();
  for (const { name, label } of form) {
    const own = [name, label, ...label.split(/[()]/), ...(alsoCalled[name] ?? [])]
      .map(plain)
      .filter((one) => one !== '');
    for (const one of new Set([...own, ...own.map((text) => vendor + text)]))
      found.set(one, found.has(one) ? null : name);
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
};

const unquoted = (text: string): string => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text;

/** Names and values of a JSON object; null: it is none. Google's files have a `client_id` too, and are nobody else's. */
const ofJson = (text: string): [string, string][] | null => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    if (isGoogleFile(value)) return [];
    return Object.entries(value).flatMap(([name, one]): [string, string][] =>
      typeof one === 'string' || typeof one === 'number' ? [[name, String(one)]] : [],
    );
  } catch {
    // A cut or broken object is no list of lines: the import of files says what is wrong with it.
    return text.trimStart().startsWith('{') ? [] : null;
  }
};

/** Lines `name: value`, `name=value`, `name<tab>value`, or a name with its value on the next line, as a copied table of a console has it. */
const ofLines = (text: string, isName: (text: string) => boolean): [string, string][] => {
  const lines = text.split(/[\r\n]+/).map((line) =>
    line
      .trim()
      .replace(/[,;]$/, '')
      .replace(/^export\s+/, ''),
  );
  const filled = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return filled.flatMap((line, index): [string, string][] => {
    const [, name, value] = /^([^:=：\t]{2,40}?)\s*[:=：\t]\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value) return [[unquoted(name), unquoted(value)]];
    const next = filled[index + 1];
    return isName(line.replace(/[:：]$/, '')) && next !== undefined && !isName(next)
      ? [[line.replace(/[:：]$/, ''), unquoted(next)]]
      : [];
  });
};

/**
 * Keys as somebody copied them: lines, a `.env` file, a table of the console, or JSON. Values by field name; null: none of the vendor's names is
 * in it. What the values are is not looked at here.
 */
export const readPairs = (vendor: VendorId, form: Fields, text: string): Readonly<Record<string, string>> | null => {
  if (text.length > mostCharacters) return null;
  const names = namesOf(vendor, form);
  const pairs = ofJson(text) ?? ofLines(text, (one) => names.has(plain(one)));
  const values = pairs.flatMap(([name, value]): [string, string][] => {
    const field = names.get(plain(name));
    return field === undefined || value.trim() === '' ? [] : [[field, value.trim()]];
  });
  // Whoever repeats a name means the first.
  return values.length === 0 ? null : Object.fromEntries(values.toReversed());
};
