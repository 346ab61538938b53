import { deepestJson } from '../../../shared/kit/depth.ts';
import { placeOf, scanJson } from './json-text.ts';

/** What Pushscope reads at all. The backend takes far less; between the two a text gets a clear answer. */
export const longestTextBytes = 2_097_152;

type Params = Readonly<Record<string, string | number>>;
/** Hears what is wrong with a text (`refuse`: it is not read) and what is odd in it. */
export interface TextReports {
  refuse(name: 'too-large' | 'not-json' | 'too-deep', path: string, params: Params): void;
  note(name: string, severity: 'warning' | 'info', path: string, params?: Params): void;
}

/** A text as JSON. Undefined: it is none, and why was reported. Never throws, whatever the text. */
export const parseText = (text: string, reports: TextReports): unknown => {
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > longestTextBytes) {
    reports.refuse('too-large', '$', { bytes, limit: longestTextBytes });
    return undefined;
  }
  const hasMark = text.startsWith('\uFEFF');
  const plain = hasMark ? text.slice(1) : text;
  if (hasMark) reports.note('byte-order-mark', 'warning', '$');
  let isRead = true;
  for (const { kind, offset, path } of scanJson(plain, deepestJson)) {
    const place = placeOf(plain, offset);
    if (kind === 'syntax') reports.refuse('not-json', path, place);
    else if (kind === 'too-deep') reports.refuse('too-deep', '$', { limit: deepestJson, ...place });
    else reports.note(kind, 'warning', path, { path, ...place });
    isRead &&= kind !== 'syntax' && kind !== 'too-deep';
  }
  return isRead ? (JSON.parse(plain) as unknown) : undefined;
};
