import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kit/json.ts';
import { body, deviceToken, problemsOf, scene, target } from '../samples.ts';
import { bodyBytes } from './rules-target.ts';

const errorsOf = (value: unknown, options: Record<string, string> = {}): string[] =>
  problemsOf(value, options)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code.replace('huawei.', '')} ${path}`);
const an = '$.message.android.notification';
const long = (length: number) => 'x'.repeat(length);

describe('huawei payload: v1 and v2', () => {
  it('has nothing against a right body', () => {
    expect(errorsOf(body())).toEqual([]);
    expect(errorsOf(body({ message: { data: 'any text', android: {} } }))).toEqual([]);
    const { token: _token, ...rest } = body()['message'] as JsonObject;
    expect(errorsOf({ message: { ...rest, topic: 'news' } })).toEqual([]);
    expect(errorsOf({ message: { ...rest, condition: "'a' in topics" } })).toEqual([]);
  });

  const drawings: [string, JsonObject, string][] = [
    ['no click_action', { click_action: null }, `no-click ${an}.click_action`],
    ['click type 5', { click_action: { type: 5 } }, `click-type ${an}.click_action.type`],
    ['click type 1 without page', { click_action: { type: 1 } }, `click-no-page ${an}.click_action`],
    [
      'click type 2 over http',
      { click_action: { type: 2, url: 'http://a.example' } },
      `click-url ${an}.click_action.url`,
    ],
    ['no title', { title: '' }, `no-text ${an}.title`],
    ['no body', { body: '' }, `no-text ${an}.body`],
    ['badge adds 0', { badge: { add_num: 0, class: 'a.B' } }, `badge-add ${an}.badge.add_num`],
    ['badge adds 100', { badge: { add_num: 100, class: 'a.B' } }, `badge-add ${an}.badge.add_num`],
    ['badge set to 100', { badge: { set_num: 100, class: 'a.B' } }, `badge-set ${an}.badge.set_num`],
    ['badge without class', { badge: { add_num: 1 } }, `badge-class ${an}.badge.class`],
    ['style 1 without title', { style: 1, big_body: 'x' }, `style-text ${an}.big_title`],
    ['style 1 without body', { style: 1, big_title: 'x' }, `style-text ${an}.big_body`],
    ['style 4', { style: 4 }, `style ${an}.style`],
    ['style 3 without lines', { style: 3 }, `inbox-lines ${an}.inbox_content`],
    [
      'style 3 with six lines',
      { style: 3, inbox_content: ['a', 'b', 'c', 'd', 'e', 'f'] },
      `inbox-lines ${an}.inbox_content`,
    ],
    ['half a light', { light_settings: { color: {} } }, `lights ${an}.light_settings`],
    ['a colour by name', { color: 'red' }, `color ${an}.color`],
    ['a picture over http', { image: 'http://a.example/x.png' }, `image ${an}.image`],
    ['auto_clear 0', { auto_clear: 0 }, `auto-clear ${an}.auto_clear`],
    ['a long profile_id', { profile_id: long(65) }, `profile-id ${an}.profile_id`],
    ['four languages', { multi_lang_key: { a: {}, b: {}, c: {}, d: {} } }, `languages ${an}.multi_lang_key`],
    ['four buttons', { buttons: Array.from({ length: 4 }, () => ({ name: 'a' })) }, `buttons ${an}.buttons`],
    ['a button without name', { buttons: [{ name: '' }] }, `button-name ${an}.buttons[0].name`],
    ['a long button', { buttons: [{ name: long(41) }] }, `button-name ${an}.buttons[0].name`],
    ['much data on a button', { buttons: [{ name: 'a', data: long(1025) }] }, `button-data ${an}.buttons[0].data`],
    [
      'eleven vibrations',
      { vibrate_config: Array.from({ length: 11 }, () => '1s') },
      `vibrations ${an}.vibrate_config`,
    ],
    ['a vibration of nothing', { vibrate_config: ['0.5s', '0s'] }, `vibration ${an}.vibrate_config[1]`],
    ['a vibration of a minute', { vibrate_config: ['60s'] }, `vibration ${an}.vibrate_config[0]`],
    ['an unknown importance', { importance: 'MAX' }, `unknown-choice ${an}.importance`],
    ['an unknown visibility', { visibility: 'NONE' }, `unknown-choice ${an}.visibility`],
    ['notify_id as text', { notify_id: '7' }, `wrong-type ${an}.notify_id`],
  ];
  it.each(drawings)('%s', (_name, drawing, expected) => expect(errorsOf(body({ drawing }))).toEqual([expected]));

  const androids: [string, JsonObject, string][] = [
    ['collapse_key −2', { collapse_key: -2 }, 'collapse-range $.message.android.collapse_key'],
    ['collapse_key 101', { collapse_key: 101 }, 'collapse-range $.message.android.collapse_key'],
    ['ttl of 15 days and a second', { ttl: '1296001s' }, 'ttl-range $.message.android.ttl'],
    ['ttl 0', { ttl: '0s' }, 'ttl-range $.message.android.ttl'],
    ['ttl in hours', { ttl: '24h' }, 'bad-ttl $.message.android.ttl'],
    ['ttl as number', { ttl: 86_400 }, 'wrong-type $.message.android.ttl'],
    ['a long bi_tag', { bi_tag: long(65) }, 'long-tag $.message.android.bi_tag'],
    ['unknown urgency', { urgency: 'high' }, 'unknown-choice $.message.android.urgency'],
    ['fast_app_target 3', { fast_app_target: 3 }, 'unknown-choice $.message.android.fast_app_target'],
    ['target_user_type 2', { target_user_type: 2 }, 'unknown-choice $.message.android.target_user_type'],
    ['data as object', { data: { ext: 'x' } }, 'data-not-text $.message.android.data'],
  ];
  it.each(androids)('%s', (_name, android, expected) => expect(errorsOf(body({ android }))).toEqual([expected]));
  it('takes a lifetime of plain digits, and of just 15 days', () => {
    for (const ttl of ['86400', '1296000s']) expect(errorsOf(body({ android: { ttl } }))).toEqual([]);
  });

  const messages: [string, unknown, string][] = [
    ['data as object', body({ message: { data: { ext: 'x' } } }), 'data-not-text $.message.data'],
    ['neither notification nor data', { message: { token: [deviceToken] } }, 'empty-message $.message'],
    ['token as text', body({ message: { token: deviceToken } }), 'token-not-list $.message.token'],
    ['no tokens', body({ message: { token: [] } }), 'no-tokens $.message.token'],
    ['an empty token', body({ message: { token: [deviceToken, ''] } }), 'bad-token $.message.token[1]'],
    ['two targets', body({ message: { topic: 'news' } }), 'several-targets $.message'],
    ['messages for message', { messages: {} }, 'no-message $'],
    ['message as list', { message: [] }, 'no-message $'],
    ['validate_only as text', body({ root: { validate_only: 'true' } }), 'wrong-type $.validate_only'],
    ['no JSON', '{', 'not-json $'],
    ['a list', '[]', 'root-not-object $'],
  ];
  it.each(messages)('%s', (_name, value, expected) => expect(errorsOf(value)[0]).toBe(expected));
  it('counts tokens up to a thousand', () => {
    const tokens = (count: number) => Array.from({ length: count }, (_, index) => `${deviceToken}${index}`);
    expect(errorsOf(body({ message: { token: tokens(1000) } }))).toEqual([]);
    expect(errorsOf(body({ message: { token: tokens(1001) } }))).toEqual(['too-many-tokens $.message.token']);
  });
  it('counts bytes without the tokens', () => {
    const data = (length: number) => JSON.stringify(body({ message: { data: long(length) } }));
    const used = bodyBytes(data(0), [deviceToken]);
    expect(errorsOf(data(4096 - used))).toEqual([]);
    expect(errorsOf(data(4097 - used))).toEqual(['too-large $']);
  });
});

describe('huawei payload: v3', () => {
  const of = (value: unknown, pushType = '0') => errorsOf(value, { api: 'v3', pushType });
  const live = {
    activityId: 1,
    operation: 0,
    event: 'TAXI',
    activityData: { notificationData: { contentTitle: 'x' } },
  };
  it('has nothing against right bodies', () => {
    expect(of(scene())).toEqual([]);
    const payloads: [string, JsonObject][] = [
      ['1', { formId: 7 }],
      ['6', { extraData: 'x' }],
      ['7', live],
      ['10', { extraData: 'x' }],
    ];
    for (const [pushType, payload] of payloads) {
      expect(of({ payload, target: { token: [deviceToken] } }, pushType), pushType).toEqual([]);
    }
  });
  const n = '$.payload.notification';
  const rules: [string, unknown, string, string][] = [
    ['no payload', { target: { token: [deviceToken] } }, '0', 'scene-no-payload $.payload'],
    ['no tokens', scene({ target: { token: [] } }), '0', 'no-tokens $.target.token'],
    ['no notification', { payload: {}, target: { token: [deviceToken] } }, '0', `scene-no-notification ${n}`],
    ['no title', scene({ drawing: { title: '' } }), '0', `no-text ${n}.title`],
    ['no clickAction', scene({ drawing: { clickAction: null } }), '0', `scene-no-click ${n}.clickAction`],
    [
      'actionType 3',
      scene({ drawing: { clickAction: { actionType: 3 } } }),
      '0',
      `scene-click-type ${n}.clickAction.actionType`,
    ],
    [
      'a page without name',
      scene({ drawing: { clickAction: { actionType: 1 } } }),
      '0',
      `scene-click-page ${n}.clickAction`,
    ],
    [
      'data as text',
      scene({ drawing: { clickAction: { actionType: 0, data: 'x' } } }),
      '0',
      `wrong-type ${n}.clickAction.data`,
    ],
    ['addNum 0', scene({ drawing: { badge: { addNum: 0 } } }), '0', `badge-add ${n}.badge.addNum`],
    ['setNum 100', scene({ drawing: { badge: { setNum: 100 } } }), '0', `badge-set ${n}.badge.setNum`],
    ['a picture over http', scene({ drawing: { image: 'http://a.example' } }), '0', `image ${n}.image`],
    ['inbox without lines', scene({ drawing: { style: 3 } }), '0', `inbox-lines ${n}.inboxContent`],
    ['ttl as text', scene({ options: { ttl: '86400s' } }), '0', 'wrong-type $.pushOptions.ttl'],
    ['ttl of 15 days and a second', scene({ options: { ttl: 1_296_001 } }), '0', 'ttl-range $.pushOptions.ttl'],
    ['a long biTag', scene({ options: { biTag: long(65) } }), '0', 'long-tag $.pushOptions.biTag'],
    ['a call kept for a day', { ...scene(), payload: { extraData: 'x' } }, '10', 'call-ttl $.pushOptions.ttl'],
    ['a background push without data', { ...scene(), payload: {} }, '6', 'scene-no-extra $.payload.extraData'],
    ['a card without id', { ...scene(), payload: {} }, '1', 'form-id $.payload.formId'],
    [
      'two cards',
      { ...scene(), payload: { formId: 1 }, target: { token: ['a', 'b'] } },
      '1',
      'form-tokens $.target.token',
    ],
    [
      'a live view without event',
      { ...scene(), payload: { ...live, event: null } },
      '7',
      'live-missing $.payload.event',
    ],
    [
      'a live view that does 5',
      { ...scene(), payload: { ...live, operation: 5 } },
      '7',
      'unknown-choice $.payload.operation',
    ],
    [
      'a live view without title',
      { ...scene(), payload: { ...live, activityData: { notificationData: {} } } },
      '7',
      'live-title $.payload.activityData.notificationData.contentTitle',
    ],
    ['a voice push without data', scene(), '2', 'scene-no-extra $.payload.extraData'],
    [
      'eleven tokens of a test',
      scene({ options: { testMessage: true }, target: { token: Array.from({ length: 11 }, (_, i) => `t${i}`) } }),
      '0',
      'test-tokens $.target.token',
    ],
  ];
  it('needs a target, which the phone’s token may be', () => {
    const value = { payload: scene()['payload'] ?? null };
    expect(of(value)).toEqual([]);
    const found = problemsOf(value, { api: 'v3' }, { ...target, token: '' });
    expect(found.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'huawei.no-target-object',
    ]);
  });
  it.each(rules)('%s', (_name, value, pushType, expected) => expect(of(value, pushType)).toEqual([expected]));
});
