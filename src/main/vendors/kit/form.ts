import { fromBytes } from './text.ts';

/** Fields of a URL-encoded form, in order, repeats kept. */
export type FormPairs = readonly (readonly [string, string])[];

/** Takes a form apart. Null: not UTF-8. Never throws; a percent sign that begins nothing stays as it is. */
export const readForm = (bytes: Uint8Array): FormPairs | null => {
  const text = fromBytes(bytes);
  return text === null ? null : [...new URLSearchParams(text)];
};

/** A form as on the wire: UTF-8, a space is `+`. */
export const writeForm = (pairs: FormPairs): string =>
  new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();

/** Value of the first field of this name; undefined when it is not there. */
export const formValue = (pairs: FormPairs, name: string): string | undefined =>
  pairs.find(([key]) => key === name)?.[1];
