import type { Message, Variables } from '../../shared/contract/index.ts';
import type { BuiltInVariable } from '../../shared/contract/presets.ts';
import { fillTemplate } from '../../shared/kit/template.ts';

/** One variable that a message uses, and where: JSON paths into the message. `value` is null for a name nobody defined. */
export interface VariableUse {
  readonly name: string;
  readonly value: string | null;
  readonly paths: readonly string[];
}
export interface FilledMessage {
  readonly message: Message;
  readonly uses: readonly VariableUse[];
}

/** The parts of a message whose texts may hold variables. Who sends to whom is not among them: it decides what they stand for. */
const places = ['elements', 'offlinePush', 'legacyPush', 'options'] as const;

const mentions = (value: unknown): boolean => {
  if (typeof value === 'string') return value.includes('{{');
  return typeof value === 'object' && value !== null && Object.values(value).some(mentions);
};

/** Whether any text of the message holds two opening braces; without them there is nothing to fill in. */
export const hasVariables = (message: Message): boolean => places.some((place) => mentions(message[place]));

/**
 * Fills the variables of all texts. A name that neither list knows stays as it is written and is reported with the value null. The
 * same message when it holds none.
 */
export const fillMessage = (
  message: Message,
  known: Readonly<Record<BuiltInVariable, string>>,
  own: Variables = {},
): FilledMessage => {
  if (!hasVariables(message)) return { message, uses: [] };
  const values = new Map([...Object.entries(own), ...Object.entries(known)]);
  const found = new Map<string, string[]>();
  const fillText = (text: string, path: string): string =>
    fillTemplate(text, (name) => {
      found.set(name, [...(found.get(name) ?? []), path]);
      return values.get(name);
    });
  const fill = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') return value.includes('{{') ? fillText(value, path) : value;
    if (Array.isArray(value)) return value.map((one, index) => fill(one, `${path}[${index}]`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, `${path}.${key}`)]));
  };
  const filled = Object.fromEntries(
    places.filter((place) => message[place] !== undefined).map((place) => [place, fill(message[place], `$.${place}`)]),
  );
  return {
    message: { ...message, ...filled },
    uses: [...found].map(([name, paths]) => ({ name, value: values.get(name) ?? null, paths: [...new Set(paths)] })),
  };
};
