import type { ReceivedValue } from '../../../../shared/contract/index.ts';
import { isObject, type Json } from '../../kit/json.ts';

/** The Foundation type a JSON value arrives as. Booleans are numbers there. */
const typeOf = (value: Json): string => {
  if (value === null) return 'NSNull';
  if (Array.isArray(value)) return 'NSArray';
  if (typeof value === 'string') return 'NSString';
  return typeof value === 'object' ? 'NSDictionary' : 'NSNumber';
};

const shown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/**
 * Every value inside a property list, outermost first, with the Swift expression that reaches it: `userInfo["aps"]["badge"]`.
 * Dictionaries and arrays are listed too, with their JSON text as value. `root` is what the expressions begin with.
 */
export const plistValues = (value: Json, root: string): ReceivedValue[] => {
  const own: ReceivedValue = { path: root, type: typeOf(value), value: shown(value) };
  if (Array.isArray(value)) return [own, ...value.flatMap((one, index) => plistValues(one, `${root}[${index}]`))];
  if (!isObject(value)) return [own];
  return [own, ...Object.entries(value).flatMap(([key, one]) => plistValues(one, `${root}[${JSON.stringify(key)}]`))];
};
