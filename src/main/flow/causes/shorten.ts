import type { Size } from '../../../shared/contract/index.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The texts of a JSON value with a way to change each, the longest first. */
const textsOf = (root: Json): { readonly text: string; readonly set: (text: string) => void }[] => {
  const found: { readonly text: string; readonly set: (text: string) => void }[] = [];
  const walk = (value: Json, set: (text: string) => void): void => {
    if (typeof value === 'string') found.push({ text: value, set });
    else if (Array.isArray(value)) value.forEach((one, at) => walk(one, (text) => (value[at] = text)));
    else if (value !== null && typeof value === 'object')
      for (const [key, one] of Object.entries(value)) walk(one, (text) => (value[key] = text));
  };
  walk(root, () => undefined);
  return found.toSorted((a, b) => b.text.length - a.text.length);
};

/** Graphemes whole, as many as leave `over` fewer units, with an ellipsis; null when the text is too short for that. */
const cut = (text: string, over: number, count: (text: string) => number): string | null => {
  const graphemes = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  const wanted = count(text) - over - count('…');
  let kept = '';
  let used = 0;
  for (const one of graphemes) {
    used += count(one);
    if (used > wanted) break;
    kept += one;
  }
  return kept === '' ? null : `${kept.trimEnd()}…`;
};

const counters: Readonly<Record<Size['unit'], (text: string) => number>> = {
  bytes: (text) => Buffer.byteLength(text),
  utf16: (text) => text.length,
  // Code points are what is counted here, not what a reader sees as one character.
  // oxlint-disable-next-line typescript/no-misused-spread
  codepoints: (text) => [...text].length,
};

/** Sizes over their limit. */
export const overOf = (sizes: readonly Size[]): readonly (Size & { readonly limit: number })[] =>
  sizes.flatMap((size) => (size.limit !== null && size.used > size.limit ? [{ ...size, limit: size.limit }] : []));

/**
 * The payload with one text shorter, so that it is within its limits; null when no single text can do that, or when it is no JSON.
 * Never cuts a character in two.
 */
export const shortened = (payload: string, sizesOf: (payload: string) => readonly Size[]): string | null => {
  const [size] = overOf(sizesOf(payload));
  if (!size) return null;
  let texts = 0;
  try {
    texts = textsOf(JSON.parse(payload) as Json).length;
  } catch {
    return null;
  }
  for (let at = 0; at < Math.min(texts, 8); at += 1) {
    const root = JSON.parse(payload) as Json;
    const text = textsOf(root)[at];
    const shorter = text && cut(text.text, size.used - size.limit, counters[size.unit]);
    if (!text || shorter === null || shorter === undefined) continue;
    text.set(shorter);
    const next = JSON.stringify(root);
    if (overOf(sizesOf(next)).length === 0) return next;
  }
  return null;
};
