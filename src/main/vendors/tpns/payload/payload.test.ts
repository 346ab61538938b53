import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kit/json.ts';
import { tpns } from '../index.ts';
import { body, draftOf, iosBody, iphone, problemsOf, target, token, without } from '../samples.ts';

const iosTarget = { ...target, token: iphone, environment: 'sandbox' } as const;
const codes = (payload: unknown, options: Record<string, string> = {}, to = target as typeof target | null) =>
  problemsOf(payload, options, to).map(({ code, path }) => `${code} ${path}`);
const problem = (name: string, path: string) => `tpns.${name} ${path}`;
const message = (over: JsonObject): JsonObject => body({ message: { title: 'a', content: 'b', ...over } });
const android = (over: JsonObject): JsonObject => message({ android: over });

describe('tpns: one mistake, one problem', () => {
  it('good pushes have none', () => {
    expect(codes(body())).toEqual([]);
    expect(codes(iosBody(), {}, iosTarget)).toEqual([]);
  });
  it.each<[string, string, unknown]>([
    ['not-json', '$', '{'],
    ['not-object', '$', '[]'],
    ['missing', '$.audience_type', without('audience_type')],
    ['missing', '$.message_type', without('message_type')],
    ['missing', '$.message', without('message')],
    ['missing', '$.message.title', message({ title: '' })],
    ['missing', '$.message.content', message({ content: 7 })],
    ['message-not-object', '$.message', body({ message: 'a' })],
    ['not-a-choice', '$.audience_type', body({ audience_type: 'everyone' })],
    ['not-a-choice', '$.message_type', body({ message_type: 'x' })],
    ['not-a-choice', '$.account_push_type', body({ account_push_type: 2 })],
    ['not-a-choice', '$.ignore_invalid_token', body({ ignore_invalid_token: true })],
    ['not-a-choice', '$.message.android.vivo_ch_id', android({ vivo_ch_id: 1 })],
    ['not-a-choice', '$.message.android.hw_importance', android({ hw_importance: 3 })],
    ['not-a-choice', '$.message.android.ring', android({ ring: 2 })],
    ['not-a-choice', '$.message.android.action.action_type', android({ action: { action_type: 4 } })],
    ['out-of-range', '$.push_speed', body({ push_speed: 10 })],
    ['out-of-range', '$.collapse_id', body({ collapse_id: 'a' })],
    ['out-of-range', '$.message.android.badge_type', android({ badge_type: 100 })],
    ['action-empty', '$.message.android.action.browser.url', android({ action: { action_type: 2 } })],
    ['action-empty', '$.message.android.action.intent', android({ action: { action_type: 3 } })],
    [
      'browser-url',
      '$.message.android.action.browser.url',
      android({ action: { action_type: 2, browser: { url: 'ftp://a' } } }),
    ],
    ['intent-form', '$.message.android.action.intent', android({ action: { action_type: 3, intent: 'com.a.B' } })],
    ['list-not-array', '$.token_list', body({ token_list: 'a' })],
    ['bad-token', '$.token_list[0]', body({ token_list: ['x'.repeat(37)] })],
    ['only-first', '$.token_list', body({ token_list: [token, token] })],
    ['expire', '$.expire_time', body({ expire_time: 259_201 })],
    ['expire', '$.expire_time', body({ expire_time: -1 })],
    ['expire-raised', '$.expire_time', body({ expire_time: 60 })],
    ['send-time', '$.send_time', body({ send_time: 'soon' })],
    ['send-time-ignored', '$.send_time', body({ send_time: '2026-11-21 10:00:00' })],
    ['deprecated', '$.group_id', body({ group_id: 'g' })],
    ['unknown-field', '$.colour', body({ colour: 'red' })],
    ['ring-ending', '$.message.android.ring_raw', android({ ring_raw: 'ding.mp3', n_ch_id: 'c' })],
    ['ring-channel', '$.message.android.ring_raw', android({ ring_raw: 'ding' })],
    ['title-shown', '$.message.title', message({ title: 'a'.repeat(21) })],
    ['custom-object', '$.message.android.custom_content', android({ custom_content: { a: 1 } })],
    ['custom-not-json', '$.message.android.custom_content', android({ custom_content: 'a' })],
    ['message-large', '$.message', message({ content: 'x'.repeat(4096) })],
    [
      'all-channels-off',
      '$.channel_rules',
      body({
        channel_rules: ['xg', 'hw', 'xm', 'mz', 'vivo', 'oppo', 'honor', 'fcm'].map((channel) => ({
          channel,
          disable: true,
        })),
      }),
    ],
    ['other-token', '$.token_list', body({ token_list: [iphone] })],
    ['pass-through', '$.message_type', body({ message_type: 'message' })],
  ])('%s at %s', (name, path, payload) => {
    expect(codes(payload)).toContain(problem(name, path));
    const beside = new Set(
      ['list-not-array', 'bad-token'].includes(name)
        ? ['tpns.other-token $.token_list', 'tpns.token-inserted $.token_list']
        : [],
    );
    expect(codes(payload).filter((one) => one !== problem(name, path) && !beside.has(one))).toEqual([]);
  });
  it.each<[string, string, JsonObject]>([
    [
      'missing',
      '$.environment',
      Object.fromEntries(Object.entries(iosBody()).filter(([name]) => name !== 'environment')),
    ],
    ['not-a-choice', '$.environment', iosBody({}, { environment: 'test' })],
    ['other-environment', '$.environment', iosBody({}, { environment: 'product' })],
    ['not-a-choice', '$.message.ios.aps["mutable-content"]', iosBody({ 'mutable-content': true })],
    ['not-a-choice', '$.message.ios.aps["interruption-level"]', iosBody({ 'interruption-level': 'loud' })],
    ['out-of-range', '$.message.ios.aps.badge_type', iosBody({ badge_type: -3 })],
    ['notify-silent', '$.message.ios.aps["content-available"]', iosBody({ 'content-available': 1 })],
    ['silent-draws', '$.message.ios.aps', iosBody({ 'content-available': 1 }, { message_type: 'message' })],
    ['silent-without-flag', '$.message.ios.aps', iosBody({}, { message_type: 'message' })],
  ])('iPhone: %s at %s', (name, path, payload) => {
    const found = codes(payload, {}, iosTarget).filter(
      (one) => !(name === 'not-a-choice' && one.startsWith('tpns.other-environment')),
    );
    expect(found).toEqual([problem(name, path)]);
  });
  it.each<[string, string, JsonObject]>([
    ['missing', '$.tag_rules', { audience_type: 'tag' }],
    ['missing', '$.upload_id', { audience_type: 'package_token_push' }],
    ['missing', '$.account_list', { audience_type: 'account' }],
    ['tag-list-long', '$.tag_list', { audience_type: 'tag', tag_list: { tags: ['x'.repeat(512)], op: 'OR' } }],
    [
      'list-long',
      '$.account_list',
      { audience_type: 'account_list', account_list: Array.from({ length: 1001 }, (_, n) => `a${n}`) },
    ],
  ])('audience: %s at %s', (name, path, over) => {
    expect(codes({ ...without('token_list'), ...over })).toEqual([problem(name, path)]);
  });
  it('an alert of an iPhone stands for title and content', () => {
    const alone = iosBody({ alert: { title: 'a', body: 'b' } });
    expect(
      codes({ ...alone, message: { ios: (alone['message'] as JsonObject)['ios'] ?? null } }, {}, iosTarget),
    ).toEqual([]); // built as an object above
  });
  it('fills in the token, and says so', () => {
    expect(codes(without('token_list'))).toEqual(['tpns.token-inserted $.token_list']);
    expect(codes(without('token_list'), {}, { ...target, token: '' })).toContain('tpns.missing $.token_list');
  });
  it('odd options and credentials', () => {
    expect(codes(body(), { auth: 'x' })).toEqual(['tpns.odd-auth option:auth']);
    expect(codes(body(), {}, { ...target, credential: null })).toEqual(['tpns.no-app option:auth']);
  });
});

const forAndroid = (settings = {}) => ({ vendorSettings: { android: settings, harmony: null, console: {} } });

describe('tpns: from an intent (R16)', () => {
  it('an iPhone goes through APNs', () => {
    const { json } = draftOf(
      { subtitle: 's', badge: 5, sound: 'ding.caf', mutableContent: true, interruptionLevel: 'time-sensitive' },
      iosTarget,
    );
    expect(json).toEqual({
      audience_type: 'token',
      token_list: [iphone],
      environment: 'dev',
      message_type: 'notify',
      message: {
        title: 'Denny',
        content: 'Lunch at 12:30? 合同我也带一份。',
        ios: {
          aps: {
            alert: { subtitle: 's' },
            badge_type: 5,
            sound: 'ding.caf',
            'mutable-content': 1,
            'interruption-level': 'time-sensitive',
          },
          custom_content: '{"ext":"jump to denny"}',
        },
      },
      expire_time: 259_200,
    });
    expect(draftOf({ badge: null, sound: null }).json['message']).toMatchObject({ ios: { aps: { badge_type: -1 } } });
  });
  it('an Android phone goes over TPNS’s own channel, with the vendors’ fields along', () => {
    const settings = {
      huawei: { channelId: 'h', category: 'IM', importance: 'NORMAL' },
      xiaomi: { channelId: 'x' },
      oppo: { channelId: 'o' },
      fcm: { channelId: 'f' },
      vivo: { classification: 1 },
    };
    const { json } = draftOf({
      ...forAndroid(settings),
      androidChannelId: 'chat',
      ext: '{"entity":{}}',
      badgeChange: { kind: 'set', number: 120 },
      sound: 'ding.mp3',
    });
    expect(json['message']).toEqual({
      title: 'Denny',
      content: 'Lunch at 12:30? 合同我也带一份。',
      android: {
        n_ch_id: 'chat', hw_ch_id: 'h', xm_ch_id: 'x', oppo_ch_id: 'o', fcm_ch_id: 'f', hw_category: 'IM', hw_importance: 2, vivo_ch_id: '1',
        badge_type: 99, ring_raw: 'ding', custom_content: '{"entity":{}}',
      },
    }); // prettier-ignore
    expect(json).not.toHaveProperty('environment');
  });
  it.each([
    [
      { kind: 'web', url: 'https://a.example' } as const,
      { action_type: 2, browser: { url: 'https://a.example', confirm: 0 } },
    ],
    [{ kind: 'intent', uri: 'intent://a' } as const, { action_type: 3, intent: 'intent://a' }],
    [{ kind: 'activity', name: 'a.B' } as const, { action_type: 1, activity: 'a.B' }],
  ])('puts the click where the console wants it', (click, action) => {
    expect(draftOf({ ...forAndroid(), click }).json['message']).toMatchObject({ android: { action } });
  });
  it('silence, more on the badge, nothing to carry', () => {
    const { json } = draftOf({
      ...forAndroid({ huawei: { importance: 'LOW' } }),
      sound: null,
      ext: null,
      badgeChange: { kind: 'add', number: 1 },
    });
    expect(json['message']).toMatchObject({ android: { ring: 0, vibrate: 0, badge_type: -2, hw_importance: 1 } });
    expect(JSON.stringify(json)).not.toContain('custom_content');
  });
  it('says what has no place, per platform, and that the body is modelled', () => {
    const wish = {
      subtitle: 's', image: 'https://a/i.png', longText: true, mutableContent: true, interruptionLevel: 'active', contentAvailable: true,
      click: { kind: 'action', name: 'a' }, voip: true, liveActivity: { id: 'l', token: 't' },
    } as const; // prettier-ignore
    const found = (over: object) => {
      const { draft } = draftOf({ ...wish, ...over });
      return problemsOf(draft.payload, draft.options).map(({ code }) => code.replace('tpns.', ''));
    };
    for (const name of [
      'modelled',
      'dropped-subtitle',
      'dropped-image',
      'dropped-badge',
      'dropped-priority',
      'dropped-long-text',
      'dropped-mutable-content',
      'dropped-interruption-level',
      'dropped-content-available',
      'dropped-click',
      'dropped-voip',
      'dropped-live-activity',
      'cut-time',
    ]) {
      expect(found(forAndroid()), name).toContain(name);
    }
    const ios = found({});
    for (const name of ['dropped-subtitle', 'dropped-badge', 'dropped-mutable-content', 'dropped-interruption-level'])
      expect(ios, name).not.toContain(name);
    expect(ios).toContain('dropped-click');
  });
});

describe('tpns: reading back', () => {
  const read = (content: unknown, path = '/v3/push/app') =>
    tpns.payload.fromRequest({
      method: 'POST',
      path,
      headers: [],
      body: new TextEncoder().encode(JSON.stringify(content)),
    });
  it('reads tokens as TPNS uses them', () => {
    expect(read(body({ token_list: [token, iphone] }))?.tokens).toEqual([token]);
    expect(read(body({ audience_type: 'token_list', token_list: [token, iphone] }))?.tokens).toEqual([token, iphone]);
    expect(read(body({ audience_type: 'all' }))?.tokens).toEqual([]);
    expect(read(iosBody({ alert: 'said' }, { message: { ios: { aps: { alert: 'said' } } } }))?.body).toBe('said');
  });
  it('takes nothing else for a push', () => {
    expect(read(body(), '/v3/device/tag')).toBeNull();
    expect(tpns.payload.recognise('{"message":{"title":"a"}}', '')).toBeNull();
  });
});
