import { isObject, type Json, type JsonObject } from './json.ts';

/** A member of an object, of the asked type only; undefined when it is missing, null or of another type. */
const member = (value: JsonObject | undefined, name: string): Json | undefined =>
  value !== undefined && Object.hasOwn(value, name) ? value[name] : undefined;

/** A text member; undefined when there is none. */
export const textIn = (value: JsonObject | undefined, name: string): string | undefined => {
  const found = member(value, name);
  return typeof found === 'string' ? found : undefined;
};

/** A number member; undefined when there is none. */
export const numberIn = (value: JsonObject | undefined, name: string): number | undefined => {
  const found = member(value, name);
  return typeof found === 'number' ? found : undefined;
};

/** A boolean member; undefined when there is none. */
export const booleanIn = (value: JsonObject | undefined, name: string): boolean | undefined => {
  const found = member(value, name);
  return typeof found === 'boolean' ? found : undefined;
};

/** An object member; undefined when there is none. */
export const objectIn = (value: JsonObject | undefined, name: string): JsonObject | undefined => {
  const found = member(value, name);
  return isObject(found) ? found : undefined;
};

/** A list member; undefined when there is none. */
export const listIn = (value: JsonObject | undefined, name: string): readonly Json[] | undefined => {
  const found = member(value, name);
  return Array.isArray(found) ? found : undefined;
};

/** The texts of a list member, others left out; empty when there is none. */
export const textsIn = (value: JsonObject | undefined, name: string): string[] =>
  (listIn(value, name) ?? []).filter((one): one is string => typeof one === 'string');

/** Whether a member is there and not null, whatever its type. */
export const hasMember = (value: JsonObject | undefined, name: string): boolean => {
  const found = member(value, name);
  return found !== undefined && found !== null;
};
