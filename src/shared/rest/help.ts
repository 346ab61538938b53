import type { Phrase } from '../contract/common.ts';
import { sourceOf, type Field, type Place } from './field.ts';

/** Says a phrase of the core in one language. */
export type Say = (phrase: Phrase) => string;

const fact = (id: string, params: Phrase['params'], say: Say): string => say({ id: `im.rest-facts.${id}`, params });

/** What a field is for, in one language. */
export const aboutField = (place: Place, { json }: Field, say: Say): string => say({ id: `im.rest.${place}.${json}` });

/** Who reads a field, since when it is there, how sure that is and where it is written down. */
export const factsOfField = (place: Place, { vendors, since, certainty = 'documented' }: Field, say: Say): string =>
  [
    ...(vendors === undefined ? [] : [fact('vendors', { vendors }, say)]),
    ...(since === undefined ? [] : [fact('since', { since }, say)]),
    fact(certainty, { source: sourceOf(place).title }, say),
  ].join(' ');

/** What one value of a field does. */
export const aboutValue = (place: Place, { json }: Field, value: string | number, say: Say): string =>
  say({ id: `im.rest-value.${place}.${json}.${value}` });
