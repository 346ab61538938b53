import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../kit/json.ts';
import { display } from './display.ts';
import { message, mustHaveWords, nowMs } from './samples.ts';
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
  const made = tap.plan(draft(content), { platform: 'android', appState, action, vendorMessageId: 'm1', nowMs });
  mustHaveWords(made.steps.flatMap(({ phrase, detail }) => (detail ? [phrase, detail] : [phrase])));
  if (made.stoppedBecause) mustHaveWords([made.stoppedBecause]);
  return made;
};
const arrival = (content: JsonObject, appState: 'foreground' | 'killed', options: Record<string, string> = {}) => {
  const made = tap.arrival(draft(content, options), { platform: 'android', appState, presentsInForeground: true });
  mustHaveWords([
    ...made.steps.map(({ phrase }) => phrase),
    ...(made.because ? [made.because] : []),
    ...made.receipts.map(({ phrase }) => phrase),
  ]);
  return made;
};
const ext = '{"entity":{"sender":"denny"}}';
const value = (content: JsonObject, path: string) => plan(content).values.find((one) => one.path === path)?.value;

describe('meizu: the card', () => {
  it('shows texts, sound, replacement and picture', () => {
    const made = card(
      message({
        advanceInfo: { notifyKey: 'k1', suspend: 0, fixDisplay: 1 },
        noticeExpandInfo: { noticeExpandType: 2, noticeExpandImgUrl: 'http://i' },
        vipInfo: { subtitle: 'vip' },
      }),
    );
    expect(made).toMatchObject({
      visible: true, title: 'Denny', body: '你好', subtitle: 'vip', sound: { kind: 'default' }, replaceKey: 'k1', imageUrl: 'http://i', ext,
      interruptionLevel: 'passive',
    }); // prettier-ignore
    expect(made.notes.map(({ phrase }) => phrase.id.split('.').at(-1))).toEqual([
      'private',
      'no-heads-up',
      'timed',
      'vip',
      'dot',
      'drawable',
    ]);
  });
  it('is silent when asked, and public by default', () => {
    expect(card(message({ advanceInfo: { notificationType: { sound: 0 } } })).sound.kind).toBe('none');
    expect(card({ noticeBarInfo: { title: 'a' } }).notes[0]?.phrase.id).toBe('meizu.card.note.public');
  });
  it('says why nothing is shown', () => {
    expect(card({ title: 'a', content: 'b' }, { mode: 'unvarnished' }).hiddenBecause?.id).toBe(
      'meizu.hidden.pass-through',
    );
    expect(card({}).hiddenBecause?.id).toBe('meizu.hidden.empty');
    expect(display.card({ payload: '', options: {} }, { platform: 'android', appName: '' }).hiddenBecause?.id).toBe(
      'meizu.hidden.unreadable',
    );
  });
});

describe('meizu: the tap', () => {
  const click = (over: JsonObject) => message({ clickTypeInfo: over });
  it.each<[JsonObject, object, string, string | null]>([
    [{ parameters: { ext } }, { kind: 'app', name: '' }, JSON.stringify({ ext }), ext],
    [
      { clickType: 1, activity: 'a.B', parameters: { ext, n: 1 } },
      { kind: 'activity', name: 'a.B' },
      JSON.stringify({ ext, n: 1 }),
      ext,
    ],
    [{ clickType: 2, url: 'https://a' }, { kind: 'url', name: 'https://a' }, 'https://a', null],
    [{ clickType: 3, customAttribute: 'mine' }, { kind: 'nothing', name: '' }, 'mine', 'mine'],
    [{ parameters: { sk: 'only me', ext } }, { kind: 'app', name: '' }, 'only me', ext],
    [{}, { kind: 'app', name: '' }, '', null],
  ])('%j', (info, opens, defined, found) => {
    const made = plan(click(info));
    expect(made.opens).toEqual(opens);
    expect(made.ext).toBe(found);
    expect(value(click(info), 'message.selfDefineContentString')).toBe(defined);
  });
  it('extras are texts, with the platform’s own beside them', () => {
    const content = click({ clickType: 1, activity: 'a.B', parameters: { n: 1, ext } });
    expect(value(content, 'intent.extras["n"]')).toBe('1');
    expect(value(content, 'intent.extras["platform_extra"]')).toBe('{"task_id":"m1"}');
    expect(value(click({ clickType: 2, url: 'u' }), 'intent.extras["platform_extra"]')).toBeUndefined();
  });
  it('the callback runs for every type, before the SDK acts', () => {
    for (const [type, last] of ['home', 'page', 'link', 'app-acts'].entries()) {
      expect(plan(click({ clickType: type }), 'killed').steps.map(({ id }) => id)).toEqual([
        'touched',
        'process-starts',
        'callback',
        last,
      ]);
    }
  });
  it('dismissal, buttons, pass-through, garbage', () => {
    expect(plan(message(), 'background', 'dismiss').stoppedBecause?.id).toBe('meizu.tap.dismissed');
    expect(plan(message(), 'background', 'reply').stoppedBecause?.id).toBe('meizu.tap.no-actions');
    const about = { platform: 'android', appState: 'killed', action: 'default', vendorMessageId: null, nowMs } as const;
    expect(tap.plan(draft({}, { mode: 'unvarnished' }), about).stoppedBecause?.id).toBe('meizu.hidden.pass-through');
    expect(tap.plan({ payload: '[', options: {} }, about).stoppedBecause?.id).toBe('meizu.hidden.unreadable');
  });
});

describe('meizu: arrival', () => {
  it('hands a living app the notification, or the text of a pass-through message', () => {
    const [arrived] = arrival(message(), 'foreground').receipts;
    expect(arrived).toMatchObject({ id: 'arrived', callback: { certainty: 'documented' } });
    expect(arrived?.callback.name).toContain('onNotificationArrived');
    expect(arrived?.values.map(({ path, value: text }) => [path, text])).toEqual([
      ['message.title', 'Denny'],
      ['message.content', '你好'],
      ['message.selfDefineContentString', JSON.stringify({ ext })],
    ]);
    const [text] = arrival({ content: 'b' }, 'foreground', { mode: 'unvarnished' }).receipts;
    expect(text).toMatchObject({ id: 'pass-through', received: '{"message":"b"}' });
    expect(text?.callback.name).toContain('onMessage');
  });
  it('hands nothing to an app that is not running', () => {
    expect(arrival(message(), 'killed').receipts).toEqual([]);
    expect(arrival({ content: 'b' }, 'killed', { mode: 'unvarnished' }).receipts).toEqual([]);
  });
  it('is drawn; only a living app hears of it', () => {
    expect(arrival(message(), 'foreground').steps.map(({ id }) => id)).toEqual(['system-draws', 'arrived']);
    expect(arrival(message(), 'killed').steps.map(({ id }) => id)).toEqual(['system-draws']);
  });
  it('pass-through goes to a living app and is lost on a dead one', () => {
    expect(arrival({ content: 'b' }, 'foreground', { mode: 'unvarnished' })).toMatchObject({
      drawn: false,
      steps: [{ id: 'pass-through' }],
    });
    expect(arrival({ content: 'b' }, 'killed', { mode: 'unvarnished' })).toMatchObject({
      drawn: false,
      steps: [{ id: 'pass-through-lost' }],
    });
  });
});
