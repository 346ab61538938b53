import { expect, it } from 'vitest';
import { fillTemplate } from './template.ts';

const values: Readonly<Record<string, string>> = { who: 'Denny', nothing: '' };
it.each([
  ['{{who}} calls', 'Denny calls'],
  ['{{ who }}{{who}}', 'DennyDenny'],
  ['[{{nothing}}]', '[]'],
  ['{{unknown}} calls', '{{unknown}} calls'],
  ['{{{{who}}', '{{who}}'],
  ['{"a":{"b":"{{who}}"}}', '{"a":{"b":"Denny"}}'],
  ['no braces', 'no braces'],
])('%s becomes %s', (text, becomes) => expect(fillTemplate(text, (name) => values[name])).toBe(becomes));
