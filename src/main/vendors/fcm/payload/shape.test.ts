import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../shared/contract/index.ts';
import type { JsonObject } from '../../kit/json.ts';
import { deviceToken, message, problemsOf } from '../samples.ts';

const inMessage = (over: JsonObject): Problem[] => problemsOf({ message: message(over) });
/** The one problem there is. */
const only = (problems: Problem[]): Problem => {
  expect(problems.map(({ code }) => code)).toHaveLength(1);
  return problems[0]!;
};

describe('fcm payload: types and names', () => {
  it('has nothing to say about a valid message', () => {
    expect(problemsOf({ message: message() })).toEqual([]);
  });
  it('takes every documented field, in both spellings', () => {
    const drawing = {
      title: 't',
      body: 'b',
      icon: 'i',
      color: '#a1B2c3',
      sound: 'ding',
      tag: 't1',
      clickAction: 'OPEN',
      channel_id: 'chat',
      body_loc_key: 'k',
      body_loc_args: ['a'],
      titleLocKey: 'k',
      titleLocArgs: [],
      ticker: 't',
      sticky: true,
      event_time: '2026-11-21T08:30:00.5Z',
      localOnly: false,
      notification_priority: 'PRIORITY_MAX',
      default_sound: false,
      defaultVibrateTimings: false,
      default_light_settings: false,
      vibrate_timings: ['0s', '0.5s'],
      lightSettings: {
        color: { red: 1, green: 0.5, blue: 0, alpha: 1 },
        lightOnDuration: '1s',
        light_off_duration: '2s',
      },
      visibility: 'PUBLIC',
      notificationCount: 3,
      image: 'https://a.example/b.png',
      proxy: 'DENY',
      bypass_proxy_notification: false,
    };
    const android = {
      collapseKey: 'c',
      priority: 'high',
      ttl: '3.5s',
      restrictedPackageName: 'com.example.chat',
      data: { a: '1' },
      notification: drawing,
      fcmOptions: { analyticsLabel: 'l-1' },
      direct_boot_ok: true,
      bandwidthConstrainedOk: true,
      restricted_satellite_ok: true,
    };
    const others = {
      data: { b: '2' },
      webpush: {
        headers: { TTL: '1' },
        data: { c: '3' },
        notification: { any: [1] },
        fcm_options: { link: 'https://a.example' },
      },
      apns: {
        headers: { 'apns-priority': '5' },
        payload: { aps: { any: 1 } },
        fcm_options: { image: 'x' },
        live_activity_token: 'x',
      },
      fcm_options: { analytics_label: 'all' },
    };
    expect(problemsOf({ validateOnly: false, message: message({ android, ...others }) })).toEqual([]);
  });
  it('treats null as not set', () => {
    expect(inMessage({ data: null, android: { ttl: null }, topic: null })).toEqual([]);
  });

  const wrong: [string, JsonObject, string, string][] = [
    ['a number as title', { notification: { title: 5 } }, 'fcm.wrong-type', '$.message.notification.title'],
    ['a text as notification', { notification: 'Hello' }, 'fcm.wrong-type', '$.message.notification'],
    ['a list as data', { data: ['a'] }, 'fcm.wrong-type', '$.message.data'],
    ['an object as body', { notification: { body: {} } }, 'fcm.wrong-type', '$.message.notification.body'],
    ['a text as boolean', { android: { direct_boot_ok: 'yes' } }, 'fcm.wrong-type', '$.message.android.direct_boot_ok'],
    [
      'a fraction as count',
      { android: { notification: { notification_count: 1.5 } } },
      'fcm.wrong-type',
      '$.message.android.notification.notification_count',
    ],
    [
      'a count too big for 32 bits',
      { android: { notification: { notification_count: 2 ** 31 } } },
      'fcm.wrong-type',
      '$.message.android.notification.notification_count',
    ],
    [
      'a number among loc args',
      { android: { notification: { body_loc_key: 'k', body_loc_args: ['a', 1] } } },
      'fcm.wrong-type',
      '$.message.android.notification.body_loc_args[1]',
    ],
    ['a text as apns payload', { apns: { payload: 'x' } }, 'fcm.wrong-type', '$.message.apns.payload'],
    ['a wrong priority', { android: { priority: 'URGENT' } }, 'fcm.unknown-choice', '$.message.android.priority'],
    [
      'a wrong visibility',
      { android: { notification: { visibility: 'HIDDEN' } } },
      'fcm.unknown-choice',
      '$.message.android.notification.visibility',
    ],
    ['a ttl without s', { android: { ttl: '3600' } }, 'fcm.bad-duration', '$.message.android.ttl'],
    ['a ttl as number', { android: { ttl: 3600 } }, 'fcm.bad-duration', '$.message.android.ttl'],
    [
      'a time without zone',
      { android: { notification: { event_time: '2026-11-21T08:30:00' } } },
      'fcm.bad-timestamp',
      '$.message.android.notification.event_time',
    ],
    [
      'a day that does not exist',
      { android: { notification: { event_time: '2026-13-21T08:30:00Z' } } },
      'fcm.bad-timestamp',
      '$.message.android.notification.event_time',
    ],
    ['a number in data', { data: { a: 1 } }, 'fcm.map-value-not-text', '$.message.data.a'],
    [
      'true in android.data',
      { android: { data: { 'a-b': true } } },
      'fcm.map-value-not-text',
      '$.message.android.data["a-b"]',
    ],
    ['an object in data', { data: { a: { b: 1 } } }, 'fcm.map-value-not-text', '$.message.data.a'],
    ['null in data', { data: { a: null } }, 'fcm.map-value-not-text', '$.message.data.a'],
    [
      'a number in webpush.headers',
      { webpush: { headers: { TTL: 1 } } },
      'fcm.map-value-not-text',
      '$.message.webpush.headers.TTL',
    ],
  ];
  it.each(wrong)('%s', (_name, over, code, path) => {
    expect(only(inMessage(over))).toMatchObject({ code, path, severity: 'error' });
  });
  it('says nothing of the target when the target itself has a wrong type', () => {
    expect(only(inMessage({ token: 5 })).code).toBe('fcm.wrong-type');
    expect(only(problemsOf({ message: [] })).code).toBe('fcm.wrong-type');
  });
  it('shows how to write a value of data', () => {
    expect(only(inMessage({ data: { n: 12 } })).fix?.params?.['quoted']).toBe('"12"');
  });
  it('finds every mistake, not only the first', () => {
    expect(inMessage({ data: { a: 1, b: 2 }, tokens: [] }).map(({ code }) => code)).toEqual([
      'fcm.map-value-not-text',
      'fcm.map-value-not-text',
      'fcm.unknown-field',
    ]);
  });

  const suggestions: [string, unknown, string | undefined][] = [
    ['a misspelt field', { message: message({ notificaton: {} }) }, 'message.notification'],
    ['a plural', { message: message({ tokens: [] }) }, 'message.token'],
    ['the retired name', { message: message({ registration_ids: [] }) }, 'message.token'],
    ['a field one level too high', { message: message({ priority: 'high' }) }, 'message.android.priority'],
    [
      'a field beside its place',
      { message: message({ android: { title: 'x' } }) },
      'message.android.notification.title',
    ],
    [
      'a field of Android in the common part',
      { message: message({ notification: { sound: 'x' } }) },
      'message.android.notification.sound',
    ],
    ['a body without message', { notification: {}, message: message() }, 'message.notification'],
    ['dry run', { dry_run: true, message: message() }, 'validate_only'],
    ['nothing like it', { message: message({ zzzzzz: 1 }) }, undefined],
    ['a name of the language', { message: message({ constructor: 1 }) }, undefined],
  ];
  it.each(suggestions)('unknown field: %s', (_name, body, suggestion) => {
    const problem = only(problemsOf(body));
    expect(problem.code).toMatch(/^fcm\.unknown-(?:root-)?field$/);
    expect(problem.fix?.params?.['suggestion']).toBe(suggestion);
  });
  it('keeps a data key named __proto__ a key', () => {
    expect(problemsOf(`{"message":{"token":"${deviceToken}","data":{"__proto__":"x"}}}`)).toEqual([]);
  });
  it('reads what is not JSON, not an object, or empty', () => {
    expect(only(problemsOf('{"message":')).code).toBe('fcm.not-json');
    expect(only(problemsOf('[]')).code).toBe('fcm.root-not-object');
    expect(only(problemsOf('')).code).toBe('fcm.no-message');
    expect(only(problemsOf('{}')).code).toBe('fcm.no-message');
  });
});
