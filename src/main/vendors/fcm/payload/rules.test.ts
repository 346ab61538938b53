import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../shared/contract/index.ts';
import type { JsonObject } from '../../kit/json.ts';
import { deviceToken, message, problemsOf, target } from '../samples.ts';
import { payload } from './index.ts';

const inMessage = (over: JsonObject): Problem[] => problemsOf({ message: message(over) });
const inDrawing = (drawing: JsonObject): Problem[] => inMessage({ android: { notification: drawing } });
/** The one problem there is. */
const only = (problems: Problem[]): Problem => {
  expect(problems.map(({ code }) => code)).toHaveLength(1);
  return problems[0]!;
};

describe('fcm payload: rules', () => {
  const { token: _token, ...untargeted } = message();
  const long = (length: number) => 'x'.repeat(length);
  const rules: [string, JsonObject, string, string][] = [
    ['two targets', message({ topic: 'news' }), 'fcm.several-targets', '$.message'],
    ['from in data', message({ data: { from: 'x' } }), 'fcm.reserved-key', '$.message.data.from'],
    [
      'message_type in data',
      message({ data: { message_type: 'x' } }),
      'fcm.reserved-key',
      '$.message.data.message_type',
    ],
    ['google. in data', message({ data: { 'google.x': 'x' } }), 'fcm.reserved-key', '$.message.data["google.x"]'],
    [
      'gcm.notification. in android.data',
      message({ android: { data: { 'gcm.notification.x': 'x' } } }),
      'fcm.reserved-key',
      '$.message.android.data["gcm.notification.x"]',
    ],
    ['ttl over four weeks', message({ android: { ttl: '2419201s' } }), 'fcm.ttl-range', '$.message.android.ttl'],
    ['negative ttl', message({ android: { ttl: '-1s' } }), 'fcm.ttl-range', '$.message.android.ttl'],
    [
      'a colour by name',
      message({ android: { notification: { color: 'red' } } }),
      'fcm.bad-color',
      '$.message.android.notification.color',
    ],
    [
      'a short colour',
      message({ android: { notification: { color: '#fff' } } }),
      'fcm.bad-color',
      '$.message.android.notification.color',
    ],
    ['a topic with prefix', { ...untargeted, topic: '/topics/news' }, 'fcm.topic-prefix', '$.message.topic'],
    ['a topic with a space', { ...untargeted, topic: 'the news' }, 'fcm.bad-topic', '$.message.topic'],
    ['an empty topic', { ...untargeted, topic: '' }, 'fcm.bad-topic', '$.message.topic'],
    [
      'a condition without topics',
      { ...untargeted, condition: "'a' in b" },
      'fcm.bad-condition',
      '$.message.condition',
    ],
    ['an open bracket', { ...untargeted, condition: "('a' in topics" }, 'fcm.bad-condition', '$.message.condition'],
    [
      'six topics',
      { ...untargeted, condition: Array.from('abcdef', (name) => `'${name}' in topics`).join(' || ') },
      'fcm.condition-topics',
      '$.message.condition',
    ],
    [
      'a negative vibration',
      message({ android: { notification: { vibrate_timings: ['0s', '-1s'] } } }),
      'fcm.negative-duration',
      '$.message.android.notification.vibrate_timings[1]',
    ],
    [
      'half a light',
      message({ android: { notification: { light_settings: { color: {} } } } }),
      'fcm.lights-incomplete',
      '$.message.android.notification.light_settings',
    ],
    ['4097 bytes of data', { token: deviceToken, data: { a: long(4096) } }, 'fcm.too-large', '$.message'],
    ['2049 bytes to a topic', { topic: 'news', data: { a: long(2048) } }, 'fcm.too-large', '$.message'],
  ];
  it.each(rules)('%s', (_name, value, code, path) => {
    expect(only(problemsOf({ message: value }))).toMatchObject({ code, path, severity: 'error' });
  });
  it('takes the values at the edges', () => {
    const edge = [
      message({ android: { ttl: '2419200s' } }),
      message({ android: { ttl: '0s' } }),
      { token: deviceToken, data: { a: long(4095) } },
      { topic: 'a-b_c.d~e%20', data: { a: long(2047) } },
      { ...untargeted, condition: "'a' in topics && ('b' in topics || !('c' in topics))" },
      { ...untargeted, fid: 'fid' },
    ];
    for (const value of edge) expect(problemsOf({ message: value })).toEqual([]);
  });
  it('counts what the phone gets: android.data in place of data, android.notification over notification', () => {
    const value = {
      token: deviceToken,
      data: { lost: long(5000) },
      android: { data: { ab: '合同' }, notification: { title: 'T' } },
      notification: { title: long(5000), body: 'B' },
    };
    const { problems, sizes } = payload.check({ payload: JSON.stringify({ message: value }), options: {} }, target);
    expect(problems).toEqual([]);
    expect(sizes).toEqual([{ id: 'fcm.size.message', used: 19, limit: 4096, unit: 'bytes', certainty: 'guess' }]);
  });
  it('says where a condition stops making sense', () => {
    const value = { ...untargeted, condition: "'a' in topics & 'b' in topics" };
    expect(only(problemsOf({ message: value })).phrase.params).toMatchObject({ position: 15 });
  });
});

describe('fcm payload: advice', () => {
  const hints: [string, Problem[], string, string][] = [
    ['an APNs token', inMessage({ token: 'ab'.repeat(32) }), 'fcm.token-apns', 'warning'],
    ['an empty token', inMessage({ token: '' }), 'fcm.token-empty', 'warning'],
    ['a cut token', inMessage({ token: deviceToken.slice(0, 60) }), 'fcm.token-cut', 'warning'],
    ['a token with a space', inMessage({ token: `${deviceToken} ` }), 'fcm.token-characters', 'warning'],
    ['an unusual token', inMessage({ token: 'abc' }), 'fcm.token-odd', 'warning'],
    ['a key that begins with gcm', inMessage({ data: { gcm_x: 'x' } }), 'fcm.doubtful-key', 'warning'],
    ['args without a key', inDrawing({ title_loc_args: ['a'] }), 'fcm.args-without-key', 'warning'],
    ['a sound with its ending', inDrawing({ sound: 'ding.mp3' }), 'fcm.sound-with-ending', 'warning'],
    ['a negative count', inDrawing({ notification_count: -1 }), 'fcm.negative-count', 'warning'],
    ['an odd label', inMessage({ fcm_options: { analytics_label: 'a b' } }), 'fcm.bad-label', 'warning'],
    ['an image without address', inDrawing({ image: 'logo.png' }), 'fcm.image-not-address', 'warning'],
    [
      'a plain link',
      inMessage({ webpush: { fcm_options: { link: 'http://a.example' } } }),
      'fcm.link-not-https',
      'warning',
    ],
    ['a name', inMessage({ name: 'x' }), 'fcm.output-only', 'warning'],
    ['the preview', inMessage({ android_v2: { anything: 1 } }), 'fcm.preview', 'info'],
    ['a plain ext', inMessage({ data: { ext: 'hello' } }), 'fcm.ext-not-json', 'info'],
    ['an unknown action', inMessage({ data: { ext: '{"entity":{"action":3}}' } }), 'fcm.ext-action', 'info'],
  ];
  it.each(hints)('%s', (_name, problems, code, severity) => {
    const problem = only(problems.filter((candidate) => candidate.code !== 'fcm.other-token'));
    expect(problem).toMatchObject({ code, severity });
  });
  it('is content with an ext as TUIKit writes it', () => {
    expect(inMessage({ data: { ext: '{"entity":{"action":1},"timPushFeatures":{}}' } })).toEqual([]);
  });
});
