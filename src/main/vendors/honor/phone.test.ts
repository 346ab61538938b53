import { describe, expect, it } from 'vitest';
import type { AppState, Card } from '../../../shared/contract/index.ts';
import type { JsonObject } from '../kit/json.ts';
import { display } from './display.ts';
import { body, mustHaveWords, nowMs } from './samples.ts';
import { tap } from './tap.ts';

const draftOf = (value: unknown, options: Record<string, string> = {}) => ({ payload: JSON.stringify(value), options });
const cardOf = (value: unknown, options: Record<string, string> = {}): Card => {
  const card = display.card(draftOf(value, options), { platform: 'android', appName: 'Chat' });
  mustHaveWords([...card.notes.map(({ phrase }) => phrase), ...(card.hiddenBecause ? [card.hiddenBecause] : [])]);
  return card;
};
const noteNames = (card: Card): string[] => card.notes.map(({ phrase }) => phrase.id.replace('honor.card.note.', ''));

describe('honor card', () => {
  it('shows what the notification says, the Android part first', () => {
    const card = cardOf(
      body({
        drawing: { title: 'own', image: 'https://a.example', tag: 'a', notifyId: 7, group: 'g', badge: { setNum: 3 } },
      }),
    );
    expect(card).toMatchObject({
      visible: true,
      title: 'own',
      body: 'Lunch at 12:30?',
      imageUrl: 'https://a.example',
      replaceKey: 'tag a id 7',
      groupKey: 'g',
      badge: 3,
      sound: { kind: 'default' },
      interruptionLevel: 'active',
      ext: 'jump to denny',
    });
    expect(noteNames(card)).toEqual(['importance']);
    expect(cardOf(body({ drawing: { notifyId: -1 } })).replaceKey).toBe('');
  });
  it.each([
    ['LOW', 'marketing'],
    [null, 'no-importance'],
  ])('is silent with importance %s', (importance, name) => {
    const card = cardOf(body({ drawing: { importance } }));
    expect([card.sound.kind, card.interruptionLevel, noteNames(card)]).toEqual(['none', 'passive', [name]]);
  });
  it('notes a test and a rising badge', () => {
    const card = cardOf(body({ drawing: { badge: { addNum: 2 } } }), { testMessage: 'true' });
    expect([card.badge, noteNames(card)]).toEqual([null, ['importance', 'test', 'badge-add']]);
  });
  it.each([
    [{ data: 'x' }, {}, 'data-only'],
    [{}, {}, 'unreadable'],
    [[], {}, 'unreadable'],
    [body(), { quiet: 'marketing-day' }, 'quiet.marketing-day'],
  ])('%j draws nothing', (value, options, because) => {
    expect(cardOf(value, options as Record<string, string>)).toMatchObject({
      visible: false,
      hiddenBecause: { id: `honor.card.${because}` },
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
    vendorMessageId: null,
    nowMs,
  });
  mustHaveWords([
    ...made.steps.flatMap(({ phrase, detail }) => (detail ? [phrase, detail] : [phrase])),
    ...(made.stoppedBecause ? [made.stoppedBecause] : []),
  ]);
  return made;
};
const clicking = (clickAction: JsonObject, data = '{"ext":"x","n":7}') =>
  body({ drawing: { clickAction }, root: { data } });

describe('honor tap', () => {
  it('opens the app with the members of data, which is a guess', () => {
    const made = plan(clicking({ type: 3 }));
    expect(made).toMatchObject({ ext: 'x', opens: { kind: 'app' }, callback: { language: 'kotlin' } });
    expect(JSON.parse(made.received)).toEqual({ ext: 'x', n: '7' });
    expect(made.steps.find(({ id }) => id === 'extras')?.certainty).toBe('guess');
    expect(plan(clicking({ type: 3 }), { appState: 'background' }).callback?.name).toContain('onNewIntent');
  });
  it('decodes the extras of an intent, which win over data', () => {
    const intent = 'intent://h/p#Intent;scheme=chat;S.ext=jump%20to%20denny;i.age=5;end';
    const made = plan(clicking({ type: 1, intent }));
    expect(made).toMatchObject({ ext: 'jump to denny', opens: { kind: 'activity', name: 'chat://h/p' } });
    expect(JSON.parse(made.received)).toEqual({ ext: 'jump to denny', n: '7', age: 5 });
  });
  it('opens an action or the browser', () => {
    expect(plan(clicking({ type: 1, action: 'a.OPEN' })).opens).toEqual({ kind: 'activity', name: 'a.OPEN' });
    expect(plan(clicking({ type: 2, url: 'https://a.example' }))).toMatchObject({
      opens: { kind: 'url', name: 'https://a.example' },
      callback: null,
      stoppedBecause: { id: 'honor.tap.web' },
    });
  });
  it('a button opens its own page with its own data', () => {
    const buttons: JsonObject[] = [
      { name: 'Order', actionType: 1, intentType: 1, intent: 'a.ORDER', data: '{"ext":"b"}' },
      { name: 'Later', actionType: 9 },
    ];
    const value = body({ drawing: { clickAction: { type: 3 }, buttons }, root: { data: '{"ext":"x"}' } });
    expect(plan(value, { action: 'button-1' })).toMatchObject({
      ext: 'b',
      opens: { kind: 'activity', name: 'a.ORDER' },
    });
    expect(plan(value, { action: 'button-2' }).stoppedBecause).toEqual({ id: 'honor.tap.no-click' });
    expect(plan(value)).toMatchObject({ ext: 'x', opens: { kind: 'app' } });
  });
  it.each([
    [clicking({ type: 3 }), 'dismiss', {}, 'honor.tap.dismissed'],
    [clicking({ type: 3 }), 'reply', {}, 'honor.tap.no-actions'],
    [clicking({ type: 9 }), 'default', {}, 'honor.tap.no-click'],
    [{ data: 'x' }, 'default', {}, 'honor.card.data-only'],
    [body(), 'default', { quiet: 'marketing-day' }, 'honor.card.quiet.marketing-day'],
  ])('%j %s leads nowhere', (value, action, options, because) => {
    expect(plan(value, { action, options })).toMatchObject({
      opens: { kind: 'nothing' },
      stoppedBecause: { id: because },
    });
  });
});

describe('honor arrival', () => {
  const arrive = (value: unknown, appState: AppState, options: Record<string, string> = {}) => {
    const arrived = tap.arrival(draftOf(value, options), { platform: 'android', appState, presentsInForeground: true });
    mustHaveWords([
      ...arrived.steps.flatMap(({ phrase, detail }) => (detail ? [phrase, detail] : [phrase])),
      ...(arrived.because ? [arrived.because] : []),
    ]);
    return [arrived.drawn, arrived.steps[0]?.detail?.id, arrived.because?.id];
  };
  it('is drawn by the system in any state', () => {
    for (const state of ['foreground', 'background', 'killed'] as const)
      expect(arrive(body(), state)).toEqual([true, 'honor.step.system-draws.detail', undefined]);
  });
  it('hands a transparent message to the app', () => {
    expect(arrive({ data: 'x' }, 'background')).toEqual([
      false,
      'honor.step.message-received.detail',
      'honor.card.data-only',
    ]);
    expect(arrive({ data: 'x' }, 'killed')).toEqual([
      false,
      'honor.step.message-received.killed',
      'honor.card.data-only',
    ]);
  });
  it('says why a phone is quiet', () => {
    expect(arrive(body(), 'killed', { quiet: 'marketing-day' })).toEqual([
      false,
      undefined,
      'honor.card.quiet.marketing-day',
    ]);
    expect(arrive([], 'killed')).toEqual([false, undefined, 'honor.card.unreadable']);
  });
  it('tells the app’s service of a transparent message, and of nothing else', () => {
    const receiptsOf = (value: unknown, appState: AppState) =>
      tap.arrival(draftOf(value), { platform: 'android', appState, presentsInForeground: true }).receipts;
    const [receipt] = receiptsOf({ data: 'x' }, 'background');
    mustHaveWords([receipt!.phrase]);
    expect(receipt).toMatchObject({
      callback: { name: 'HonorMessageService.onMessageReceived(message: HonorPushDataMsg)', certainty: 'measured' },
      received: '{"data":"x"}',
      values: [{ path: 'getData()', type: 'String', value: 'x' }],
    });
    expect(receiptsOf({ data: 'x' }, 'killed')[0]?.callback.certainty).toBe('guess');
    for (const state of ['foreground', 'background', 'killed'] as const) expect(receiptsOf(body(), state)).toEqual([]);
    expect(receiptsOf([], 'background')).toEqual([]);
  });
});
