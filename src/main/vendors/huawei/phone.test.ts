import { describe, expect, it } from 'vitest';
import type { AppState, Card, Platform } from '../../../shared/contract/index.ts';
import type { JsonObject } from '../kit/json.ts';
import { asCapture } from '../kit/conformance.ts';
import { display } from './display.ts';
import { huawei } from './index.ts';
import { probe } from './probe.ts';
import { body, decide, deviceToken, facts, jwtAt, mustHaveWords, nowMs, scene, target } from './samples.ts';
import { tap } from './tap.ts';

const draftOf = (value: unknown, options: Record<string, string> = {}) => ({ payload: JSON.stringify(value), options });
const cardOf = (value: unknown, options: Record<string, string> = {}, platform: Platform = 'android'): Card => {
  const card = display.card(draftOf(value, options), { platform, appName: 'Chat' });
  mustHaveWords([...card.notes.map(({ phrase }) => phrase), ...(card.hiddenBecause ? [card.hiddenBecause] : [])]);
  return card;
};
const noteNames = (card: Card): string[] => card.notes.map(({ phrase }) => phrase.id.replace('huawei.card.note.', ''));
const drawing = (over: JsonObject) => cardOf(body({ drawing: over }));

describe('huawei card', () => {
  it('shows what the notification says', () => {
    const card = drawing({
      image: 'https://a.example/x.png',
      tag: 'a',
      notify_id: 7,
      group: 'g',
      color: '#ff0000',
      channel_id: 'chat',
      badge: { set_num: 3, class: 'a.B' },
      sound: '/raw/ding',
    });
    expect(card).toMatchObject({
      visible: true,
      title: 'Denny',
      body: 'Lunch at 12:30?',
      imageUrl: 'https://a.example/x.png',
      replaceKey: 'tag a id 7',
      groupKey: 'g',
      color: '#ff0000',
      channelId: 'chat',
      badge: 3,
      sound: { kind: 'named', name: 'ding' },
      category: 'IM',
      interruptionLevel: 'active',
      ext: 'jump to denny',
    });
    expect(noteNames(card)).toEqual(['category', 'channel', 'image']);
  });
  it('takes texts from either place, the Android one first', () => {
    const message = {
      notification: { title: 'common', body: 'text' },
      android: { notification: { title: 'own', click_action: { type: 3 } } },
    };
    expect(cardOf({ message })).toMatchObject({ title: 'own', body: 'text', localised: false });
    expect(drawing({ title: '', title_loc_key: 'key' })).toMatchObject({ title: 'key', localised: true });
  });
  it.each([
    [{ category: '' }, ['no-category']],
    [{ category: 'MARKETING' }, ['marketing']],
  ])('is silent as marketing: %j', (android, notes) => {
    const { notification } = (body()['message'] as { android: JsonObject }).android;
    const card = cardOf(body({ android: { notification: notification ?? null, ...android } }));
    expect(card).toMatchObject({ sound: { kind: 'none' }, interruptionLevel: 'passive' });
    expect(noteNames(card)).toEqual(notes);
  });
  it('is silent with low importance', () => {
    expect(drawing({ importance: 'LOW' })).toMatchObject({ sound: { kind: 'none' }, interruptionLevel: 'passive' });
    expect(drawing({ default_sound: false }).sound.kind).toBe('none');
  });
  it('adds to a badge only in words', () => {
    const card = drawing({ badge: { add_num: 2, class: 'a.B' } });
    expect([card.badge, noteNames(card)]).toEqual([null, ['category', 'badge-add']]);
  });
  it('notes a trial, a secret and what the app draws itself', () => {
    expect(noteNames(cardOf(body(), { validateOnly: 'true' }))).toEqual(['validate-only', 'category']);
    expect(noteNames(drawing({ visibility: 'SECRET', foreground_show: false }))).toEqual([
      'category',
      'secret',
      'foreground-hidden',
    ]);
  });
  it('draws v3, and a live view as two lines', () => {
    expect(
      cardOf(scene({ drawing: { badge: { setNum: 2 }, sound: 'ding.mp3' } }), { api: 'v3' }, 'harmony'),
    ).toMatchObject({
      platform: 'harmony',
      badge: 2,
      sound: { kind: 'named', name: 'ding.mp3' },
      ext: 'jump to denny',
    });
    const data = {
      contentTitle: 'Taxi',
      contentText: [{ text: '2 min' }, { text: ' left' }],
      clickAction: { actionType: 0 },
    };
    const live = cardOf({ payload: { activityData: { notificationData: data } } }, { pushType: '7' }, 'harmony');
    expect([live.title, live.body, noteNames(live)]).toEqual(['Taxi', '2 min left', ['live-view']]);
  });
  it.each([
    [{ message: { data: 'x', token: [deviceToken] } }, {}, 'data-only'],
    [{ payload: { formId: 1 } }, { pushType: '1' }, 'push-type-1'],
    [{ payload: { extraData: 'x' } }, { pushType: '2' }, 'push-type-2'],
    [{ payload: { extraData: 'x' } }, { pushType: '6' }, 'push-type-6'],
    [{ payload: {} }, { pushType: '7' }, 'push-type-7'],
    [{ payload: { extraData: 'x' } }, { pushType: '10' }, 'push-type-10'],
    [{ payload: {} }, {}, 'push-type-0'],
    [[], {}, 'unreadable'],
    [{}, {}, 'unreadable'],
    [body(), { quiet: 'marketing-day' }, 'quiet.marketing-day'],
    [body(), { quiet: 'device-day' }, 'quiet.device-day'],
  ])('%j draws nothing', (value, options, because) => {
    expect(cardOf(value, options as Record<string, string>)).toMatchObject({
      visible: false,
      hiddenBecause: { id: `huawei.card.${because}` },
    });
  });
});

const plan = (
  value: unknown,
  over: { appState?: AppState; action?: string; options?: Record<string, string> } = {},
) => {
  const { appState = 'killed', action = 'default', options = {} } = over;
  const made = tap.plan(draftOf(value, options), {
    platform: 'android',
    appState,
    action,
    vendorMessageId: 'id1',
    nowMs,
  });
  mustHaveWords([
    ...made.steps.flatMap(({ phrase, detail }) => (detail ? [phrase, detail] : [phrase])),
    ...(made.stoppedBecause ? [made.stoppedBecause] : []),
  ]);
  return made;
};
const clicking = (click_action: JsonObject, data = '{"ext":"x","n":7}') =>
  body({ drawing: { click_action }, message: { data } });

describe('huawei tap', () => {
  it('opens the app with data and Push’s own extras', () => {
    const made = plan(clicking({ type: 3 }));
    expect(made).toMatchObject({ opens: { kind: 'app' }, ext: 'x', callback: { language: 'kotlin' } });
    expect(JSON.parse(made.received)).toEqual({
      ext: 'x',
      n: '7',
      _push_msgId: 'id1',
      _push_cmd_type: '<command>',
      _push_notifyId: '<number>',
    });
    expect(made.values.at(-1)).toEqual({ path: '_push_notifyId', type: 'Int', value: '<number>' });
    expect([
      plan(clicking({ type: 3 })).callback?.name,
      plan(clicking({ type: 3 }), { appState: 'background' }).callback?.name,
    ]).toEqual(['onCreate(savedInstanceState): getIntent().getExtras()', 'onNewIntent(intent): intent.getExtras()']);
  });
  it('decodes S.ext of an intent, which wins over data', () => {
    const intent = 'intent://h/p#Intent;scheme=app;S.ext=jump%20to%20denny;i.age=180;B.old=true;component=a.b/c.D;end';
    const made = plan(clicking({ type: 1, intent }));
    expect(made).toMatchObject({ ext: 'jump to denny', opens: { kind: 'activity', name: 'a.b/c.D' } });
    expect(JSON.parse(made.received)).toMatchObject({ ext: 'jump to denny', age: 180, old: true, n: '7' });
  });
  it('looks for the action of gorush', () => {
    const made = plan(clicking({ type: 1, action: 'Action' }));
    expect(made.opens).toEqual({ kind: 'activity', name: 'Action' });
    expect(made.steps.map(({ id }) => id)).toContain('action');
  });
  it('opens the browser, and the app hears nothing', () => {
    expect(plan(clicking({ type: 2, url: 'https://a.example' }))).toMatchObject({
      opens: { kind: 'url', name: 'https://a.example' },
      callback: null,
      ext: null,
      stoppedBecause: { id: 'huawei.tap.web' },
    });
  });
  it('hands want.parameters to an ability', () => {
    const value = scene({
      drawing: { clickAction: { actionType: 1, uri: 'app://page', data: { ext: 'x', n: { a: 1 } } } },
    });
    const made = plan(value, { options: { api: 'v3' } });
    expect(made).toMatchObject({
      ext: 'x',
      opens: { kind: 'activity', name: 'app://page' },
      callback: { language: 'arkts' },
    });
    expect(JSON.parse(made.received)).toEqual({ ext: 'x', n: '{"a":1}' });
    expect(plan(scene(), { options: { api: 'v3' }, appState: 'background' }).callback?.name).toContain('onNewWant');
  });
  it('a button opens its own page with its own data', () => {
    const buttons: JsonObject[] = [
      { name: 'Open', action_type: 0 },
      {
        name: 'Order',
        action_type: 1,
        intent_type: 0,
        intent: 'intent://o#Intent;scheme=app;end',
        data: '{"ext":"b"}',
      },
      { name: 'Site', action_type: 2, intent: 'https://a.example' },
    ];
    const value = body({ drawing: { click_action: { type: 3 }, buttons }, message: { data: '{"ext":"x"}' } });
    expect(plan(value, { action: 'button-1' })).toMatchObject({ opens: { kind: 'app' }, ext: null });
    const order = plan(value, { action: 'button-2' });
    expect(order).toMatchObject({ ext: 'b', opens: { kind: 'activity' } });
    expect(order.steps[0]).toMatchObject({ id: 'button', phrase: { params: { name: 'Order' } } });
    expect(plan(value, { action: 'button-3' }).opens).toEqual({ kind: 'url', name: 'https://a.example' });
    expect(plan(value, { action: 'button-4' }).stoppedBecause).toEqual({ id: 'huawei.tap.no-actions' });
  });
  it.each([
    [clicking({ type: 3 }), 'dismiss', {}, 'huawei.tap.dismissed'],
    [clicking({ type: 3 }), 'reply', {}, 'huawei.tap.no-actions'],
    [clicking({ type: 4 }), 'default', {}, 'huawei.tap.no-click'],
    [[], 'default', {}, 'huawei.card.unreadable'],
    [body(), 'default', { quiet: 'device-day' }, 'huawei.card.quiet.device-day'],
  ])('%j %s leads nowhere', (value, action, options, because) => {
    expect(plan(value, { action, options })).toMatchObject({
      opens: { kind: 'nothing' },
      stoppedBecause: { id: because },
    });
  });
});

describe('huawei arrival', () => {
  const arrive = (
    value: unknown,
    appState: AppState,
    options: Record<string, string> = {},
    platform: Platform = 'android',
  ) => {
    const arrived = tap.arrival(draftOf(value, options), { platform, appState, presentsInForeground: true });
    mustHaveWords([
      ...arrived.steps.flatMap(({ phrase, detail }) => (detail ? [phrase, detail] : [phrase])),
      ...(arrived.because ? [arrived.because] : []),
    ]);
    return [
      arrived.drawn,
      arrived.steps.map(({ id, detail }) => detail?.id.replace('huawei.step.', '') ?? id)[0],
      arrived.because?.id,
    ];
  };
  it('is drawn by the system in any state', () => {
    for (const state of ['background', 'killed'] as const)
      expect(arrive(body(), state)).toEqual([true, 'system-draws.detail', undefined]);
    expect(arrive(body(), 'foreground')).toEqual([true, 'system-draws.foreground', undefined]);
  });
  it('goes to the app while it is open and foreground_show is false', () => {
    const quiet = body({ drawing: { foreground_show: false } });
    expect(arrive(quiet, 'foreground')).toEqual([false, 'message-received', 'huawei.arrival.foreground']);
    expect(arrive(quiet, 'background')[0]).toBe(true);
    const harmony = scene({ drawing: { foregroundShow: false } });
    expect(arrive(harmony, 'foreground', { api: 'v3' }, 'harmony')).toEqual([
      false,
      'scene-received',
      'huawei.arrival.foreground',
    ]);
  });
  it('waits as a data message while the process is gone', () => {
    const data = { message: { data: 'x' } };
    expect(arrive(data, 'background')).toEqual([false, 'message-received.detail', 'huawei.card.data-only']);
    expect(arrive(data, 'killed')).toEqual([false, 'message-received.cached', 'huawei.card.data-only']);
  });
  it.each([
    ['1', 'form-refreshed.detail'],
    ['6', 'background-received.detail'],
    ['10', 'call-received.detail'],
  ])('push type %s: %s', (pushType, step) => {
    expect(arrive({ payload: { extraData: 'x' } }, 'killed', { pushType }, 'harmony')).toEqual([
      false,
      step,
      `huawei.card.push-type-${pushType}`,
    ]);
  });
  it('does not cross the generations', () => {
    expect(arrive(body(), 'killed', {}, 'harmony')).toEqual([false, undefined, 'huawei.arrival.foreign-harmony']);
    expect(arrive(scene(), 'killed', { api: 'v3' })).toEqual([false, undefined, 'huawei.arrival.foreign-android']);
  });
  it('says why a phone is quiet', () => {
    expect(arrive(body(), 'killed', { quiet: 'marketing-day' })).toEqual([
      false,
      undefined,
      'huawei.card.quiet.marketing-day',
    ]);
    expect(arrive([], 'killed')).toEqual([false, undefined, 'huawei.card.unreadable']);
  });
  describe('receipts', () => {
    const receiptsOf = (
      value: unknown,
      appState: AppState,
      options: Record<string, string> = {},
      platform: Platform = 'android',
    ) => {
      const { receipts } = tap.arrival(draftOf(value, options), { platform, appState, presentsInForeground: true });
      mustHaveWords(receipts.map(({ phrase }) => phrase));
      return receipts;
    };
    it('hand a data message to the service of a living process', () => {
      const [receipt] = receiptsOf({ message: { data: 'x' } }, 'background');
      expect(receipt).toMatchObject({
        phrase: { id: 'huawei.receipt.data' },
        callback: { name: 'HmsMessageService.onMessageReceived(message: RemoteMessage)', certainty: 'measured' },
        received: '{"data":"x"}',
        values: [{ path: 'getData()', type: 'String', value: 'x' }],
      });
      expect(receiptsOf({ message: { data: 'x' } }, 'killed')).toEqual([]);
    });
    it('hand over texts that the open app has to draw, but none that are keys', () => {
      const [receipt] = receiptsOf(body({ drawing: { foreground_show: false } }), 'foreground');
      expect(receipt?.values.map(({ path }) => path)).toEqual([
        'getData()',
        'getNotification().title',
        'getNotification().body',
      ]);
      const keyed = body({ drawing: { foreground_show: false, title: '', title_loc_key: 'key' } });
      expect(receiptsOf(keyed, 'foreground')[0]?.values.map(({ path }) => path)).toEqual(['getData()']);
    });
    it('are none of what the system draws, keeps quiet or sends elsewhere', () => {
      for (const state of ['foreground', 'background', 'killed'] as const)
        expect(receiptsOf(body(), state)).toEqual([]);
      expect(receiptsOf(body(), 'background', { quiet: 'marketing-day' })).toEqual([]);
      expect(receiptsOf({ message: { data: 'x' } }, 'background', {}, 'harmony')).toEqual([]);
    });
    it('hand a HarmonyOS app JSON text with the notification', () => {
      const hidden = scene({ drawing: { foregroundShow: false } });
      const [receipt] = receiptsOf(hidden, 'foreground', { api: 'v3' }, 'harmony');
      expect(receipt?.callback).toMatchObject({ language: 'arkts', certainty: 'reported' });
      expect(JSON.parse(receipt?.values[0]?.value ?? '')).toMatchObject({ notification: { title: 'Denny' } });
    });
    it('hand extraData to a running HarmonyOS app only', () => {
      const value = { payload: { extraData: 'x' } };
      const [receipt] = receiptsOf(value, 'background', { pushType: '6' }, 'harmony');
      expect(receipt).toMatchObject({ callback: { certainty: 'guess' }, values: [{ value: '{"data":"x"}' }] });
      expect(receiptsOf(value, 'killed', { pushType: '6' }, 'harmony')).toEqual([]);
      expect(receiptsOf(value, 'background', { pushType: '1' }, 'harmony')).toEqual([]);
    });
  });
});

describe('huawei probe', () => {
  it('asks v1 with an App Secret and v3 with a service account alone', () => {
    expect(probe.draft(facts, '', '').options).toEqual({ api: 'v1' });
    const { appId: _, ...values } = facts.values;
    const account = { ...facts, values, secretNames: ['privateKey'] };
    const draft = probe.draft(account, '', '');
    expect(draft.options['api']).toBe('v3');
    const request = huawei.sender.request(draft, { ...target, token: probe.token, credential: account }, jwtAt(nowMs));
    if ('unusable' in request) throw new Error(request.unusable.code);
    const { verdict } = decide(asCapture(request));
    expect(verdict.checks.filter(({ outcome }) => outcome === 'failed').map(({ code }) => code)).toEqual(['80300007']);
  });
});
