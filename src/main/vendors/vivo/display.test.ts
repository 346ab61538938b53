import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../kit/json.ts';
import { display } from './display.ts';
import { body, mustHaveWords, nowMs, without } from './samples.ts';
import { tap } from './tap.ts';

const draft = (content: JsonObject, options: Record<string, string> = {}) => ({
  payload: JSON.stringify(content),
  options,
});
const card = (content: JsonObject, options: Record<string, string> = {}) => {
  const made = display.card(draft(content, options), { platform: 'android', appName: 'Chat' });
  mustHaveWords([...made.notes.map(({ phrase }) => phrase), ...(made.hiddenBecause ? [made.hiddenBecause] : [])]);
  return made;
};
const plan = (
  content: JsonObject,
  appState: 'foreground' | 'background' | 'killed' = 'background',
  action = 'default',
) => {
  const made = tap.plan(draft(content), { platform: 'android', appState, action, vendorMessageId: null, nowMs });
  mustHaveWords(made.steps.flatMap(({ phrase, detail }) => (detail ? [phrase, detail] : [phrase])));
  if (made.stoppedBecause) mustHaveWords([made.stoppedBecause]);
  return made;
};
const arrival = (
  content: JsonObject,
  appState: 'foreground' | 'background' | 'killed',
  options: Record<string, string> = {},
) => {
  const made = tap.arrival(draft(content, options), { platform: 'android', appState, presentsInForeground: true });
  mustHaveWords([
    ...made.steps.flatMap(({ phrase, detail }) => (detail ? [phrase, detail] : [phrase])),
    ...(made.because ? [made.because] : []),
    ...made.receipts.map(({ phrase }) => phrase),
  ]);
  return made;
};
const operation = { ...without('category'), classification: 0 };

describe('vivo: the card', () => {
  it('shows title, content, class and replacement', () => {
    expect(card(body({ notifyId: 7 }))).toMatchObject({
      visible: true,
      title: 'Denny',
      body: '你好，晚上见',
      sound: { kind: 'default' },
      category: 'IM',
      replaceKey: '7',
      interruptionLevel: 'active',
      ext: '{"entity":{"sender":"denny"}}',
    });
  });
  it.each([
    [1, 'none'],
    [2, 'default'],
    [3, 'none'],
    [4, 'default'],
  ])('notifyType %i', (notifyType, kind) => expect(card(body({ notifyType })).sound.kind).toBe(kind));
  it('an operation message is silent and folded', () => {
    const made = card(operation);
    expect(made).toMatchObject({ sound: { kind: 'none' }, interruptionLevel: 'passive' });
    expect(made.notes.map(({ phrase }) => phrase.id)).toContain('vivo.card.note.operation');
    expect(card({ ...without('classification') }).sound.kind).toBe('default');
  });
  it('tells of test mode, paid styles and badges', () => {
    const ids = card(body({ pushMode: 1, marketing: {}, addBadge: true })).notes.map(({ phrase }) => phrase.id);
    expect(ids).toEqual(
      expect.arrayContaining(['vivo.card.note.test-mode', 'vivo.card.note.marketing', 'vivo.card.note.add-badge']),
    );
  });
  it('says why nothing is shown', () => {
    expect(card(operation, { quiet: 'device-quota' }).hiddenBecause?.id).toBe('vivo.hidden.device-quota');
    expect(card({}).hiddenBecause?.id).toBe('vivo.hidden.empty');
    expect(display.card({ payload: '[', options: {} }, { platform: 'android', appName: '' }).hiddenBecause?.id).toBe(
      'vivo.hidden.unreadable',
    );
  });
});

describe('vivo: the tap', () => {
  it.each([
    [1, '', { kind: 'app', name: '' }],
    [2, 'https://a.example', { kind: 'url', name: 'https://a.example' }],
    [3, 'x', { kind: 'nothing', name: '' }],
    [4, 'intent://a/b#Intent;scheme=s;component=com.a/.Main;end', { kind: 'activity', name: 'com.a/.Main' }],
    [4, 'vpushscheme://a/b', { kind: 'activity', name: 'vpushscheme://a/b' }],
  ])('skipType %i', (skipType, skipContent, opens) => {
    expect(plan(body({ skipType, skipContent })).opens).toEqual(opens);
  });
  it('hands ext to the callback, and to the Activity that opens', () => {
    const made = plan(body());
    expect(made.callback?.name).toContain('onNotificationMessageClicked');
    expect(made.values).toContainEqual({
      path: 'message.params["ext"]',
      type: 'String',
      value: '{"entity":{"sender":"denny"}}',
    });
    expect(made.values).toContainEqual({
      path: 'intent.extras["ext"]',
      type: 'String',
      value: '{"entity":{"sender":"denny"}}',
    });
    expect(plan(body({ skipType: 3, skipContent: 'x' })).values.map(({ path }) => path)).not.toContain(
      'intent.extras["ext"]',
    );
    expect(plan(without('clientCustomMap')).ext).toBeNull();
  });
  it('starts a dead process, and warns of navigating twice', () => {
    expect(plan(body(), 'killed').steps.map(({ id }) => id)).toEqual([
      'touched',
      'process-starts',
      'home',
      'callback',
      'twice',
    ]);
    expect(plan(body(), 'foreground').steps.map(({ id }) => id)).not.toContain('process-starts');
  });
  it('knows no buttons, and tells nobody of a dismissal', () => {
    expect(plan(body(), 'background', 'dismiss').stoppedBecause?.id).toBe('vivo.tap.dismissed');
    expect(plan(body(), 'background', 'reply').stoppedBecause?.id).toBe('vivo.tap.no-actions');
  });
});

describe('vivo: arrival', () => {
  it('tells the app only of what an open app keeps from being drawn', () => {
    for (const state of ['foreground', 'background', 'killed'] as const)
      expect(arrival(body(), state).receipts).toEqual([]);
    expect(arrival(body({ foregroundShow: false }), 'background').receipts).toEqual([]);
    const [receipt] = arrival(body({ foregroundShow: false }), 'foreground').receipts;
    expect(receipt).toMatchObject({
      id: 'foreground',
      callback: {
        name: 'OpenClientPushMessageReceiver.onForegroundMessageArrived(message: UPSNotificationMessage)',
        certainty: 'measured',
      },
    });
    expect(receipt?.values).toContainEqual({
      path: 'message.params["ext"]',
      type: 'String',
      value: '{"entity":{"sender":"denny"}}',
    });
    expect(receipt?.values.filter(({ path }) => path.startsWith('intent'))).toEqual([]);
  });
  it('is drawn whatever the app does', () => {
    for (const state of ['foreground', 'background', 'killed'] as const)
      expect(arrival(body(), state).drawn).toBe(true);
  });
  it('foregroundShow false hides it from an open app only', () => {
    expect(arrival(body({ foregroundShow: false }), 'foreground')).toMatchObject({
      drawn: false,
      because: { id: 'vivo.arrival.foreground' },
    });
    expect(arrival(body({ foregroundShow: false }), 'background').drawn).toBe(true);
  });
  it('operation messages go to the strip, or to the box when the app is dead', () => {
    expect(arrival(operation, 'background').steps[0]?.detail?.id).toBe('vivo.step.system-draws.operation');
    expect(arrival(operation, 'killed').steps[0]?.detail?.id).toBe('vivo.step.system-draws.box');
  });
  it('stays quiet over quota', () => {
    expect(arrival(operation, 'background', { quiet: 'device-quota' })).toMatchObject({
      drawn: false,
      because: { id: 'vivo.hidden.device-quota' },
    });
  });
});
