import type { RuleMatch } from '../../shared/contract/index.ts';
import { parseIntentUri } from '../vendors/kit/intent-uri.ts';

/** What the system was handed when a card was touched: an address (empty: none) and the action of an Intent (empty: none). */
export interface Opened {
  readonly data: string;
  readonly action: string;
}
type AddressMatch = Extract<RuleMatch, { kind: 'scheme' | 'universal-link' | 'intent-filter' }>;
type Found = Readonly<Record<string, string>>;

const viewAction = 'android.intent.action.VIEW';

/** An `ext` that is an address itself, plain or as an Intent text. Null: it is neither. */
const addressOf = (text: string): Opened | null => {
  const intent = parseIntentUri(text);
  if (intent) return { data: intent.data, action: intent.action || viewAction };
  return /^[a-z][a-z\d+.-]*:\S*$/i.test(text.trim()) ? { data: text.trim(), action: viewAction } : null;
};

interface Address {
  readonly scheme: string;
  readonly host: string;
  readonly path: string;
  readonly query: Found;
}

/** By hand and not by URL: that turns `app://Host` of unknown schemes into something else than Android compares. */
const takeApart = (data: string): Address | null => {
  const [, scheme, host = '', path = '', query = ''] =
    /^([a-z][a-z\d+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?/i.exec(data) ?? [];
  if (scheme === undefined) return null;
  return {
    scheme: scheme.toLowerCase(),
    host: host.replace(/^.*@/, '').replace(/:\d*$/, '').toLowerCase(),
    path,
    query: Object.fromEntries(new URLSearchParams(query)),
  };
};

/** Text against a pattern in which `*` is any text and, where `one` says so, `?` one character. Takes time that grows with their product. */
export const fitsPattern = (text: string, pattern: string, one = false): boolean => {
  let [at, from, star, mark] = [0, 0, -1, 0];
  while (at < text.length) {
    if (from < pattern.length && pattern[from] === '*') {
      star = from++;
      mark = at;
    } else if (from < pattern.length && (pattern[from] === text[at] || (one && pattern[from] === '?'))) {
      from++;
      at++;
    } else if (star >= 0) {
      from = star + 1;
      at = ++mark;
    } else return false;
  }
  while (pattern[from] === '*') from++;
  return from === pattern.length;
};

const isHost = (host: string, wanted: string): boolean =>
  wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted;

const fitsFilter = (match: Extract<AddressMatch, { kind: 'intent-filter' }>, address: Address | null): boolean => {
  // A filter without data takes only an Intent without data, and the other way round. Source: «Intents and intent filters».
  if (match.scheme === '') return address === null;
  if (!address || address.scheme !== match.scheme.toLowerCase()) return false;
  // Host and path count only where the part before them is there.
  if (match.host === '') return true;
  if (!isHost(address.host, match.host.toLowerCase())) return false;
  if (match.path === '') return true;
  if (match.pathKind === 'exact') return address.path === match.path;
  if (match.pathKind === 'prefix') return address.path.startsWith(match.path);
  return fitsPattern(address.path, match.path.replaceAll('.*', '*'));
};

const fits = (match: AddressMatch, opened: Opened): boolean => {
  const address = takeApart(opened.data);
  switch (match.kind) {
    case 'scheme':
      return match.scheme !== '' && address?.scheme === match.scheme.toLowerCase();
    case 'universal-link': {
      if (!address || (address.scheme !== 'https' && address.scheme !== 'http')) return false;
      return (
        isHost(address.host, match.host.toLowerCase()) &&
        (match.path === '' || fitsPattern(address.path, match.path, true))
      );
    }
    case 'intent-filter':
      return (match.action === '' || match.action === opened.action) && fitsFilter(match, address);
  }
};

/**
 * A rule about an address against what the system was handed, else against an `ext` that is an address. Gives what the holes of a
 * target stand for: the whole address, its parts, and each parameter by its name. Null: no match.
 */
export const matchAddress = (match: AddressMatch, ext: string | null, opened: Opened | null): Found | null => {
  const fromExt = ext === null ? null : addressOf(ext);
  const found = [opened, fromExt].find((one) => one !== null && fits(match, one));
  if (!found) return null;
  const { scheme = '', host = '', path = '', query = {} } = takeApart(found.data) ?? {};
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  return { ...query, value: found.data || found.action, scheme, host, path, last };
};
