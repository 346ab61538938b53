import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../shared/contract/index.ts';
import { sampleIntent } from '../../kit/conformance.ts';
import type { JsonObject } from '../../kit/json.ts';
import { body, deviceToken, facts, projectId, scene, sendCapture, target } from '../samples.ts';
import { payload } from './index.ts';

type Over = Partial<Omit<Intent, 'vendorSettings'>> & { vendorSettings?: Partial<Intent['vendorSettings']> };
const make = ({ vendorSettings, ...over }: Over = {}, to = target) => {
  const intent: Intent = {
    ...sampleIntent,
    ...over,
    vendorSettings: { ...sampleIntent.vendorSettings, ...vendorSettings },
  };
  const draft = payload.fromIntent(intent, to, 0);
  return { draft, json: JSON.parse(draft.payload) as JsonObject, dropped: draft.options['dropped'] };
};
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((inner, name) => (inner as JsonObject | undefined)?.[name], value);
const notificationOf = (over: Over) => at(make(over).json, 'message', 'android', 'notification') as JsonObject;

describe('huawei: from an intent to v1', () => {
  it('is a notification with ext in data', () => {
    const { json, draft } = make();
    expect(draft.options).toEqual({ api: 'v1', dropped: '' });
    expect(json).toEqual({
      message: {
        data: '{"ext":"jump to denny"}',
        notification: { title: 'Denny', body: 'Lunch at 12:30? 合同我也带一份。' },
        android: {
          urgency: 'HIGH',
          ttl: '604800s',
          notification: {
            title: 'Denny',
            body: 'Lunch at 12:30? 合同我也带一份。',
            default_sound: true,
            click_action: { type: 3 },
          },
        },
        token: [deviceToken],
      },
    });
  });
  it('puts channel, category, importance, image and sound where Huawei has them', () => {
    const over: Over = {
      androidChannelId: 'chat',
      importance: 'LOW',
      image: 'https://a.example/x.png',
      sound: 'ding.mp3',
    };
    expect(notificationOf(over)).toMatchObject({
      channel_id: 'chat',
      importance: 'LOW',
      image: 'https://a.example/x.png',
      sound: '/raw/ding',
    });
    expect(at(make({ category: 'IM' }).json, 'message', 'android', 'category')).toBe('IM');
  });
  it('expresses silence only with low importance', () => {
    expect(notificationOf({ sound: null })['default_sound']).toBe(false);
    expect(make({ sound: null }).dropped).toBe('silence');
    expect(make({ sound: null, importance: 'LOW' }).dropped).toBe('');
  });
  it('changes the badge with the class of the console', () => {
    const console = { badgeClass: 'com.example.chat.Main' };
    const vendorSettings = { console };
    expect(notificationOf({ badgeChange: { kind: 'add', number: 1 }, vendorSettings })['badge']).toEqual({
      add_num: 1,
      class: 'com.example.chat.Main',
    });
    expect(notificationOf({ badgeChange: { kind: 'set', number: 0 }, vendorSettings })['badge']).toEqual({
      set_num: 0,
      class: 'com.example.chat.Main',
    });
    const without = make({ badgeChange: { kind: 'add', number: 1 } });
    expect([at(without.json, 'message', 'android', 'notification', 'badge'), without.dropped]).toEqual([
      undefined,
      'badge-class',
    ]);
  });
  it('shows long text in style 1', () => {
    expect(notificationOf({ longText: true, body: 'Hello' })).toMatchObject({
      style: 1,
      big_title: 'Denny',
      big_body: 'Hello',
    });
  });

  const uri = 'intent://com.tencent.qcloud/detail#Intent;scheme=pushscheme;launchFlags=0x4000000;component=a.b/c.D;end';
  const clicks: [string, Over, JsonObject, string | undefined, string][] = [
    [
      'web',
      { click: { kind: 'web', url: 'https://a.example' } },
      { type: 2, url: 'https://a.example' },
      '{"ext":"jump to denny"}',
      'ext-web',
    ],
    [
      'web without ext',
      { click: { kind: 'web', url: 'https://a.example' }, ext: null },
      { type: 2, url: 'https://a.example' },
      undefined,
      '',
    ],
    [
      'action',
      { click: { kind: 'action', name: 'a.OPEN' } },
      { type: 1, action: 'a.OPEN' },
      '{"ext":"jump to denny"}',
      '',
    ],
    [
      'activity',
      { click: { kind: 'activity', name: 'a.B' } },
      { type: 3 },
      '{"ext":"jump to denny"}',
      'click-activity',
    ],
    [
      'intent, ext as parameter of the action',
      { click: { kind: 'intent', uri } },
      { type: 1, intent: uri },
      '{"ext":"jump to denny"}',
      '',
    ],
    [
      'intent, ext as parameter of the intent',
      { click: { kind: 'intent', uri }, vendorSettings: { android: { huawei: { extAsIntentParam: true } } } },
      { type: 1, intent: uri.replace('end', 'S.ext=jump%20to%20denny;end') },
      undefined,
      '',
    ],
    [
      'an intent that cannot be read',
      { click: { kind: 'intent', uri: 'x' }, vendorSettings: { android: { huawei: { extAsIntentParam: true } } } },
      { type: 1, intent: 'x' },
      '{"ext":"jump to denny"}',
      'click-unreadable',
    ],
  ];
  it.each(clicks)('click: %s', (_name, over, click, data, dropped) => {
    const made = make(over);
    expect(at(made.json, 'message', 'android', 'notification', 'click_action')).toEqual(click);
    expect(at(made.json, 'message', 'data')).toBe(data);
    expect(made.dropped).toBe(dropped);
  });

  it('cuts title and text as Tencent does, and says so', () => {
    const made = make({ title: `${'x'.repeat(56)}😀😀😀`, body: 'y'.repeat(601) });
    const texts = at(made.json, 'message', 'notification') as { title: string; body: string };
    expect(texts.title).toBe(`${'x'.repeat(56)}...`);
    expect(texts.body).toBe(`${'y'.repeat(597)}...`);
    expect(made.dropped).toBe('cut-title,cut-body');
    expect(make({ title: 'x'.repeat(60), body: 'y'.repeat(600) }).dropped).toBe('');
  });
  it('keeps the lifetime within what Huawei takes', () => {
    expect(at(make({ lifetimeSeconds: 0 }).json, 'message', 'android', 'ttl')).toBe('1s');
    expect(make({ lifetimeSeconds: 2_000_000 }).dropped).toBe('lifetime');
  });
  const drops: [Over, string][] = [
    [{ subtitle: 'x' }, 'subtitle'],
    [{ mutableContent: true }, 'mutable-content'],
    [{ interruptionLevel: 'active' }, 'interruption-level'],
    [{ contentAvailable: true }, 'content-available'],
    [{ voip: true }, 'voip'],
    [{ liveActivity: { id: 'a', token: 'b' } }, 'live-activity'],
    [{ title: null }, 'no-title'],
  ];
  it.each(drops)('%j is a problem, not lost in silence', (over, name) => expect(make(over).dropped).toBe(name));
  it('is for v2 where only a project is known', () => {
    const to = { ...target, credential: { ...facts, values: { projectId } } };
    expect(make({}, to).draft.options['api']).toBe('v2');
    expect(make({}, { ...target, credential: null, token: '' }).json['message']).not.toHaveProperty('token');
  });
});

describe('huawei: from an intent to v3', () => {
  const harmony = { vendorSettings: { harmony: {} } };
  it('is a notification with ext in clickAction.data', () => {
    const { json, draft } = make({ ...harmony, category: 'IM', badgeChange: { kind: 'set', number: 7 } });
    expect(draft.options).toEqual({ api: 'v3', pushType: '0', dropped: '' });
    expect(json).toEqual({
      payload: {
        notification: {
          category: 'IM',
          title: 'Denny',
          body: 'Lunch at 12:30? 合同我也带一份。',
          clickAction: { actionType: 0, data: { ext: 'jump to denny' } },
          badge: { setNum: 7 },
        },
      },
      target: { token: [deviceToken] },
      pushOptions: { ttl: 604_800 },
    });
    expect(payload.check(draft, target).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
  it('has a sound with a duration, and no channel', () => {
    const made = make({
      vendorSettings: { harmony: { soundDuration: 10 } },
      sound: 'ding.mp3',
      androidChannelId: 'chat',
      longText: true,
    });
    expect(at(made.json, 'payload', 'notification')).toMatchObject({ sound: 'ding.mp3', soundDuration: 10 });
    expect(made.dropped).toBe('channel,long-text');
    expect(make({ ...harmony, sound: null }).dropped).toBe('silence');
  });
  it.each([
    [{ kind: 'action', name: 'a.OPEN' }, { actionType: 1, action: 'a.OPEN' }, ''],
    [{ kind: 'intent', uri: 'app://page' }, { actionType: 1, uri: 'app://page' }, ''],
    [{ kind: 'web', url: 'https://a.example' }, { actionType: 1, uri: 'https://a.example' }, ''],
    [{ kind: 'activity', name: 'a.B' }, { actionType: 0 }, 'click-activity'],
  ] as [Intent['click'], JsonObject, string][])('click %j', (click, expected, dropped) => {
    const made = make({ ...harmony, click, ext: null });
    expect(at(made.json, 'payload', 'notification', 'clickAction')).toEqual(expected);
    expect(made.dropped).toBe(dropped);
  });
});

describe('huawei: read back and recognised', () => {
  const read = (path: string, value: unknown, headers: [string, string][] = []) =>
    payload.fromRequest({ ...sendCapture(value), path, headers });
  it('reads the API from the address', () => {
    expect(read('/v1/42/messages:send', body())?.draft.options).toEqual({ api: 'v1', appId: '42' });
    expect(read('/v2/42/messages%3Asend', body())?.draft.options).toEqual({ api: 'v2', projectId: '42' });
    expect(read('/v3/42/messages:send?x=1', scene(), [['Push-Type', '6']])?.draft.options).toEqual({
      api: 'v3',
      projectId: '42',
      pushType: '6',
    });
    expect(read('/v3/42/messages:send', scene())).toMatchObject({ title: 'Denny', tokens: [deviceToken] });
    for (const path of ['/v4/42/messages:send', '/v1/messages:send', '/v1/%/messages:send'])
      expect(read(path, body()), path).toBeNull();
  });
  it('takes only what cannot be FCM’s', () => {
    const recognised = (value: unknown) => payload.recognise(JSON.stringify(value), '')?.draft?.options['api'] ?? null;
    expect(recognised(body())).toBe('v1');
    expect(recognised({ message: { android: { urgency: 'HIGH' }, token: 'a' } })).toBe('v1');
    expect(recognised(scene())).toBe('v3');
    expect(recognised({ message: { token: 'a', notification: { title: 'x' }, data: { a: 'b' } } })).toBeNull();
    expect(recognised({ message: { token: 'a', android: { notification: { click_action: 'x' } } } })).toBeNull();
    expect(recognised({ payload: { a: 1 } })).toBeNull();
    expect(payload.recognise(`MAMzLg${'x'.repeat(80)}`, '')?.kind).toBe('device-token');
    expect(payload.recognise('a'.repeat(64), '')).toBeNull();
  });
});
