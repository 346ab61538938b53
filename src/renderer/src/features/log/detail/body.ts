import type { WireBody } from '../../../../../shared/contract/index.ts';
import { pretty } from '../../../ui/json-places.ts';

/** Laying out more than this takes longer than a key press may. UTF-16 units. */
const prettyLimit = 4 * 1024 * 1024;

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

const fieldsOf = (text: string): [name: string, value: string][] =>
  text.split('&').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
  });

/** A form, one field a line, decoded; JSON in a field is indented. */
const prettyForm = (text: string): string =>
  fieldsOf(text)
    .map(([name, value]) => `${name} = ${/^[[{]/.test(value) ? pretty(value) : value}`)
    .join('\n');

const looksLikeForm = (text: string): boolean => /^[\w.%+-]+=/.test(text) && !/[\n{<]/.test(text);

/** The fields of a form, decoded; null when the text is none. */
export const formOf = (text: string): readonly (readonly [name: string, value: string])[] | null =>
  looksLikeForm(text) ? fieldsOf(text) : null;

/**
 * A text laid out for reading: JSON indented, a form one field a line, anything else as it is. Content types lie too often to be
 * asked: curl calls every body a form.
 */
export const layOut = (text: string): string => {
  if (text.length > prettyLimit) return text;
  return looksLikeForm(text) ? prettyForm(text) : pretty(text);
};

export interface ShownBody {
  readonly kind: 'empty' | 'text' | 'binary';
  /** As recorded: the text, or base64 of bytes that are no text. */
  readonly raw: string;
  readonly bytes: number;
  readonly cut: boolean;
}

/** What there is to show of a recorded body. A body of which nothing was kept is `binary` with an empty `raw`. */
export const shownBody = ({ text, bodyB64, bytes, cut }: WireBody): ShownBody => {
  if (bytes === 0) return { kind: 'empty', raw: '', bytes, cut };
  if (text !== null) return { kind: 'text', raw: text, bytes, cut };
  return { kind: 'binary', raw: bodyB64 ?? '', bytes, cut };
};
