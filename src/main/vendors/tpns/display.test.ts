import { describe, expect, it } from 'vitest';
import type { AppState, Platform } from '../../../shared/contract/index.ts';
import type { JsonObject } from '../kit/json.ts';
import { display } from './display.ts';
import { body, iosBody, mustHaveWords, nowMs } from './samples.ts';
import { tap } from './tap.ts';

const draft = (content: JsonObject) => ({ payload: JSON.stringify(content), options: {} });
const card = (content: JsonObject, platform: Platform) => {
  const made = display.card(draft(content), { platform, appName: 'Chat' });
  mustHaveWords([...made.notes.map(({ phrase }) => phrase), ...(made.hiddenBecause ? [made.hiddenBecause] : [])]);
  return made;
};
const plan = (content: JsonObject, platform: Platform, appState: AppState = 'background', action = 'default') => {
  const made = tap.plan(draft(content), { platform, appState, action, vendorMessageId: '99', nowMs });
  mustHaveWords(made.steps.flatMap(({ phrase, detail }) => (detail ? [phrase, detail] : [phrase])));
  if (made.stoppedBecause) mustHaveWords([made.stoppedBecause]);
  return made;
};
const arrival = (content: JsonObject, platform: Platform, appState: AppState, presentsInForeground = true) => {
  const made = tap.arrival(draft(content), { platform, appState, presentsInForeground });
  mustHaveWords([
    ...made.steps.map(({ phrase }) => phrase),
    ...(made.because ? [made.because] : []),
    ...made.receipts.map(({ phrase }) => phrase),
  ]);
  return made;
};
const android = (over: JsonObject, outer: JsonObject = {}): JsonObject =>
  body({ message: { title: 'Denny', content: '你好', android: over }, ...outer });
const ext = '{"entity":{"sender":"denny"}}';

describe('tpns: the card', () => {
  it('of an iPhone', () => {
    const content = iosBody({
      alert: { subtitle: 'sub' },
      category: 'chat',
      'interruption-level': 'time-sensitive',
      sound: 'ding.caf',
    });
    expect(card(content, 'ios')).toMatchObject({
      visible: true, title: 'Denny', subtitle: 'sub', body: '你好', badge: 3, sound: { kind: 'named', name: 'ding.caf' }, category: 'chat',
      interruptionLevel: 'time-sensitive', ext,
    }); // prettier-ignore
    const plus = card(iosBody({ badge_type: -2, sound: '' }), 'ios');
    expect(plus).toMatchObject({ badge: null, sound: { kind: 'none' } });
    expect(plus.notes.map(({ phrase }) => phrase.id)).toContain('tpns.card.note.badge-plus');
  });
  it('of an Android phone', () => {
    const content = android(
      { n_ch_id: 'chat', ring_raw: 'ding', badge_type: 4, icon_color: 255, custom_content: '{"ext":"jump"}' },
      { collapse_id: 7 },
    );
    expect(card(content, 'android')).toMatchObject({
      visible: true, channelId: 'chat', sound: { kind: 'named', name: 'ding' }, badge: 4, color: '#0000ff', replaceKey: '7', ext: 'jump',
    }); // prettier-ignore
    expect(card(android({ ring: 0, badge_type: -1 }), 'android')).toMatchObject({
      sound: { kind: 'none' },
      badge: null,
    });
    const long = body({ message: { title: 'a'.repeat(21), content: 'b', android: {} } });
    expect(card(long, 'android').notes.map(({ phrase }) => phrase.id)).toContain('tpns.card.note.title-cut');
  });
  it('finds ext in custom_content, or in the intent', () => {
    expect(card(android({ custom_content: 'plain' }), 'android').ext).toBe('plain');
    expect(
      card(android({ action: { action_type: 3, intent: 'xgscheme://a/b?ext=%7B%7D&x=1#Intent;end' } }), 'android').ext,
    ).toBe('{}');
    expect(card(android({}), 'android').ext).toBeNull();
  });
  it('says why nothing is shown', () => {
    expect(card(body({ message_type: 'message' }), 'android').hiddenBecause?.id).toBe('tpns.hidden.pass-through');
    expect(card(iosBody({}, { message_type: 'message' }), 'ios').hiddenBecause?.id).toBe('tpns.hidden.silent');
    expect(card({ message_type: 'notify' }, 'android').hiddenBecause?.id).toBe('tpns.hidden.empty');
    expect(display.card({ payload: '', options: {} }, { platform: 'ios', appName: '' }).hiddenBecause?.id).toBe(
      'tpns.hidden.unreadable',
    );
  });
});

describe('tpns: the tap', () => {
  it('on an iPhone: custom is a text of JSON', () => {
    const made = plan(iosBody({ alert: { subtitle: 's' } }), 'ios', 'killed');
    expect(made.callback?.name).toContain('xgPushDidReceiveNotificationResponse');
    expect(JSON.parse(made.received)).toEqual({
      aps: { alert: { title: 'Denny', subtitle: 's', body: '你好' }, badge: 3, sound: 'default' },
      custom: ext,
    });
    expect(made.values).toContainEqual({ path: 'userInfo["custom"]', type: 'NSString', value: ext });
    expect(made.steps.map(({ id }) => id)).toEqual(['touched', 'launch', 'ios-callback']);
    expect(made.ext).toBe(ext);
  });
  it.each<[JsonObject, object]>([
    [{}, { kind: 'app', name: '' }],
    [{ action: { action_type: 1, activity: 'a.B' } }, { kind: 'activity', name: 'a.B' }],
    [{ action: { action_type: 2, browser: { url: 'https://a' } } }, { kind: 'url', name: 'https://a' }],
    [{ action: { action_type: 3, intent: 'xgscheme://a?p=1' } }, { kind: 'activity', name: 'xgscheme://a?p=1' }],
    [
      { action: { action_type: 3, intent: 'intent://a#Intent;component=com.a/.B;end' } },
      { kind: 'activity', name: 'com.a/.B' },
    ],
  ])('on Android %j', (over, opens) => {
    const made = plan(android({ custom_content: ext, ...over }), 'android');
    expect(made.opens).toEqual(opens);
    expect(made.callback?.name).toContain('onNotificationClickedResult');
    expect(made.values).toContainEqual({ path: 'result.pushChannel', type: 'Int', value: '100' });
    expect(made.values).toContainEqual({ path: 'result.actionType', type: 'Long', value: '0' });
    expect(made.ext).toBe(ext);
  });
  it('a dismissal is told to Android apps only', () => {
    const made = plan(body(), 'android', 'background', 'dismiss');
    expect(made.values).toContainEqual({ path: 'result.actionType', type: 'Long', value: '2' });
    expect(made).toMatchObject({ opens: { kind: 'nothing' }, stoppedBecause: { id: 'tpns.tap.dismissed' } });
    expect(plan(iosBody(), 'ios', 'background', 'dismiss')).toMatchObject({
      callback: null,
      stoppedBecause: { id: 'tpns.tap.dismissed-ios' },
    });
  });
  it('no buttons, nothing to touch', () => {
    expect(plan(body(), 'android', 'background', 'reply').stoppedBecause?.id).toBe('tpns.tap.no-actions');
    expect(plan(body({ message_type: 'message' }), 'android').stoppedBecause?.id).toBe('tpns.hidden.pass-through');
  });
});

describe('tpns: arrival', () => {
  it('hands an Android app what was shown, or the text of a message', () => {
    const [shown] = arrival(body(), 'android', 'background').receipts;
    expect(shown?.callback.name).toContain('onNotificationShowedResult');
    expect(shown?.values).toContainEqual({ path: 'result.customContent', type: 'String', value: ext });
    const [text] = arrival(body({ message_type: 'message' }), 'android', 'background').receipts;
    expect(text?.callback.name).toContain('onTextMessage');
    expect(JSON.parse(text?.received ?? '')).toEqual({
      'message.title': 'Denny',
      'message.content': '你好',
      'message.customContent': ext,
    });
    expect(arrival(body(), 'android', 'killed').receipts).toEqual([]);
    expect(arrival(android({ show_type: 1 }), 'android', 'foreground').receipts).toEqual([]);
  });
  it('hands an iPhone app the push only when it is open or woken', () => {
    const [open] = arrival(iosBody(), 'ios', 'foreground', false).receipts;
    expect(open?.callback.name).toContain('xgPushDidReceiveRemoteNotification');
    expect(open?.values).toContainEqual({
      path: 'notification.request.content.userInfo["custom"]',
      type: 'NSString',
      value: ext,
    });
    const [woken] = arrival(iosBody({}, { message_type: 'message' }), 'ios', 'background').receipts;
    expect(JSON.parse(woken?.received ?? '')).toEqual({ aps: { 'content-available': 1 }, custom: ext });
    expect(arrival(iosBody(), 'ios', 'background').receipts).toEqual([]);
    expect(arrival(iosBody(), 'ios', 'killed').receipts).toEqual([]);
  });
  it('the own channel needs a live process', () => {
    expect(arrival(body(), 'android', 'background')).toMatchObject({ drawn: true });
    expect(arrival(body(), 'android', 'foreground')).toMatchObject({ drawn: true });
    expect(arrival(body(), 'android', 'killed')).toMatchObject({
      drawn: false,
      because: { id: 'tpns.arrival.killed' },
    });
  });
  it('show_type 1 hides it from an open app', () => {
    expect(arrival(android({ show_type: 1 }), 'android', 'foreground')).toMatchObject({
      drawn: false,
      because: { id: 'tpns.arrival.foreground' },
    });
    expect(arrival(android({ show_type: 1 }), 'android', 'background').drawn).toBe(true);
  });
  it('pass-through goes to the app', () => {
    expect(arrival(body({ message_type: 'message' }), 'android', 'background')).toMatchObject({
      drawn: false,
      steps: [{ id: 'text-message' }],
    });
    expect(arrival(body({ message_type: 'message' }), 'android', 'killed').because?.id).toBe('tpns.arrival.killed');
  });
  it('APNs reaches a killed app, and the open app decides', () => {
    expect(arrival(iosBody(), 'ios', 'killed').drawn).toBe(true);
    expect(arrival(iosBody(), 'ios', 'foreground', true)).toMatchObject({ drawn: true, because: null });
    expect(arrival(iosBody(), 'ios', 'foreground', false)).toMatchObject({
      drawn: false,
      because: { id: 'tpns.arrival.not-presented' },
    });
    expect(arrival(iosBody({}, { message_type: 'message' }), 'ios', 'background')).toMatchObject({
      drawn: false,
      steps: [{ id: 'ios-silent' }],
    });
  });
  it('garbage is not drawn', () => {
    const about = { platform: 'android', appState: 'background', presentsInForeground: true } as const;
    expect(tap.arrival({ payload: '[', options: {} }, about)).toMatchObject({
      drawn: false,
      because: { id: 'tpns.hidden.unreadable' },
    });
    expect(arrival({ message_type: 'notify' }, 'android', 'background').because?.id).toBe('tpns.hidden.empty');
  });
});
