import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../shared/kit/json-schema.ts';
import { helpAt, offersAt } from './schema-help.ts';

const closed = (properties: Record<string, JsonSchema>, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const root: JsonSchema = {
  type: 'object',
  properties: {
    aps: {
      title: 'aps',
      description: 'All of it.',
      anyOf: [{ $ref: '#/definitions/note' }, { $ref: '#/definitions/start' }, { $ref: '#/definitions/end' }],
      examples: [{}],
    },
    ext: { title: 'ext', description: 'Where to go.\n\nNot Apple’s.' },
  },
  definitions: {
    note: closed({
      alert: {
        title: 'alert',
        anyOf: [{ type: 'string' }, { $ref: '#/definitions/alert' }],
        examples: [{ title: '' }],
      },
      badge: { title: 'badge', description: 'A number.', type: 'integer', minimum: 0, examples: [1] },
      level: {
        title: 'level',
        description: 'How loud.',
        anyOf: [
          { const: 'active', description: 'As usual.' },
          { const: 'passive', description: 'In silence.' },
        ],
      },
      flag: { title: 'flag', description: 'On.', enum: [1, 0], examples: [1] },
    }),
    start: closed(
      {
        event: { title: 'event', anyOf: [{ const: 'start', description: 'Begins.' }] },
        at: { type: 'integer', exclusiveMaximum: 1e11 },
      },
      ['event', 'at'],
    ),
    end: closed(
      { event: { title: 'event', anyOf: [{ const: 'end', description: 'Ends.' }] }, until: { type: 'string' } },
      ['event'],
    ),
    alert: closed({ title: { title: 'alert.title', description: 'The first line.', type: 'string' } }),
  },
};

/** The text without its `|`, and where it stood. */
const cursor = (marked: string): [text: string, offset: number] => [marked.replace('|', ''), marked.indexOf('|')];
const offers = (marked: string) => offersAt(root, ...cursor(marked), 1_795_000_000);
const labels = (marked: string) => offers(marked)?.offers.map(({ label }) => label) ?? null;
const template = (marked: string, label: string) => offers(marked)?.offers.find((one) => one.label === label)?.template;

describe('offers', () => {
  it('are the keys of the object that are not there yet', () => {
    expect(labels('{|}')).toEqual(['aps', 'ext']);
    expect(labels('{"ext": "", |}')).toEqual(['aps']);
    expect(labels('{"aps": {|}}')).toEqual(['alert', 'badge', 'level', 'flag', 'event', 'at', 'until']);
    expect(labels('{"aps": {"alert": {|}}}')).toEqual(['title']);
  });
  it('follow what is written: an event leaves the keys of that event', () => {
    expect(labels('{"aps": {"event": "end", |}}')).toEqual(['until']);
    expect(labels('{"aps": {"badge": 1, |}}')).toEqual(['alert', 'level', 'flag']);
  });
  it('stay when nothing fits any more', () => {
    expect(labels('{"aps": {"event": "end", "badge": 1, |}}')).toContain('until');
  });
  it('take the place of the key that is being written', () => {
    expect(offers('{"aps": {"ba|"}}')).toMatchObject({ from: 9, to: 13 });
    expect(offers('{"aps": {"ba|\n}}')).toMatchObject({ from: 9, to: 12 });
    expect(offers('{"aps": {ba|}}')).toMatchObject({ from: 9, to: 11 });
    expect(labels('{"aps": {"badge|": 1}}')).toContain('badge');
  });
  it('write a key with an empty value of its type, and a comma where another key follows', () => {
    expect(template('{"aps": {|}}', 'badge')).toBe('"badge": ${1}');
    expect(template('{"aps": {| "badge": 1}}', 'alert')).toBe('"alert": { ${} },');
    expect(template('{"aps": {"event": "start", |}}', 'at')).toBe('"at": ${1795000000}');
    expect(template('{"aps": {"event": "end", |}}', 'until')).toBe('"until": "${}"');
    expect(template('{"aps": {|}}', 'flag')).toBe('"flag": ${1}');
    expect(template('{"aps": {|}}', 'event')).toBe('"event": ${}');
    expect(template('{"aps": {"until": "", |}}', 'event')).toBe('"event": "end"');
    expect(template('{"aps": {|}}', 'level')).toBe('"level": ${}');
    expect(template('{"aps": {"ba|": 1}}', 'badge')).toBe('"badge"');
  });
  it('go on with the values where there are several words', () => {
    expect(
      offers('{"aps": {|}}')
        ?.offers.filter(({ again }) => again)
        .map(({ label }) => label),
    ).toEqual(['level', 'event']);
  });
  it('are the values of a key with a choice, each with its own words', () => {
    expect(labels('{"aps": {"level": |}}')).toEqual(['"active"', '"passive"']);
    expect(offers('{"aps": {"level": "a|"}}')).toMatchObject({ from: 18, to: 21 });
    expect(offers('{"aps": {"level": |}}')?.offers[1]?.help.paragraphs).toEqual(['In silence.']);
    expect(labels('{"aps": {"flag": |}}')).toEqual(['1', '0']);
    expect(labels('{"aps": {"event": |}}')).toEqual(['"start"', '"end"']);
  });
  it('are none where any value will do, and outside of everything', () => {
    expect(labels('{"ext": |}')).toBeNull();
    expect(labels('|')).toBeNull();
    expect(labels('{"other": {|}}')).toBeNull();
  });
  it('name what is needed', () => {
    expect(offers('{"aps": {"event": "start", |}}')?.offers.map(({ label, needed }) => [label, needed])).toEqual([
      ['at', true],
    ]);
  });
});

describe('help', () => {
  const help = (marked: string) => helpAt(root, ...cursor(marked));
  it('is about the key, and about the value as well', () => {
    expect(help('{"aps": {"ba|dge": 1}}')).toMatchObject({
      from: 9,
      to: 16,
      title: 'badge',
      paragraphs: ['A number.'],
    });
    expect(help('{"aps": {"badge": 1|2}}')).toMatchObject({ from: 18, to: 20, title: 'badge', types: ['integer'] });
    expect(help('{"aps": {"alert": {"ti|tle": ""}}}')?.title).toBe('alert.title');
  });
  it('has a paragraph for each, and the choices', () => {
    expect(help('{"e|xt": 1}')?.paragraphs).toEqual(['Where to go.', 'Not Apple’s.']);
    expect(help('{"aps": {"le|vel": "active"}}')?.choices).toEqual([
      { value: '"active"', about: 'As usual.' },
      { value: '"passive"', about: 'In silence.' },
    ]);
    expect(help('{"aps": {"fl|ag": 1}}')?.choices).toEqual([
      { value: '1', about: '' },
      { value: '0', about: '' },
    ]);
  });
  it('is none in a text nested deeper than any parser follows', () => {
    const deep = `{"aps": ${'['.repeat(50_000)}`;
    expect(helpAt(root, deep, 4)).toBeNull();
    expect(offersAt(root, deep, deep.length, 0)).toBeNull();
  });
  it('is none for what the schema does not know', () => {
    expect(help('{"oth|er": 1}')).toBeNull();
    expect(help('{ | }')).toBeNull();
    expect(help('|')).toBeNull();
  });
});
