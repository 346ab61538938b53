import type { Message, Variables } from '../../shared/contract/index.ts';
import type { BuiltInVariable } from '../../shared/contract/presets.ts';

/** A text with `{{variables}}`, taken apart. */
export type TemplatePart =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'variable'; readonly name: string };

const variableAt = /\{\{[ \t]*([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\}\}/uy;

/**
 * Takes a text apart. `{{name}}` is a variable; `{{{{` stands for two braces; braces around anything that is no name are text, so
 * JSON in a text needs nothing special.
 */
export const parseTemplate = (text: string): readonly TemplatePart[] => {
  const parts: TemplatePart[] = [];
  let plain = '';
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{{', at);
    if (open < 0) {
      plain += text.slice(at);
      break;
    }
    plain += text.slice(at, open);
    variableAt.lastIndex = open;
    const found = variableAt.exec(text);
    if (text.startsWith('{{{{', open)) {
      plain += '{{';
      at = open + 4;
    } else if (found) {
      if (plain !== '') parts.push({ kind: 'text', text: plain });
      plain = '';
      parts.push({ kind: 'variable', name: found[1] ?? '' });
      at = variableAt.lastIndex;
    } else {
      plain += '{';
      at = open + 1;
    }
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
};

/** The text that `parseTemplate` takes apart into these parts. */
export const printTemplate = (parts: readonly TemplatePart[]): string =>
  parts.map((part) => (part.kind === 'variable' ? `{{${part.name}}}` : part.text.replaceAll('{{', '{{{{'))).join('');

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
    parseTemplate(text)
      .map((part) => {
        if (part.kind === 'text') return part.text;
        found.set(part.name, [...(found.get(part.name) ?? []), path]);
        return values.get(part.name) ?? `{{${part.name}}}`;
      })
      .join('');
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
