import { describe, expect, it } from 'vitest';
import { readApnsFile, simulatorExports } from './apns-file.ts';
import { mustBeSayable } from './testing.ts';

describe('.apns file', () => {
  it('makes Simulator Target Bundle the topic and takes it out of the payload', () => {
    const text = '{"Simulator Target Bundle":"com.example.im","aps":{"alert":"hi"},"ext":"x"}';
    expect(readApnsFile(text)).toEqual({
      payload: '{"aps":{"alert":"hi"},"ext":"x"}',
      options: { topic: 'com.example.im', pushType: 'alert' },
    });
  });
  it('leaves the topic open when the file does not name an app', () => {
    for (const text of ['{"aps":{}}', '{"aps":{},"Simulator Target Bundle":7}']) {
      expect(readApnsFile(text)).toEqual({ payload: '{"aps":{}}', options: { pushType: 'alert' } });
    }
  });
  it('sends a silent push as one', () => {
    expect(readApnsFile('{"aps":{"content-available":1}}')?.options).toEqual({ pushType: 'background', priority: '5' });
  });
  it('does not mind a byte order mark', () => {
    expect(readApnsFile('\uFEFF{"aps":{}}')).not.toBeNull();
  });
  it('is null for anything else', () => {
    for (const text of ['', '{', '[]', '"aps"', '{"message":{}}']) expect(readApnsFile(text)).toBeNull();
  });
});

const options = { topic: 'com.example.im', pushType: 'alert' };
const file = (payload: string, over: Record<string, string> = {}, app = '') =>
  simulatorExports({ payload, options: { ...options, ...over } }, app)[0];
const notes = (payload: string, over: Record<string, string> = {}) =>
  file(payload, over)?.notes.map(({ phrase }) => phrase.id.replace('apns.export.note.', ''));

describe('exports for the Simulator', () => {
  it('put the app in front and change nothing else, to the letter', () => {
    expect(file('{"aps":{"badge":1.0},"id":12345678901234567890}')?.text).toBe(
      '{"Simulator Target Bundle": "com.example.im", "aps":{"badge":1.0},"id":12345678901234567890}',
    );
    expect(file('{\n  "aps": {}\n}')?.text).toBe('{\n  "Simulator Target Bundle": "com.example.im",\n  "aps": {}\n}');
    expect(file('{}')?.text).toBe('{"Simulator Target Bundle": "com.example.im"}');
    expect(file('{ }')?.text).toBe('{ "Simulator Target Bundle": "com.example.im" }');
  });
  it('come back as they went out', () => {
    const draft = { payload: '{"aps":{"alert":"It\'s 12:30"},"ext":"jump"}', options };
    expect(readApnsFile(simulatorExports(draft, '')[0]!.text)).toEqual(draft);
  });
  it('take the app from the topic without its suffix, from the payload, or from the workspace', () => {
    expect(file('{"aps":{}}', { topic: 'com.example.im.voip' })?.fileName).toBe('com.example.im.apns');
    expect(file('{"Simulator Target Bundle":"com.a","aps":{}}', { topic: '' })).toMatchObject({
      fileName: 'com.a.apns',
      text: '{"Simulator Target Bundle":"com.a","aps":{}}',
    });
    expect(file('{"aps":{}}', { topic: '' }, 'com.example.b')?.fileName).toBe('com.example.b.apns');
    expect(file('{"aps":{}}', { topic: '../x' })?.fileName).toBe('push.apns');
  });
  it('have one command line per way; none when no app is known', () => {
    const lines = simulatorExports({ payload: '{"aps":{}}', options }, '').map(({ text }) => text);
    expect(lines.slice(1)).toEqual([
      'xcrun simctl push booted com.example.im com.example.im.apns',
      'xcrun simctl push booted com.example.im.apns',
      `printf '%s' '{"aps":{}}' | xcrun simctl push booted com.example.im -`,
    ]);
    expect(simulatorExports({ payload: '{"aps":{}}', options: {} }, '')).toHaveLength(1);
  });
  it('say what the Simulator does not take or do', () => {
    expect(notes('{"aps":{}}')).toEqual(['no-headers']);
    expect(notes('{}')).toEqual(['no-aps', 'no-headers']);
    expect(notes('{"aps":{}}', { topic: '' })).toEqual(['no-bundle', 'no-headers']);
    expect(notes(`{"aps":{},"x":"${'x'.repeat(4090)}"}`, { pushType: 'voip' })).toEqual([
      'too-large',
      'push-type',
      'no-headers',
    ]);
    const all = simulatorExports(
      { payload: `{"x":"${'x'.repeat(4096)}"}`, options: { topic: 'com.example.im', pushType: 'voip' } },
      '',
    );
    mustBeSayable(all.flatMap((one) => [one.label, ...one.notes.map(({ phrase }) => phrase)]));
  });
  it('are none of a text that is no JSON object', () => {
    for (const text of ['', '[]', '{"aps"']) expect(simulatorExports({ payload: text, options }, '')).toEqual([]);
  });
});
