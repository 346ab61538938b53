import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { generated } from '../../../scripts/vendor-docs.ts';
import { builtInEntries, fileNameOf, presetTexts, printFile, readFileText } from './index.ts';

const folder = path.resolve(import.meta.dirname, '../../../resources/presets');
const valid = {
  kind: 'preset',
  name: 'Lunch',
  message: { from: 'denny', conversation: { kind: 'c2c', to: 'vinson' }, elements: [{ kind: 'text', text: 'Lunch?' }] },
};
const story = {
  ...valid,
  kind: 'scenario',
  devices: [{ id: 'iphone', userId: 'vinson' }],
  steps: [{ event: 'killed', device: 'iphone' }, { event: 'message' }],
};
const read = (value: unknown) => readFileText(JSON.stringify(value, null, 2));
const why = (value: unknown) => {
  const found = typeof value === 'string' ? readFileText(value) : read(value);
  if (!('broken' in found)) return 'fine';
  const { line, column, reason } = found.broken;
  expect(presetTexts.en[reason.id], reason.id).toBeTruthy();
  return `${line}:${column} ${reason.id.replace('preset.broken.', '')} ${Object.values(reason.params ?? {}).join('|')}`;
};

describe('files of presets', () => {
  it('a valid one of each kind is read', () => expect([why(valid), why(story)]).toEqual(['fine', 'fine']));
  it.each([
    ['not JSON', '{"kind": "preset",\n  oops }', '2:3 json InvalidSymbol'],
    ['a comma too many', '{"kind": "preset",}', '1:19 json PropertyNameExpected'],
    ['nothing at all', '', '1:1 json ValueExpected'],
    ['another kind', { ...valid, kind: 'note' }, '2:11 kind $.kind'],
    ['no name', { ...valid, name: undefined }, '1:1 kind $.name'],
    ['a field nobody knows', { ...valid, colour: 'red' }, '17:13 unknown $.colour'],
    [
      'a field no message has',
      { ...valid, message: { ...valid.message, tittle: 'x' } },
      '16:15 unknown $.message.tittle',
    ],
    ['a wrong type', { ...valid, message: { ...valid.message, from: 7 } }, '5:13 type $.message.from|string'],
    ['a name no variable may have', { ...valid, variables: { 'a b': '1' } }, /name \$\.variables\.a b/],
    ['a variable of ours', { ...valid, variables: { token: '1' } }, /taken token/],
    ['an unknown event', { ...story, steps: [{ event: 'explode' }] }, /kind \$\.steps\[0\]\.event/],
    ['a step on no phone', { ...story, steps: [{ event: 'killed', device: 'x' }] }, /device x\|iphone/],
    ['one id twice', { ...story, devices: [...story.devices, ...story.devices] }, /twice iphone/],
    ['no phone', { ...story, devices: [] }, /other \$\.devices/],
  ])('%s is refused with place and reason', (_, value, expected) =>
    typeof expected === 'string' ? expect(why(value)).toBe(expected) : expect(why(value)).toMatch(expected),
  );
  it('a byte order mark is no mistake', () => expect(why(`\uFEFF${JSON.stringify(valid)}`)).toBe('fine'));
  it('a file of more than a megabyte is not read', () =>
    expect(why(JSON.stringify({ ...valid, about: 'x'.repeat(1_048_576) }))).toMatch(/too-large/));
});

describe('printing', () => {
  it('reads back as what it was, twice the same, keys in one order whatever they came in', () => {
    const first = read(story);
    const second = readFileText(JSON.stringify(Object.fromEntries(Object.entries(story).toReversed())));
    if ('broken' in first || 'broken' in second) throw new Error('not read');
    const text = printFile(first.content);
    expect(readFileText(text)).toEqual(first);
    expect(printFile(second.content)).toBe(text);
    expect(text.endsWith('}\n')).toBe(true);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['kind', 'name', 'devices', 'message', 'steps']);
  });
  it('leaves out what goes without saying', () => {
    const found = read({ ...valid, message: { ...valid.message, offlinePush: { title: 'T', disabled: false } } });
    if ('broken' in found) throw new Error('not read');
    expect(JSON.parse(printFile(found.content))).toEqual({
      ...valid,
      message: { ...valid.message, offlinePush: { title: 'T' } },
    });
  });
  it.each([
    ['Denny’s «Lunch»', 'denny-s-lunch.json'],
    ['  午饭 12:30 ', '午饭-12-30.json'],
    ['../../etc/passwd', 'etc-passwd.json'],
    ['CON', 'preset-con.json'],
    ['👋🏽', 'preset.json'],
    ['x'.repeat(300), `${'x'.repeat(60)}.json`],
  ])('%s becomes %s', (name, file) => expect(fileNameOf(name)).toBe(file));
});

describe('what comes along', () => {
  it('every file of resources/presets is in the list, as the printer writes it', () => {
    const files = readdirSync(folder).toSorted();
    expect(builtInEntries.map((entry) => entry.file).toSorted()).toEqual(files);
    for (const { file, content } of builtInEntries) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      expect(readFileText(text), file).toEqual({ content });
      expect(JSON.parse(text), file).toEqual(JSON.parse(printFile(content)));
    }
  });
  it('the first one is the example of the iOS guide (R42)', () =>
    expect(builtInEntries[0]?.content.message).toMatchObject({ from: 'denny', offlinePush: { ext: 'jump to denny' } }));
  it('the settings of the old Android SDK are those of its guide (R64)', () => {
    const found = builtInEntries.find(({ file }) => file === 'legacy-android.json');
    expect(found?.content.message).toMatchObject({
      elements: [{ kind: 'text', text: 'a new msg from Denny' }],
      legacyPush: {
        enabled: true,
        title: 'I am title',
        desc: 'I am description',
        ext: '{"level":5,"task":"检查"}',
        android: { notifyMode: 'custom' },
        ios: { badgeEnabled: true },
      },
      client: { kind: 'sdk', platform: 'android' },
    });
  });
  it('the published schema is the one the files are read by', () => {
    const file = 'resources/schemas/preset.schema.json';
    expect(generated().get(file)).toBe(readFileSync(path.join(folder, '../..', file), 'utf8'));
  });
  it('both languages have the same sentences', () =>
    expect(Object.keys(presetTexts['zh-CN']).toSorted()).toEqual(Object.keys(presetTexts.en).toSorted()));
});
