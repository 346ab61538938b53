import { describe, expect, it } from 'vitest';
import { sampleIntent } from '../../kit/conformance.ts';
import type { Draft, Intent } from '../../../../shared/contract/index.ts';
import { xiaomi } from '../index.ts';
import { draft, facts, foreignRegId, intentUri, nowMs, problemsOf, regId, target } from '../samples.ts';

const names = (one: Draft): string[] => problemsOf(one).map(({ code }) => code.slice('xiaomi.'.length));
const long = (count: number): string => 'x'.repeat(count);

/** Name of the only problem, its severity and its path. */
const cases: readonly (readonly [string, string, string, Draft])[] = [
  ['not-json', 'error', '$', { payload: '{', options: {} }],
  ['not-object', 'error', '$', { payload: '[]', options: {} }],
  ['not-text', 'error', '$.ticker', draft({ ticker: {} })],
  ['unknown-field', 'warning', '$.badge', draft({ badge: 1 })],
  ['field-of-extra', 'warning', '$.channel_id', draft({ channel_id: '1' })],
  ['extra-not-text', 'error', '$.extra.ext', draft({}, { ext: { a: 1 } })],
  ['unknown-api', 'error', 'option:api', { ...draft(), options: { api: '/v9' } }],
  ['no-package', 'error', '$.restricted_package_name', draft({ restricted_package_name: undefined })],
  ['bad-pass-through', 'error', '$.pass_through', draft({ pass_through: 2 })],
  ['no-text', 'error', '$.title', draft({ title: undefined })],
  ['blank-text', 'error', '$.description', draft({ description: ' ' })],
  ['text-too-long', 'error', '$.title', draft({ title: long(51) })],
  ['text-at-limit', 'warning', '$.title', draft({ title: long(50) })],
  ['text-at-limit', 'warning', '$.title', draft({ title: '😀'.repeat(26) })],
  ['text-too-long', 'error', '$.description', draft({ description: long(129) })],
  ['payload-too-long', 'error', '$.payload', draft({ payload: long(4097) })],
  ['bad-number', 'error', '$.notify_type', draft({ notify_type: 8 })],
  ['notify-type-zero', 'info', '$.notify_type', draft({ notify_type: 0 })],
  ['bad-number', 'error', '$.notify_id', draft({ notify_id: 2_147_483_648 })],
  ['bad-number', 'error', '$.notify_id', draft({ notify_id: 'seven' })],
  ['bad-number', 'error', '$.time_to_live', draft({ time_to_live: 1_209_600_001 })],
  ['long-lifetime', 'warning', '$.time_to_live', draft({ time_to_live: 864_000_001 })],
  [
    'too-many-extras',
    'error',
    '$.extra',
    draft({}, Object.fromEntries('abcdefghij'.split('').map((key) => [key, '1']))),
  ],
  ['extras-too-long', 'error', '$.extra', draft({}, { more: long(1000) })],
  ['bad-jobkey', 'error', '$.extra.jobkey', draft({}, { jobkey: '_a' })],
  ['bad-effect', 'error', '$.extra.notify_effect', draft({}, { notify_effect: '4' })],
  ['no-intent', 'error', '$.extra.notify_effect', draft({}, { intent_uri: '' })],
  ['bad-intent', 'error', '$.extra.intent_uri', draft({}, { intent_uri: 'com.example.im.MainActivity' })],
  ['no-web', 'error', '$.extra.notify_effect', draft({}, { notify_effect: '3' })],
  ['bad-web', 'error', '$.extra.web_uri', draft({}, { notify_effect: '3', web_uri: 'example.com' })],
  ['bad-callback', 'error', '$.extra.callback', draft({}, { callback: 'nowhere' })],
  ['callback-param-too-long', 'error', '$.extra["callback.param"]', draft({}, { 'callback.param': long(257) })],
  ['unknown-channel', 'error', '$.extra.channel_id', draft({}, { channel_id: '999' })],
  ['no-template', 'warning', '$.extra', draft({}, { template_id: '' })],
  ['template-param-not-json', 'error', '$.extra.template_param', draft({}, { template_param: 'x' })],
  ['template-value-blank', 'error', '$.extra.template_param.a', draft({}, { template_param: '{"a":" "}' })],
  ['template-value-symbol', 'error', '$.extra.template_param.a', draft({}, { template_param: '{"a":"😀"}' })],
  ['template-value-not-text', 'error', '$.extra.template_param.a', draft({}, { template_param: '{"a":1}' })],
  [
    'template-value-too-long',
    'error',
    '$.extra.template_param.a',
    draft({}, { template_param: JSON.stringify({ a: long(129) }) }),
  ],
  [
    'template-values',
    'error',
    '$.extra.template_param',
    draft({}, { template_param: JSON.stringify(Object.fromEntries('abcdefghij'.split('').map((key) => [key, 'v']))) }),
  ],
  ['no-notify-id', 'info', '$', draft({ notify_id: undefined })],
  [
    'custom-click-withdrawn',
    'warning',
    '$.extra',
    draft({ extra: { channel_id: '100001', template_id: 'T', template_param: '{}' } }),
  ],
  ['public-channel', 'warning', '$.extra.channel_id', draft({}, { channel_id: '100002' })],
  ['no-channel', 'warning', '$.extra', draft({}, { channel_id: '' })],
  [
    'foreign-picture',
    'warning',
    '$.extra.notification_bigPic_uri',
    draft({}, { notification_bigPic_uri: 'https://example.com/a.png' }),
  ],
  ['sound-form', 'warning', '$.extra.sound_uri', draft({}, { sound_uri: 'ding.mp3' })],
  ['ext-not-json', 'info', '$.extra.ext', draft({}, { ext: 'jump to denny' })],
  ['test-words', 'info', '$.description', draft({ description: '这是测试' })],
  ['other-token', 'warning', '$.registration_id', draft({ registration_id: foreignRegId })],
  ['odd-token', 'warning', '$.registration_id', draft({ registration_id: `${regId},short` })],
  ['token-inserted', 'info', '$', draft({ registration_id: undefined })],
];

describe('one thing broken, one problem', () => {
  it('finds nothing in the valid draft', () => {
    expect(names(draft())).toEqual([]);
  });
  it.each(cases)('%s (%s at %s)', (name, severity, path, one) => {
    expect(problemsOf(one).map(({ code, severity: how, path: where }) => [code, how, where])).toEqual([
      [`xiaomi.${name}`, severity, path],
    ]);
  });
  it('finds two where two are broken: a public message that lives too long', () => {
    expect(names(draft({ time_to_live: 90_000_000 }, { channel_id: '100002' }))).toEqual([
      'public-channel',
      'public-lifetime',
    ]);
  });
  it('says what extra has to be when it is no object', () => {
    expect(names(draft({ extra: 'a=b' }))).toContain('extra-not-object');
  });
  it('asks nothing of the texts of a pass-through message, and says that it shows nothing', () => {
    const one = draft({ pass_through: 1, title: undefined, description: undefined, payload: '{}' });
    expect(names(one)).toEqual(['pass-through']);
    expect(names(draft({ pass_through: 1 }))).toEqual(['pass-through', 'no-payload']);
  });
  it('believes the class that the option names', () => {
    expect(names({ ...draft({}, { channel_id: '999' }), options: { channelClass: 'private' } })).toEqual([]);
  });
});

describe('other targets than registration ids', () => {
  const to = (api: string, fields: Readonly<Record<string, unknown>>): string[] =>
    names({ ...draft({ registration_id: undefined, ...fields }), options: { api } });
  it.each([
    ['/v3/message/alias', { alias: 'denny' }, []],
    ['/v3/message/alias', {}, ['no-target']],
    ['/v3/message/alias', { alias: ' ' }, ['empty-target']],
    ['/v3/message/topic', { topic: 'news' }, []],
    ['/v3/message/multi_topic', { topics: 'a;$;b', topic_op: 'UNION' }, []],
    ['/v3/message/multi_topic', { topics: 'a;$;b' }, ['no-field']],
    ['/v3/message/multi_topic', { topics: 'a', topic_op: 'OR' }, ['bad-topic-op']],
    ['/v3/message/multi_topic', { topics: 'a;$;b;$;c;$;d;$;e;$;f', topic_op: 'UNION' }, ['too-many-topics']],
    ['/v3/message/all', {}, []],
    ['/v2/message/alias', { alias: 'denny', restricted_package_name: 'a.b,c.d' }, ['several-packages']],
    ['/v3/message/alias', { alias: 'denny', restricted_package_name: 'a.b,c.d' }, []],
    ['/v2/multi_messages/regids', { messages: 'x' }, ['bad-messages']],
    ['/v3/message/alias', { alias: Array.from({ length: 1001 }, (_, i) => `a${i}`).join(',') }, ['too-many-targets']],
  ])('%s %j', (api, fields, expected) => {
    expect(to(api, fields)).toEqual(expected);
  });
});

describe('an intent becomes a form', () => {
  const make = (over: Partial<Intent>) => xiaomi.payload.fromIntent({ ...sampleIntent, ...over }, target, nowMs);
  const read = (one: Draft) => JSON.parse(one.payload) as Record<string, unknown> & { extra: Record<string, unknown> };

  it('puts everything where the console’s choice puts it', () => {
    const click = { kind: 'intent', uri: intentUri } as const;
    expect(read(make({ click, androidChannelId: '100001', lifetimeSeconds: 3600 }))).toEqual({
      registration_id: regId,
      restricted_package_name: 'com.example.im',
      pass_through: 0,
      title: sampleIntent.title,
      description: sampleIntent.body,
      notify_type: -1,
      notify_id: nowMs % 2_147_483_648,
      time_to_live: 3_600_000,
      extra: { channel_id: '100001', notify_effect: '2', intent_uri: intentUri, ext: 'jump to denny' },
    });
  });
  it.each([
    [{ kind: 'app' }, {}],
    [
      { kind: 'web', url: 'https://e.com' },
      { notify_effect: '3', web_uri: 'https://e.com' },
    ],
    [
      { kind: 'activity', name: 'com.example.im.Chat' },
      { notify_effect: '2', intent_uri: 'intent:#Intent;component=com.example.im/com.example.im.Chat;end' },
    ],
    [
      { kind: 'action', name: 'im.CHAT' },
      { notify_effect: '2', intent_uri: 'intent:#Intent;action=im.CHAT;package=com.example.im;end' },
    ],
  ] as const)('click %j', (click, extra) => {
    expect(read(make({ click, ext: null })).extra ?? {}).toEqual(extra);
  });
  it('silence is light only, a sound of the app’s own goes into sound_uri without ending', () => {
    expect(read(make({ sound: null }))['notify_type']).toBe(4);
    const named = make({ sound: 'ding.mp3', androidChannelId: '100001' });
    expect(read(named).extra['sound_uri']).toBe('android.resource://com.example.im/raw/ding');
  });
  it('cuts by UTF-16 units and says so', () => {
    const one = make({ title: '😀'.repeat(30), body: 'x'.repeat(200) });
    expect(read(one)['title']).toBe(`${'😀'.repeat(23)}...`);
    expect(read(one)['description']).toBe(`${'x'.repeat(125)}...`);
    expect(names(one)).toEqual(expect.arrayContaining(['cut-title', 'cut-text']));
  });
  it.each([
    ['dropped-subtitle', { subtitle: 's' }],
    ['dropped-image', { image: 'https://e.com/a.png' }],
    ['dropped-badge', { badge: 3 }],
    ['dropped-long-text', { longText: true }],
    ['dropped-category', { category: 'IM' }],
    ['dropped-importance', { importance: 'LOW' }],
    ['dropped-interruption', { interruptionLevel: 'critical' }],
    ['filled-title', { title: null }],
    ['sound-needs-channel', { sound: 'ding' }],
    ['lifetime-shortened', { lifetimeSeconds: 864_001 }],
  ] as const)('%s is a problem of the draft', (name, over) => {
    const plain = { badge: null, click: { kind: 'intent', uri: intentUri }, lifetimeSeconds: 3600 } as const;
    const told = (more: Partial<Intent>) =>
      names(make({ ...plain, ...more })).filter((one) => /^(?:dropped|filled|sound-needs|lifetime)/.test(one));
    expect(told({})).toEqual([]);
    expect(told(over)).toEqual([name]);
  });
  it('says that it is modelled, and that «open app» loses ext', () => {
    expect(names(make({}))).toEqual(expect.arrayContaining(['modelled', 'custom-click-withdrawn']));
  });
  it('takes the package of the credential when the phone names none, and the class of its channel', () => {
    const one = xiaomi.payload.fromIntent(
      { ...sampleIntent, androidChannelId: '100002' },
      { ...target, appIdentifier: '', credential: facts },
      nowMs,
    );
    expect(read(one)['restricted_package_name']).toBe('com.example.im');
    expect(one.options['channelClass']).toBe('public');
  });
});

describe('sizes', () => {
  it('counts characters and UTF-16 units apart', () => {
    const { sizes } = xiaomi.payload.check(draft({ title: '😀😀' }), target);
    const of = (id: string) => sizes.find((size) => size.id === id);
    expect(of('xiaomi.size.title')).toMatchObject({ used: 2, limit: 50, unit: 'codepoints' });
    expect(of('xiaomi.size.title-units')).toMatchObject({ used: 4, unit: 'utf16' });
    expect(of('xiaomi.size.extra')).toMatchObject({ used: 'ext'.length + '{"entity":{"sender":"denny"}}'.length });
  });
});
