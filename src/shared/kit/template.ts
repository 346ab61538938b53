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

/** The text with the values of the names that are known; others stay as they are written. */
export const fillTemplate = (text: string, valueOf: (name: string) => string | undefined): string =>
  parseTemplate(text)
    .map((part) => (part.kind === 'text' ? part.text : (valueOf(part.name) ?? `{{${part.name}}}`)))
    .join('');
