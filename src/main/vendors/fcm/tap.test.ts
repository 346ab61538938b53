import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/contract/index.ts';
import type { JsonObject } from '../kit/json.ts';
import type { Arrival, TapPlan } from '../vendor.ts';
import { message, nowMs, mustHaveWords } from './samples.ts';
import { tap } from './tap.ts';

const sentId = 'projects/p/messages/0:1795249800000123%31bd1c9631bd1c96';
const planOf = (
  value: JsonObject,
  appState: AppState,
  over: { action?: string; options?: Record<string, string> } = {},
): TapPlan => {
  const draft = { payload: JSON.stringify({ message: value }), options: over.options ?? {} };
  const about = {
    platform: 'android',
    appState,
    action: over.action ?? 'default',
    vendorMessageId: sentId,
    nowMs,
  } as const;
  const plan = tap.plan(draft, about);
  mustHaveWords(plan.steps.flatMap(({ phrase, detail }) => (detail ? [phrase, detail] : [phrase])));
  if (plan.stoppedBecause) mustHaveWords([plan.stoppedBecause]);
  return plan;
};
const arrivalOf = (value: JsonObject, appState: AppState): Arrival => {
  const draft = { payload: JSON.stringify({ message: value }), options: {} };
  const arrival = tap.arrival(draft, { platform: 'android', appState, presentsInForeground: true });
  mustHaveWords(arrival.steps.flatMap(({ phrase, detail }) => (detail ? [phrase, detail] : [phrase])));
  mustHaveWords(arrival.receipts.map(({ phrase }) => phrase));
  return arrival;
};
const withData = message({ data: { ext: '{"a":1}', n: '2' } });
const { notification: _notification, ...dataOnly } = withData;
const stepIds = (steps: TapPlan['steps']): string[] => steps.map(({ id }) => id);

describe('fcm tap', () => {
  it('hands over the data and FCM’s envelope, without title and body', () => {
    const plan = planOf(withData, 'killed');
    expect(JSON.parse(plan.received)).toEqual({
      ext: '{"a":1}',
      n: '2',
      from: '<sender id>',
      'google.message_id': '0:1795249800000123%31bd1c9631bd1c96',
      'google.sent_time': nowMs,
      'google.ttl': 2_419_200,
      'google.original_priority': 'high',
      'google.delivered_priority': 'high',
      collapse_key: '<package name>',
    });
    expect(plan.values.map(({ path, type }) => `${path}: ${type}`)).toEqual([
      'ext: String',
      'n: String',
      'from: String',
      'google.message_id: String',
      'google.sent_time: Long',
      'google.ttl: Int',
      'google.original_priority: String',
      'google.delivered_priority: String',
      'collapse_key: String',
    ]);
    expect(plan.ext).toBe('{"a":1}');
  });
  it('follows what the message says of itself', () => {
    const android = { priority: 'normal', ttl: '90.7s', collapse_key: 'chat' };
    const { token: _token, ...untargeted } = message({ android });
    const plan = planOf({ ...untargeted, topic: 'news' }, 'background');
    expect(JSON.parse(plan.received)).toMatchObject({
      from: '/topics/news',
      'google.ttl': 90,
      'google.original_priority': 'normal',
      collapse_key: 'chat',
    });
    const byNumber = planOf(message(), 'background', { options: { projectId: '123456789012' } });
    expect(JSON.parse(byNumber.received)).toMatchObject({ from: '123456789012' });
    const limited = planOf(message({ android: { restricted_package_name: 'com.example.chat' } }), 'background');
    expect(JSON.parse(limited.received)).toMatchObject({ collapse_key: 'com.example.chat' });
  });
  it('says when FCM’s id is not known', () => {
    const draft = { payload: JSON.stringify({ message: withData }), options: {} };
    const about = { platform: 'android', appState: 'killed', action: 'default', vendorMessageId: null, nowMs } as const;
    expect(JSON.parse(tap.plan(draft, about).received)).toMatchObject({ 'google.message_id': '<message id>' });
  });

  const states: [AppState, string, string[]][] = [
    ['killed', 'onCreate(savedInstanceState): getIntent().getExtras()', ['touched', 'launcher', 'extras', 'on-create']],
    ['background', 'onNewIntent(intent): intent.getExtras()', ['touched', 'launcher', 'extras', 'on-new-intent']],
  ];
  it.each(states)('%s: the launcher Activity gets the extras', (appState, name, steps) => {
    const plan = planOf(withData, appState);
    expect(plan.callback).toMatchObject({ name, language: 'kotlin', certainty: 'measured' });
    expect(stepIds(plan.steps)).toEqual(steps);
    expect(plan.opens).toEqual({ kind: 'app', name: '' });
    expect(plan.stoppedBecause).toBeNull();
  });
  it('click_action names the Activity and is no extra', () => {
    const plan = planOf(message({ android: { notification: { click_action: 'OPEN_CHAT' } } }), 'killed');
    expect(plan.opens).toEqual({ kind: 'activity', name: 'OPEN_CHAT' });
    expect(stepIds(plan.steps)).toContain('click-action');
    expect(plan.received).not.toContain('OPEN_CHAT');
  });

  it('on a card from before the app was opened says so, and is that of the library', () => {
    const plan = planOf(withData, 'foreground');
    expect(stepIds(plan.steps)).toEqual(['drawn-before', 'touched', 'launcher', 'extras', 'on-new-intent']);
    expect(plan.ext).toBe('{"a":1}');
  });
  it('is none of a data message: nothing was drawn', () => {
    expect(planOf(dataOnly, 'killed')).toMatchObject({
      callback: null,
      opens: { kind: 'nothing', name: '' },
      stoppedBecause: { id: 'fcm.card.data-only' },
    });
  });

  it('tells nobody of a dismissal, and knows no buttons', () => {
    expect(planOf(withData, 'killed', { action: 'dismiss' })).toMatchObject({
      callback: null,
      received: '{}',
      ext: null,
      opens: { kind: 'nothing', name: '' },
      stoppedBecause: { id: 'fcm.tap.dismissed' },
    });
    expect(planOf(withData, 'killed', { action: 'reply' }).stoppedBecause).toEqual({ id: 'fcm.tap.no-actions' });
    expect(planOf([] as unknown as JsonObject, 'killed').stoppedBecause).toEqual({ id: 'fcm.card.unreadable' });
  });
});

describe('fcm arrival', () => {
  const rows: [string, JsonObject, AppState, boolean, string[], string | null][] = [
    ['notification', withData, 'foreground', false, ['message-received'], 'fcm.arrival.foreground'],
    ['notification', withData, 'background', true, ['library-draws'], null],
    ['notification', withData, 'killed', true, ['library-draws'], null],
    ['data', dataOnly, 'foreground', false, ['message-received'], 'fcm.card.data-only'],
    ['data', dataOnly, 'background', false, ['message-received'], 'fcm.card.data-only'],
    ['data', dataOnly, 'killed', false, ['message-received'], 'fcm.card.data-only'],
  ];
  it.each(rows)('%s %j, %s', (_name, value, appState, drawn, steps, because) => {
    const arrival = arrivalOf(value, appState);
    expect([arrival.drawn, stepIds([...arrival.steps]), arrival.because?.id ?? null]).toEqual([drawn, steps, because]);
  });
  it('hands the data to the service where the library draws nothing, and nothing to anybody where it does', () => {
    for (const [value, appState] of [
      [withData, 'foreground'],
      [dataOnly, 'killed'],
    ] as const) {
      const [receipt] = arrivalOf(value, appState).receipts;
      expect(receipt?.callback.name).toContain('onMessageReceived');
      expect(JSON.parse(receipt?.received ?? '')).toEqual({ ext: '{"a":1}', n: '2' });
      expect(receipt?.values).toContainEqual({ path: 'getData()["ext"]', type: 'String', value: '{"a":1}' });
    }
    expect(arrivalOf(withData, 'foreground').receipts[0]?.values).toContainEqual({
      path: 'getNotification().title',
      type: 'String',
      value: 'Denny',
    });
    expect(arrivalOf(withData, 'background').receipts).toEqual([]);
  });
  it('warns of Doze when a data message is not urgent', () => {
    const detail = (value: JsonObject, appState: AppState) => arrivalOf(value, appState).steps[0]?.detail?.id;
    expect(detail(dataOnly, 'background')).toBe('fcm.step.message-received.doze');
    expect(detail(dataOnly, 'foreground')).toBe('fcm.step.message-received.detail');
    expect(detail({ ...dataOnly, android: { priority: 'HIGH' } }, 'background')).toBe(
      'fcm.step.message-received.detail',
    );
    expect(arrivalOf([] as unknown as JsonObject, 'killed').because).toEqual({ id: 'fcm.card.unreadable' });
  });
});
