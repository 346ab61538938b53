import { describe, expect, it } from 'vitest';
import type { Draft, Intent } from '../../../../shared/contract/index.ts';
import { sampleIntent } from '../../kit/conformance.ts';
import { fromBytes } from '../../kit/text.ts';
import { oppo } from '../index.ts';
import { draft, foreignRegId, message, notification, problemsOf, regId, send, target } from '../samples.ts';
import { sendPaths } from '../hosts.ts';
import { isRegId, regionOf } from './reg-id.ts';

const names = (one: Draft): string[] => problemsOf(one).map(({ code }) => code.slice('oppo.'.length));
const long = (count: number): string => 'x'.repeat(count);
const n = '$.notification';

/** Name of the only problem, its severity and its path. */
const cases: readonly (readonly [string, string, string, Draft])[] = [
  ['not-json', 'error', '$', { payload: '{', options: {} }],
  ['not-object', 'error', '$', { payload: '[]', options: {} }],
  ['not-array', 'error', '$', { payload: '{}', options: { api: sendPaths.batch } }],
  ['unknown-api', 'error', 'option:api', { ...draft(), options: { api: '/v9' } }],
  ['unknown-field', 'warning', '$.message', draft({}, { message: 1 })],
  ['unknown-field', 'warning', `${n}.body`, draft({ body: 'x' })],
  ['camel-case', 'warning', `${n}.channelId`, draft({ channel_id: undefined, channelId: 'tuikit' })],
  ['missing-field', 'error', '$.target_type', draft({}, { target_type: undefined })],
  ['bad-target-type', 'error', '$.target_type', draft({}, { target_type: 3 })],
  ['no-notification', 'error', n, draft({}, { notification: undefined })],
  ['missing-field', 'error', `${n}.title`, draft({ title: undefined })],
  ['missing-field', 'error', `${n}.content`, draft({ content: '' })],
  ['not-text', 'error', `${n}.title`, draft({ title: 7 })],
  ['too-long', 'error', `${n}.title`, draft({ title: long(51) })],
  ['too-long', 'error', `${n}.sub_title`, draft({ sub_title: long(11) })],
  ['content-over-limit', 'error', `${n}.content`, draft({ content: long(51) })],
  ['too-long', 'error', `${n}.content`, draft({ content: long(201) })],
  ['content-over-limit', 'error', `${n}.content`, draft({ style: 2, content: long(129) })],
  ['bad-click', 'error', `${n}.click_action_type`, draft({ click_action_type: 3 })],
  ['click-without', 'error', `${n}.click_action_activity`, draft({ click_action_activity: undefined })],
  ['click-without', 'error', `${n}.click_action_url`, draft({ click_action_type: 2 })],
  ['too-long', 'error', `${n}.click_action_activity`, draft({ click_action_activity: long(501) })],
  ['bad-url', 'error', `${n}.click_action_url`, draft({ click_action_type: 2, click_action_url: 'e.com' })],
  ['parameters-not-text', 'error', `${n}.action_parameters`, draft({ action_parameters: {} })],
  ['parameters-not-json', 'error', `${n}.action_parameters`, draft({ action_parameters: 'jump to denny' })],
  ['parameters-not-json', 'error', `${n}.action_parameters`, draft({ action_parameters: '[1]' })],
  ['too-long', 'error', `${n}.action_parameters`, draft({ action_parameters: JSON.stringify({ entity: long(4000) }) })],
  ['bad-choice', 'error', `${n}.show_time_type`, draft({ show_time_type: 2 })],
  [
    'bad-show-time',
    'error',
    `${n}.show_start_time`,
    draft({ show_time_type: 1, show_start_time: 2, show_end_time: 1 }),
  ],
  ['bad-choice', 'error', `${n}.off_line`, draft({ off_line: 'yes' })],
  ['bad-number', 'error', `${n}.off_line_ttl`, draft({ off_line_ttl: -1 })],
  ['ttl-cut', 'warning', `${n}.off_line_ttl`, draft({ off_line_ttl: 864_001 })],
  ['bad-choice', 'error', `${n}.network_type`, draft({ network_type: 2 })],
  ['bad-number', 'error', `${n}.show_ttl`, draft({ show_ttl: 86_401 })],
  ['bad-number', 'error', `${n}.notify_id`, draft({ notify_id: 'a' })],
  ['too-long', 'error', `${n}.call_back_url`, draft({ call_back_url: long(201) })],
  ['too-long', 'error', `${n}.call_back_parameter`, draft({ call_back_parameter: long(101) })],
  ['bad-level', 'error', `${n}.notify_level`, draft({ notify_level: 3 })],
  ['template-parameters', 'error', `${n}.private_title_parameters`, draft({ private_title_parameters: { a: 1 } })],
  ['bad-style', 'error', `${n}.style`, draft({ style: 5 })],
  ['picture-on-single', 'error', `${n}.style`, draft({ style: 3 })],
  ['picture-on-single', 'error', `${n}.small_picture_id`, draft({ small_picture_id: 'p' })],
  ['no-template', 'warning', n, draft({ private_msg_template_id: undefined })],
  ['no-channel', 'warning', n, draft({ channel_id: undefined })],
  ['unknown-category', 'warning', `${n}.category`, draft({ category: 'im' })],
  ['public-category', 'warning', `${n}.category`, draft({ category: 'MARKETING' })],
  ['level-needs-right', 'info', `${n}.notify_level`, draft({ notify_level: 16 })],
  ['ext-keys', 'info', `${n}.action_parameters`, draft({ action_parameters: '{"page":"chat"}' })],
  ['broadcast-only', 'info', `${n}.fix_speed`, draft({ fix_speed: true })],
  ['token-inserted', 'info', '$', draft({}, { target_value: undefined })],
  ['other-token', 'warning', '$.target_value', draft({}, { target_value: foreignRegId })],
];

describe('one thing broken, one problem', () => {
  it('finds nothing in the valid draft, whatever an emoji counts in UTF-16', () => {
    expect(names(draft())).toEqual([]);
    expect(names(draft({ title: '😀'.repeat(50) }))).toEqual([]);
  });
  it.each(cases)('%s (%s at %s)', (name, severity, path, one) => {
    expect(problemsOf(one).map(({ code, severity: how, path: where }) => [code, how, where])).toEqual([
      [`oppo.${name}`, severity, path],
    ]);
  });
  it('a level without category is two: it is refused, and the category is missing', () => {
    expect(names(draft({ category: undefined }))).toEqual(['level-without-category', 'no-category']);
  });
  it('a wrong target is also another than the phone’s', () => {
    expect(names(draft({}, { target_value: `${regId};${foreignRegId}` }))).toEqual(['several-targets', 'other-token']);
    expect(names(draft({}, { target_value: 'nonsense' }))).toEqual(['bad-token', 'other-token']);
    expect(names(draft({}, { target_value: foreignRegId.replace('CN', 'IN') }))).toEqual([
      'other-token',
      'overseas-token',
    ]);
  });
  it('names start and end of a shown time', () => {
    expect(names(draft({ show_time_type: 1 }))).toEqual(['missing-field', 'missing-field']);
    const times = { show_start_time: 1_700_000_000_000, show_end_time: 1_700_000_000_001 };
    expect(names(draft({ show_time_type: 1, ...times }))).toEqual([]);
  });
});

describe('other paths', () => {
  const to = (kind: keyof typeof sendPaths, value: unknown): string[] =>
    names({ payload: JSON.stringify(value), options: { api: sendPaths[kind] } });
  it('a batch is an array; each message is looked at', () => {
    expect(to('batch', [message()])).toEqual([]);
    expect(to('batch', [message(), message({ title: '' })])).toEqual(['missing-field']);
    expect(to('batch', [1])).toEqual(['not-object']);
    expect(
      to(
        'batch',
        Array.from({ length: 1001 }, () => message()),
      ),
    ).toEqual(['too-many-messages']);
  });
  it('a text to keep may have pictures', () => {
    expect(to('save', notification({ style: 3, big_picture_id: 'p' }))).toEqual([]);
    expect(to('save', notification({ style: 3 }))).toEqual(['missing-field']);
  });
  it('a broadcast names a kept text', () => {
    expect(to('broadcast', { message_id: 'm', target_type: 1 })).toEqual([]);
    expect(to('broadcast', { target_type: 1 })).toEqual(['missing-field']);
  });
});

describe('an intent becomes a message', () => {
  const make = (over: Partial<Intent>) => oppo.payload.fromIntent({ ...sampleIntent, ...over }, target, 0);
  const read = (one: Draft) => (JSON.parse(one.payload) as { notification: Record<string, unknown> }).notification;

  it('puts everything where the vendor’s API has it', () => {
    const android = {
      oppo: { notifyLevel: 16, templateId: 'T', titleParameters: { a: 'b' }, contentParameters: { c: 'd' } },
    };
    const one = make({
      ext: '{"entity":{}}',
      androidChannelId: 'tuikit',
      category: 'IM',
      click: { kind: 'activity', name: 'com.example.im.Chat' },
      vendorSettings: { android, harmony: null, console: {} },
    });
    expect(JSON.parse(one.payload)).toEqual({
      target_type: 2,
      target_value: regId,
      verify_registration_id: false,
      notification: {
        title: sampleIntent.title,
        content: sampleIntent.body,
        channel_id: 'tuikit',
        category: 'IM',
        notify_level: 16,
        private_msg_template_id: 'T',
        private_title_parameters: '{"a":"b"}',
        private_content_parameters: '{"c":"d"}',
        click_action_type: 4,
        click_action_activity: 'com.example.im.Chat',
        action_parameters: '{"entity":{}}',
        off_line: true,
        off_line_ttl: 604_800,
      },
    });
  });
  it.each([
    [{ kind: 'app' }, { click_action_type: 0 }],
    [
      { kind: 'action', name: 'im.CHAT' },
      { click_action_type: 1, click_action_activity: 'im.CHAT' },
    ],
    [
      { kind: 'web', url: 'https://e.com' },
      { click_action_type: 2, click_action_url: 'https://e.com' },
    ],
    [
      { kind: 'intent', uri: 'intent:#Intent;end' },
      { click_action_type: 5, click_action_url: 'intent:#Intent;end' },
    ],
  ] as const)('click %j', (click, expected) => {
    expect(read(make({ click }))).toMatchObject(expected);
  });
  it('a plain-text ext is an error of the draft, not a silent drop', () => {
    const one = make({ ext: 'jump to denny' });
    expect(one.payload).toContain('jump to denny');
    expect(
      problemsOf(one)
        .filter(({ severity }) => severity === 'error')
        .map(({ code }) => code),
    ).toEqual(['oppo.parameters-not-json']);
  });
  it('cuts by style and says so', () => {
    const short = make({ body: 'x'.repeat(60) });
    expect(read(short)['content']).toBe(`${'x'.repeat(47)}...`);
    expect(names(short)).toContain('cut-text');
    const longText = make({ body: 'x'.repeat(60), longText: true });
    expect(read(longText)).toMatchObject({ style: 2, content: 'x'.repeat(60) });
    expect(names(longText)).not.toContain('cut-text');
  });
  it('keeps nothing for a phone that is away when the message may not wait', () => {
    expect(read(make({ lifetimeSeconds: 0 }))).toMatchObject({ off_line: false });
    expect(read(make({ lifetimeSeconds: 0 }))).not.toHaveProperty('off_line_ttl');
  });
  it.each([
    ['dropped-subtitle', { subtitle: 's' }],
    ['dropped-image', { image: 'https://e.com/a.png' }],
    ['dropped-badge', { badge: 3 }],
    ['dropped-sound', { sound: 'ding.mp3' }],
    ['dropped-sound', { sound: null }],
    ['dropped-importance', { importance: 'LOW' }],
    ['dropped-interruption', { interruptionLevel: 'critical' }],
    ['cut-title', { title: 'x'.repeat(51) }],
    ['filled-title', { title: null }],
    ['lifetime-shortened', { lifetimeSeconds: 864_001 }],
  ] as const)('%s is a problem of the draft', (name, over) => {
    const told = (more: Partial<Intent>) =>
      names(make({ badge: null, ...more })).filter((one) => /^(?:dropped|filled|cut|lifetime)/.test(one));
    expect(told({})).toEqual([]);
    expect(told(over)).toEqual([name]);
  });
});

describe('the wire', () => {
  it('sends the message byte for byte, with the token in the form', () => {
    const one = { payload: JSON.stringify(message(), null, 1), options: {} };
    const request = oppo.sender.request(one, target, 'tok');
    const body = 'unusable' in request ? '' : (fromBytes(request.body) ?? '');
    expect(new URLSearchParams(body).get('message')).toBe(one.payload);
    expect(new URLSearchParams(body).get('auth_token')).toBe('tok');
    expect(oppo.payload.fromRequest(send('unicast', [['message', one.payload]]))).toEqual({
      draft: one,
      tokens: [regId],
      title: 'Denny',
      body: 'Hi 你好',
    });
  });
  it('puts the phone’s id into a message without target', () => {
    const request = oppo.sender.request(draft({}, { target_value: undefined, target_type: undefined }), target, null);
    const body = 'unusable' in request ? '' : (fromBytes(request.body) ?? '');
    expect(JSON.parse(new URLSearchParams(body).get('message') ?? '')).toMatchObject({
      target_type: 2,
      target_value: regId,
    });
  });
  it('flattens what is kept for a broadcast, and reads it back', () => {
    const one = { payload: '{"title":"T","content":"C","style":1,"off_line":true}', options: { api: sendPaths.save } };
    const request = oppo.sender.request(one, target, null);
    const body = 'unusable' in request ? '' : (fromBytes(request.body) ?? '');
    expect(body).toBe('title=T&content=C&style=1&off_line=true');
    expect(
      oppo.payload.fromRequest(
        send('save', [
          ['title', 'T'],
          ['sdk_version', 'x'],
        ]),
      ),
    ).toMatchObject({
      draft: { payload: '{"title":"T"}', options: { api: sendPaths.save } },
      title: 'T',
    });
  });
  it('cannot make a request of what does not fit the path', () => {
    expect(oppo.sender.request({ payload: '[]', options: {} }, target, null)).toMatchObject({
      unusable: { code: 'oppo.unreadable' },
    });
    expect(oppo.sender.request({ payload: '{}', options: { api: '/v9' } }, target, null)).toMatchObject({
      unusable: { code: 'oppo.unknown-api' },
    });
  });
});

describe('registration ids and pasted texts', () => {
  it.each([
    [regId, true, 'mainland'],
    ['OPPO_CN_fc0f0b38220cba7a1bcbda20857e021b', true, 'mainland'],
    ['fc0f0b38220cba7a1bcbda20857e021b', true, 'mainland'],
    ['fc0f0b38220cba7a1bcbda20', true, 'mainland'],
    ['IN_fc0f0b38220cba7a1bcbda20857e021b', true, 'overseas'],
    ['realme_EUEX_fc0f0b38220cba7a1bcbda20857e021b', true, 'overseas'],
    ['CN_fc0f', false, 'mainland'],
    ['cn_fc0f0b38220cba7a1bcbda20857e021b', false, 'overseas'],
  ])('%s', (token, right, region) => {
    expect([isRegId(token), regionOf(token)]).toEqual([right, region]);
  });
  it('recognises a message, a batch, a notification alone and a marked id', () => {
    const look = (text: string) => oppo.payload.recognise(text, '');
    expect(look(JSON.stringify(message()))).toMatchObject({ tokens: [regId], certainty: 'documented' });
    expect(look(JSON.stringify([message()]))).toMatchObject({
      draft: { options: { api: sendPaths.batch } },
      tokens: [regId],
    });
    expect(look(JSON.stringify(notification()))).toMatchObject({ certainty: 'reported', tokens: [] });
    expect(look(regId)).toMatchObject({ kind: 'device-token' });
    for (const other of [
      'fc0f0b38220cba7a1bcbda20857e021b',
      '{"message":{"notification":{"title":"a"}}}',
      '{"title":"a","content":"b"}',
    ])
      expect(look(other), other).toBeNull();
  });
});
