import type { Message, Variables } from '../../../../../shared/contract/index.ts';
import { builtInVariables } from '../../../../../shared/contract/presets.ts';

const known: readonly string[] = builtInVariables;
const nameShape = /^[\p{L}_][\p{L}\p{N}_-]{0,63}$/u;

/** Why this cannot be the name of a variable; null when it can. */
export const nameProblem = (name: string): 'badName' | 'taken' | null => {
  if (known.includes(name)) return 'taken';
  return nameShape.test(name) ? null : 'badName';
};

const mentions = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('{{')
    : typeof value === 'object' && value !== null && Object.values(value).some(mentions);

/** Whether a text of the message may hold a variable. */
export const mayHoldVariables = ({ elements, offlinePush, legacyPush, options }: Message): boolean =>
  [elements, offlinePush, legacyPush, options].some(mentions);

/** A name for a new variable that no other has: `name`, `name2`, … */
export const freshName = (variables: Variables): string => {
  let count = 1;
  const name = () => (count === 1 ? 'name' : `name${count}`);
  while (Object.hasOwn(variables, name())) count++;
  return name();
};

/** The same variables in the same order with another name for one of them. */
export const renamed = (variables: Variables, from: string, to: string): Variables =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name === from ? to : name, value]));

export const without = (variables: Variables, name: string): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([one]) => one !== name));
