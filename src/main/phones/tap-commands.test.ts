import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { TapPlan } from '../vendors/vendor.ts';
import { commandsFor, type CommandInput } from './tap-commands.ts';

const awkward = `it's "5 €" $HOME \`id\` \\n; rm -rf & {"a":"b c"}\n甲`;
const plan = (over: Partial<TapPlan> = {}): TapPlan => ({
  steps: [],
  callback: {
    name: 'onCreate(savedInstanceState): getIntent().getExtras()',
    language: 'kotlin',
    source: { title: 'A page', checked: '2026-11-21' },
    certainty: 'measured',
  },
  received: '{}',
  values: [
    { path: 'ext', type: 'String', value: awkward },
    { path: 'google.ttl', type: 'Int', value: '60' },
    { path: 'google.message_id', type: 'String', value: '<message id>' },
  ],
  ext: awkward,
  opens: { kind: 'app', name: '' },
  stoppedBecause: null,
  ...over,
});
const input = (over: Partial<TapPlan>, more: Partial<CommandInput> = {}): CommandInput => ({
  draft: { payload: '{}', options: {} },
  device: { platform: 'android' },
  // Only the identifiers are read.
  app: {
    identifiers: { android: 'com.example.chat', ios: 'com.example.chat', harmony: 'com.example.hap' },
  } as CommandInput['app'],
  vendor: { id: 'fcm', payload: {} } as unknown as CommandInput['vendor'],
  plan: plan(over),
  target: null,
  action: 'default',
  ...more,
});

/** What `am` gets: `adb shell` joins its words with spaces and hands them to a second shell, as the real one does. */
const received = (line: string): string[] => {
  const phone = `am() { printf '%s\\0' "$@"; }; aa() { am "$@"; }; `;
  const quoted = phone.replaceAll("'", `'\\''`);
  const desk = `adb() { shift; sh -c '${quoted}'"$*"; }; hdc() { adb "$@"; }; xcrun() { printf '%s\\0' "$@"; }; ${line}`;
  const { stdout, status, stderr } = spawnSync('sh', ['-c', desk], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.split('\0').slice(0, -1);
};
const amOf = (over: Partial<TapPlan>, more: Partial<CommandInput> = {}) =>
  commandsFor(input(over, more)).map(({ text }) => received(text));

describe('adb shell am start, as a shell reads it', () => {
  it('starts the launcher with every extra, letter for letter', () =>
    expect(amOf({})).toEqual([
      [
        'start',
        '--es',
        'ext',
        awkward,
        '--ei',
        'google.ttl',
        '60',
        '-a',
        'android.intent.action.MAIN',
        '-c',
        'android.intent.category.LAUNCHER',
        '-p',
        'com.example.chat',
      ],
    ]));
  it('names a class of the app, and an action otherwise', () => {
    expect(amOf({ values: [], opens: { kind: 'activity', name: 'com.example.chat.MainActivity' } })).toEqual([
      ['start', '-n', 'com.example.chat/com.example.chat.MainActivity'],
    ]);
    expect(amOf({ values: [], opens: { kind: 'activity', name: 'com.example.OPEN' } })).toEqual([
      ['start', '-a', 'com.example.OPEN', '-p', 'com.example.chat'],
    ]);
  });
  it('hands over an Intent text whole', () => {
    const uri = `intent://chat/open?a=b&c='d'#Intent;scheme=chatdemo;S.ext=x%20y;end`;
    expect(amOf({ uri, opens: { kind: 'activity', name: 'x' } })).toEqual([['start', uri]]);
  });
  it('takes extras that a library names as such, and leaves out its objects', () =>
    expect(
      amOf({
        values: [
          { path: 'intent.extras["a b"]', type: 'String', value: '1' },
          { path: 'message.title', type: 'String', value: 'no' },
        ],
        callback: { ...plan().callback!, name: 'onNotificationClicked(context, message)' },
      }),
    ).toEqual([
      [
        'start',
        '--es',
        'a b',
        '1',
        '-a',
        'android.intent.action.MAIN',
        '-c',
        'android.intent.category.LAUNCHER',
        '-p',
        'com.example.chat',
      ],
    ]));
  it('opens the address of the redirect too', () =>
    expect(amOf({ values: [] }, { target: { kind: 'url', url: `app://a/?q='$x'` } })[1]).toEqual([
      'start',
      '-a',
      'android.intent.action.VIEW',
      '-d',
      `app://a/?q='$x'`,
    ]));
  it('is absent where nothing opens', () => {
    expect(amOf({ opens: { kind: 'nothing', name: '' } })).toEqual([]);
    expect(amOf({}, { action: 'dismiss' })).toEqual([]);
  });
});

describe('xcrun simctl, as a shell reads it', () => {
  it('opens the address of the redirect', () =>
    expect(amOf({}, { device: { platform: 'ios' }, target: { kind: 'url', url: `chatdemo://chat/it's` } })).toEqual([
      ['simctl', 'openurl', 'booted', `chatdemo://chat/it's`],
    ]));
});

describe('hdc shell aa start, as a shell reads it', () => {
  const harmony = { device: { platform: 'harmony' } } as const;
  const values = [
    { path: 'ext', type: 'string', value: awkward },
    { path: 'count', type: 'number', value: '3' },
    { path: 'share', type: 'number', value: '0.5' },
    { path: 'open', type: 'boolean', value: 'true' },
  ];
  const parameters = ['--ps', 'ext', awkward, '--pi', 'count', '3', '--pb', 'open', 'true'];
  it('starts the first ability with every parameter that the tool takes', () =>
    expect(amOf({ values }, harmony)).toEqual([
      ['start', '-b', 'com.example.hap', '-a', 'EntryAbility', ...parameters],
    ]));
  it('opens a page by its address or its action', () => {
    const opens = { kind: 'activity', name: 'com.test.open' } as const;
    expect(amOf({ values: [], opens, uri: 'chat://open' }, harmony)).toEqual([
      ['start', '-b', 'com.example.hap', '-U', 'chat://open'],
    ]);
    expect(amOf({ values: [], opens }, harmony)).toEqual([['start', '-b', 'com.example.hap', '-A', 'com.test.open']]);
  });
  it('opens the address of the redirect too', () =>
    expect(amOf({ values: [] }, { ...harmony, target: { kind: 'url', url: 'app://a' } })[1]).toEqual([
      'start',
      '-A',
      'ohos.want.action.viewData',
      '-U',
      'app://a',
    ]));
  it('is absent where nothing opens', () =>
    expect(amOf({ opens: { kind: 'nothing', name: '' } }, harmony)).toEqual([]));
});
