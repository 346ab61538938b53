/** A stretch of text as the journal keeps it: plain, or the mark that stands where a secret was. */
export type RedactedPart =
  | { readonly kind: 'plain'; readonly at: number; readonly text: string }
  | {
      readonly kind: 'secret';
      /** UTF-16 offset in the whole text. */
      readonly at: number;
      readonly text: string;
      /** `access-token`, `signature`, `private-key`, … */
      readonly what: string;
      /** Equal fingerprints: equal secrets. */
      readonly fingerprint: string;
    };

const mark = /\[([a-z][a-z0-9-]*) #([0-9a-f]{6,64})\]/g;

/** Splits a text at the marks of its secrets. A text without secrets is one plain part; an empty one has none. */
export const splitRedacted = (text: string): readonly RedactedPart[] => {
  const parts: RedactedPart[] = [];
  let from = 0;
  for (const found of text.matchAll(mark)) {
    const [whole, what = '', fingerprint = ''] = found;
    if (found.index > from) parts.push({ kind: 'plain', at: from, text: text.slice(from, found.index) });
    parts.push({ kind: 'secret', at: found.index, text: whole, what, fingerprint });
    from = found.index + whole.length;
  }
  if (from < text.length) parts.push({ kind: 'plain', at: from, text: text.slice(from) });
  return parts;
};

/** True when a secret was taken out of the text. */
export const hasRedaction = (text: string): boolean => text.search(mark) >= 0;
