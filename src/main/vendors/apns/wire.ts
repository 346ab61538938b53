import type { Draft } from '../../../shared/contract/index.ts';
import { fromBytes } from '../kit/text.ts';

/** Options of a draft and the headers they become, in the order they are sent. */
export const optionHeaders = [
  ['topic', 'apns-topic'],
  ['pushType', 'apns-push-type'],
  ['priority', 'apns-priority'],
  ['expiration', 'apns-expiration'],
  ['collapseId', 'apns-collapse-id'],
  ['apnsId', 'apns-id'],
] as const;
export type OptionName = (typeof optionHeaders)[number][0];

/** The value of an option; empty when it is not set, which means the header is not sent. */
export const optionOf = (draft: Draft, name: OptionName): string => draft.options[name] ?? '';

/** What nearly every header value is; it needs no translation. */
const plainAscii = /^[\x20-\x7e]*$/;

/**
 * A text as HTTP/2 header value: its UTF-8 bytes, one character each. Node writes header values as Latin-1 and silently drops
 * what does not fit (seen with Node 24), so a Chinese collapse id would arrive empty without this.
 */
export const encodeHeader = (text: string): string =>
  plainAscii.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');

/** The text of a header value: read as UTF-8 where its bytes are that, else as it stands. */
export const decodeHeader = (value: string): string => {
  if (plainAscii.test(value)) return value;
  const bytes = Buffer.from(value, 'latin1');
  // Text that was never bytes, for example out of a pasted command, does not survive the way there and back.
  return bytes.toString('latin1') === value ? (fromBytes(Uint8Array.from(bytes)) ?? value) : value;
};

/** Control characters cannot stand in a header value. */
export const isSendable = (value: string): boolean => !/\p{Cc}/u.test(value);

/** Options of a draft, read back from headers that `valueOf` finds by name. Absent and empty headers give no entry. */
export const optionsFrom = (valueOf: (header: string) => string | undefined): Record<string, string> => {
  const options: Record<string, string> = {};
  for (const [name, header] of optionHeaders) {
    const value = valueOf(header);
    if (value !== undefined && value !== '') options[name] = decodeHeader(value);
  }
  return options;
};

const devicePath = /^\/3\/device\/([^/]*)$/;

/** The device token in a request path as it was written; null when the path is not a push to a device. */
export const tokenInPath = (path: string): string | null => devicePath.exec(path)?.[1] ?? null;

/** Undoes percent-encoding; text that is not properly encoded stays as it is. */
export const decodePathPart = (part: string): string => {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
