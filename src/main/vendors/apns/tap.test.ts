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
      { path: 'response.notification.request.content.body', type: 'NSString', value: 'hi' },
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
  const activity = { pushType: 'liveactivity' };
  const ride = { timestamp: 1_795_000_000, event: 'update', 'content-state': { minutes: 4, at: { street: 'Main' } } };
  const started = { event: 'start', 'attributes-type': 'Ride', attributes: { driver: 'Ann' } };
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
    ['a Live Activity', 'background', { aps: ride }, activity, false, ['live-activity']],
    [
      'a Live Activity that starts',
      'killed',
      { aps: { ...ride, ...started, 'stale-date': 1_795_000_900, alert: 'x' } },
      activity,
      false,
      ['activity-starts', 'live-activity', 'activity-stale', 'activity-alert'],
    ],
    [
      'a Live Activity that ends',
      'killed',
      { aps: { ...ride, event: 'end' } },
      activity,
      false,
      ['activity-ends', 'live-activity', 'activity-leaves-later'],
    ],
    [
      'a Live Activity that ends at once',
      'killed',
      { aps: { ...ride, event: 'end', 'dismissal-date': 0 } },
      activity,
      false,
      ['activity-ends', 'live-activity', 'activity-leaves'],
    ],
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

  type Heard = readonly [
    name: string,
    state: AppState,
    payload: JsonObject,
    pushType: string,
    callbacks: readonly string[],
  ];
  const willPresent = 'userNotificationCenter(_:willPresent:withCompletionHandler:)';
  const remote = 'application(_:didReceiveRemoteNotification:fetchCompletionHandler:)';
  const extension = 'UNNotificationServiceExtension.didReceive(_:withContentHandler:)';
  const everything = { aps: { alert: 'hi', 'content-available': 1, 'mutable-content': 1 } };
  const heard: readonly Heard[] = [
    ['an alert', 'foreground', alert, 'alert', [willPresent]],
    ['an alert', 'background', alert, 'alert', []],
    ['an alert', 'killed', alert, 'alert', []],
    ['everything at once', 'foreground', everything, 'alert', [extension, willPresent, remote]],
    ['everything at once', 'killed', everything, 'alert', [extension, remote]],
    ['a silent push', 'foreground', silent, 'background', [remote]],
    ['a silent push', 'killed', silent, 'background', [remote]],
    ['a call', 'killed', { call: 1 }, 'voip', ['pushRegistry(_:didReceiveIncomingPushWith:for:completion:)']],
    [
      'a Live Activity',
      'killed',
      { aps: { ...ride, ...started } },
      'liveactivity',
      ['ActivityConfiguration(for: Ride.self) { context in … }'],
    ],
    ['a Live Activity that is dropped', 'killed', { aps: {} }, 'liveactivity', []],
    ['a widget push', 'killed', { aps: {} }, 'widgets', []],
  ];
  it.each(heard)('%s, app %s: the code that hears of it', (_name, appState, payload, pushType, callbacks) => {
    const { receipts } = arrive(appState, payload, { pushType });
    mustBeSayable(receipts.map(({ phrase }) => phrase));
    expect(receipts.map(({ callback: { name } }) => name)).toEqual(callbacks);
    for (const { received, values } of receipts) {
      expect(JSON.parse(received)).toBeTypeOf('object');
      expect(values.length).toBeGreaterThan(0);
    }
  });
  it('is sure of the background call of an open app only where nothing is shown', () => {
    const certainty = (payload: JsonObject, appState: AppState) =>
      arrive(appState, payload).receipts.find(({ id }) => id === callback)?.callback.certainty;
    expect(certainty(both, 'foreground')).toBe('reported');
    expect(certainty(both, 'background')).toBe('documented');
    expect(certainty(silent, 'foreground')).toBe('documented');
  });
  it.each([
    ['event', { ...ride, event: 'begin' }],
    ['timestamp', { ...ride, timestamp: 1_795_000_000_000 }],
    ['state', { ...ride, 'content-state': 'x' }],
    ['attributes', { ...ride, event: 'start' }],
  ])('a Live Activity is dropped for its %s', (why, broken) => {
    const arrival = arrive('background', { aps: broken }, activity);
    mustBeSayable([arrival.because]);
    expect(arrival.because).toEqual({ id: `apns.activity.dropped.${why}` });
    expect(ids(arrival)).toEqual(['activity-dropped']);
  });
  it('hands ActivityKit’s state over as the app’s own types', () => {
    const aps = { ...ride, ...started, 'stale-date': 1_795_000_900, 'relevance-score': 75 };
    expect(
      arrive('killed', { aps }, activity).receipts[0]?.values.map(
        ({ path, type, value }) => `${path}: ${type} = ${value}`,
      ),
    ).toEqual([
      'activity.activityState: ActivityState = .active',
      'context.attributes: Ride = {"driver":"Ann"}',
      'context.attributes.driver: String = Ann',
      'context.state: ContentState = {"minutes":4,"at":{"street":"Main"}}',
      'context.state.minutes: Int = 4',
      'context.state.at: Codable = {"street":"Main"}',
      'context.state.at.street: String = Main',
      'activity.content.staleDate: Date = 2026-11-18T11:21:40.000Z',
      'activity.content.relevanceScore: Double = 75',
    ]);
  });
  it('maps every key of aps to its property of UNNotificationContent', () => {
    const aps = {
      alert: { title: 'T', subtitle: 'S', 'loc-key': 'B', 'launch-image': 'L' },
      badge: 3,
      sound: { critical: 1, name: 'ring.caf' },
      'thread-id': 'thread',
      category: 'MESSAGE',
      'target-content-id': 'window',
      'interruption-level': 'time-sensitive',
      'relevance-score': 0.5,
      'filter-criteria': 'work',
    };
    const values = arrive('foreground', { aps }).receipts[0]?.values ?? [];
    const root = 'notification.request.content.';
    const own = values.filter(({ path }) => path.startsWith(root) && !path.includes('userInfo'));
    expect(own.map(({ path, value }) => `${path.slice(root.length)} = ${value}`)).toEqual([
      'title = T',
      'subtitle = S',
      'body = B',
      'sound = .criticalSoundNamed(ring.caf)',
      'badge = 3',
      'threadIdentifier = thread',
      'categoryIdentifier = MESSAGE',
      'targetContentIdentifier = window',
      'relevanceScore = 0.5',
      'filterCriteria = work',
      'interruptionLevel = .timeSensitive',
      'launchImageName = L',
    ]);
    expect(values).toContainEqual({ path: `${root}userInfo["aps"]["badge"]`, type: 'NSNumber', value: '3' });
  });
});
