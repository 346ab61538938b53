import { describe, expect, it } from 'vitest';
import type { AppState, TapStep } from '../../../shared/contract/index.ts';
import type { JsonObject } from '../kit/json.ts';
import { tap } from './tap.ts';
import { mustBeSayable } from './testing.ts';

const message = { aps: { alert: { title: 'Denny', body: 'hi' }, category: 'MESSAGE' }, ext: 'jump to denny' };
const options = { topic: 'com.example.im', pushType: 'alert' };
const draftOf = (payload: JsonObject, more: Record<string, string> = {}) => ({
  payload: JSON.stringify(payload),
  options: { ...options, ...more },
});
const planOf = (
  appState: AppState,
  action = 'default',
  payload: JsonObject = message,
  more: Record<string, string> = {},
) => tap.plan(draftOf(payload, more), { platform: 'ios', appState, action, vendorMessageId: null, nowMs: 0 });
const ids = ({ steps }: { steps: readonly TapStep[] }): string[] => {
  mustBeSayable(steps.flatMap(({ phrase, detail }) => [phrase, detail]));
  return steps.map(({ id }) => id);
};
const told = ['did-receive', 'action-identifier'];
const defaultAction = 'com.apple.UNNotificationDefaultActionIdentifier';

describe('apns tap on a notification', () => {
  const comeUp: readonly (readonly [AppState, readonly string[]])[] = [
    ['foreground', ['stays-open']],
    ['background', ['comes-forward']],
    ['killed', ['launches', 'launch-options']],
  ];
  it.each(comeUp)('%s', (appState, first) => {
    const plan = planOf(appState);
    expect(ids(plan)).toEqual([...first, ...told, 'read-ext', 'without-delegate']);
    expect(plan.callback).toMatchObject({
      name: 'userNotificationCenter(_:didReceive:withCompletionHandler:)',
      language: 'swift',
      certainty: 'documented',
    });
    expect(plan.opens).toEqual({ kind: 'app', name: 'com.example.im' });
    expect(plan.stoppedBecause).toBeNull();
  });
  it('R41: hands over the whole payload, with ext at the top of userInfo', () => {
    const plan = planOf('killed');
    expect(JSON.parse(plan.received)).toEqual(message);
    expect(plan.ext).toBe('jump to denny');
    expect(plan.values).toContainEqual({ path: 'userInfo["ext"]', type: 'NSString', value: 'jump to denny' });
  });
  it('lists every value with its property-list type', () => {
    const payload = { aps: { alert: 'hi' }, list: [1, true, null], ext: { 'a b': 'x' } };
    expect(planOf('background', 'default', payload).values).toEqual([
      { path: 'response.actionIdentifier', type: 'NSString', value: defaultAction },
      { path: 'userInfo', type: 'NSDictionary', value: JSON.stringify(payload) },
      { path: 'userInfo["aps"]', type: 'NSDictionary', value: '{"alert":"hi"}' },
      { path: 'userInfo["aps"]["alert"]', type: 'NSString', value: 'hi' },
      { path: 'userInfo["list"]', type: 'NSArray', value: '[1,true,null]' },
      { path: 'userInfo["list"][0]', type: 'NSNumber', value: '1' },
      { path: 'userInfo["list"][1]', type: 'NSNumber', value: 'true' },
      { path: 'userInfo["list"][2]', type: 'NSNull', value: 'null' },
      { path: 'userInfo["ext"]', type: 'NSDictionary', value: '{"a b":"x"}' },
      { path: 'userInfo["ext"]["a b"]', type: 'NSString', value: 'x' },
    ]);
  });
  it('the collapse ID is the identifier of the request', () => {
    expect(planOf('background', 'default', message, { collapseId: 'chat-1' }).values).toContainEqual({
      path: 'response.notification.request.identifier',
      type: 'NSString',
      value: 'chat-1',
    });
  });
  it('an ext that is an object comes as its JSON text', () => {
    expect(planOf('killed', 'default', { ...message, ext: { a: 1 } }).ext).toBe('{"a":1}');
  });
  it('says when there is no ext to route by', () => {
    const plan = planOf('background', 'default', { aps: { alert: 'hi' } });
    expect(plan.ext).toBeNull();
    expect(ids(plan)).toContain('no-ext');
    expect(ids(plan)).not.toContain('read-ext');
  });
  it('opens the app also for a topic with a suffix', () => {
    expect(planOf('killed', 'default', message, { topic: 'com.example.im.voip' }).opens.name).toBe('com.example.im');
  });
});

describe('apns tap on actions', () => {
  it('an action of the app is heard with its own identifier', () => {
    const plan = planOf('background', 'REPLY');
    expect(ids(plan)).toEqual(['action-foreground', ...told]);
    expect(plan.values[0]?.value).toBe('REPLY');
    expect(ids(planOf('killed', 'REPLY'))[0]).toBe('launch-background');
  });
  it('dismissing is heard when there is a category, and opens nothing', () => {
    const plan = planOf('background', 'dismiss');
    expect(ids(plan)).toEqual(['dismissed', 'custom-dismiss', ...told]);
    expect(plan.values[0]?.value).toBe('com.apple.UNNotificationDismissActionIdentifier');
    expect(plan.opens).toEqual({ kind: 'nothing', name: '' });
  });
  const unheard: readonly (readonly [string, string, string, JsonObject])[] = [
    ['dismissing without a category', 'dismiss', 'apns.tap.dismiss-unheard', { aps: { alert: 'hi' } }],
    ['a button without a category', 'REPLY', 'apns.tap.no-category', { aps: { alert: 'hi' } }],
    ['a silent push', 'default', 'apns.hidden.silent', { aps: { 'content-available': 1 } }],
  ];
  it.each(unheard)('%s is not heard', (_name, action, why, payload) => {
    const plan = planOf('background', action, payload);
    mustBeSayable([plan.stoppedBecause]);
    expect(plan.stoppedBecause?.id).toBe(why);
    expect(ids(plan).length).toBeGreaterThan(0);
    expect(plan.callback).toBeNull();
    expect(plan.values).toEqual([]);
    expect(plan.opens.kind).toBe('nothing');
  });
  it('a payload that is no JSON hands over nothing', () => {
    const plan = tap.plan(
      { payload: '{', options },
      { platform: 'ios', appState: 'killed', action: 'default', vendorMessageId: null, nowMs: 0 },
    );
    expect(plan).toMatchObject({ received: '{}', ext: null, stoppedBecause: { id: 'apns.hidden.not-json' } });
  });
});

const arrive = (
  appState: AppState,
  payload: JsonObject,
  more: Record<string, string> = {},
  presentsInForeground = true,
) => tap.arrival(draftOf(payload, more), { platform: 'ios', appState, presentsInForeground });

describe('apns arrival', () => {
  const alert = { aps: { alert: 'hi' } };
  const both = { aps: { alert: 'hi', 'content-available': 1 } };
  const extended = { aps: { alert: 'hi', 'mutable-content': 1 } };
  const silent = { aps: { 'content-available': 1 } };
  const callback = 'remote-notification';
  type Row = readonly [string, AppState, JsonObject, Record<string, string>, boolean, readonly string[]];
  const rows: readonly Row[] = [
    ['an alert', 'foreground', alert, {}, true, ['will-present', 'presented']],
    ['an alert', 'background', alert, {}, true, ['system-shows']],
    ['an alert', 'killed', alert, {}, true, ['system-shows']],
    ['an alert that wakes', 'foreground', both, {}, true, ['will-present', 'presented', callback]],
    ['an alert that wakes', 'background', both, {}, true, ['system-shows', 'wake', callback]],
    ['an alert that wakes', 'killed', both, {}, true, ['system-shows', 'launch-background', callback, 'force-quit']],
    ['an alert with an extension', 'background', extended, {}, true, ['service-extension', 'system-shows']],
    [
      'an alert with an extension',
      'foreground',
      extended,
      {},
      true,
      ['service-extension', 'will-present', 'presented'],
    ],
    ['a silent push', 'foreground', silent, { pushType: 'background' }, false, [callback]],
    ['a silent push', 'background', silent, { pushType: 'background' }, false, ['wake', callback]],
    [
      'a silent push',
      'killed',
      silent,
      { pushType: 'background' },
      false,
      ['launch-background', callback, 'force-quit'],
    ],
    ['a badge alone', 'background', { aps: { badge: 3 } }, {}, false, ['badge']],
    ['a call', 'background', { aps: {} }, { pushType: 'voip' }, false, ['voip', 'voip-call']],
    ['a call', 'killed', { aps: {} }, { pushType: 'voip' }, false, ['voip-launch', 'voip', 'voip-call']],
    ['a Live Activity', 'background', { aps: {} }, { pushType: 'liveactivity' }, false, ['live-activity']],
    ['a widget push', 'background', { aps: {} }, { pushType: 'widgets' }, false, ['handed-over']],
    ['nothing', 'background', { aps: {} }, {}, false, []],
  ];
  it.each(rows)('%s, app %s', (_name, appState, payload, more, drawn, steps) => {
    const arrival = arrive(appState, payload, more);
    expect(arrival.drawn).toBe(drawn);
    expect(ids(arrival)).toEqual(steps);
    mustBeSayable([arrival.because]);
    expect(arrival.because === null).toBe(drawn);
  });
  it('an open app that presents nothing has nothing drawn', () => {
    const arrival = arrive('foreground', alert, {}, false);
    mustBeSayable([arrival.because]);
    expect(arrival).toMatchObject({ drawn: false, because: { id: 'apns.arrival.not-presented' } });
    expect(ids(arrival)).toEqual(['will-present', 'not-presented']);
  });
});
