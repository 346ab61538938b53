import { describe, expect, it } from 'vitest';
import type { AppState, Draft } from '../../../shared/contract/index.ts';
import { display } from './display.ts';
import { draft, mustHaveWords, nowMs } from './samples.ts';
import { tap } from './tap.ts';

const card = (one: Draft) => {
  const made = display.card(one, { platform: 'android', appName: 'App' });
  mustHaveWords([...made.notes.map(({ phrase }) => phrase), ...(made.hiddenBecause ? [made.hiddenBecause] : [])]);
  return made;
};
const notes = (one: Draft): string[] => card(one).notes.map(({ phrase }) => phrase.id.replace('oppo.card.note.', ''));

describe('the card', () => {
  it('has title, text, channel, category and ext', () => {
    expect(card(draft({ sub_title: 'sub' }))).toMatchObject({
      visible: true,
      title: 'Denny',
      subtitle: 'sub',
      body: 'Hi 你好',
      channelId: 'tuikit',
      category: 'IM',
      ext: '{"entity":"{\\"sender\\":\\"denny\\"}"}',
      badge: null,
      replaceKey: '',
    });
  });
  it.each([
    [1, 'none', 'passive', 'level-1'],
    [2, 'none', 'passive', 'level-2'],
    [16, 'default', 'active', 'level-16'],
    [undefined, 'none', 'passive', 'level-assumed'],
  ])('level %s', (level, sound, interruptionLevel, note) => {
    const one = draft({ notify_level: level });
    expect(card(one)).toMatchObject({ sound: { kind: sound }, interruptionLevel });
    expect(notes(one)).toContain(note);
  });
  it('leaves the sound to the channel where no category is named', () => {
    const one = draft({ category: undefined, notify_level: undefined });
    expect(card(one)).toMatchObject({ sound: { kind: 'default' }, interruptionLevel: 'active' });
    expect(notes(one)).toContain('sound-of-channel');
  });
  it('replaces one with the same notify_id', () => {
    expect(card(draft({ notify_id: 5 })).replaceKey).toBe('oppo:5');
  });
  it('notes what else matters', () => {
    const one = draft({ category: 'MARKETING', style: 2, show_time_type: 1, show_ttl: 60, network_type: 1 });
    expect(notes(one)).toEqual(
      expect.arrayContaining(['public', 'long-text', 'scheduled', 'show-ttl', 'wifi', 'switch', 'badge']),
    );
  });
  it.each([
    ['oppo.card.no-channel', draft({ channel_id: undefined })],
    ['oppo.card.unreadable', { payload: '{', options: {} }],
    ['oppo.card.unreadable', { payload: '{}', options: {} }],
    ['oppo.card.batch', { payload: '[]', options: {} }],
    ['oppo.card.duplicate', { ...draft(), options: { duplicate: 'true' } }],
    ['oppo.card.device-quota', { ...draft(), options: { deviceQuota: '2' } }],
  ])('%s hides it', (id, one) => {
    expect(card(one)).toMatchObject({ visible: false, hiddenBecause: { id } });
  });
});

const planOf = (one: Draft, over: { appState?: AppState; action?: string } = {}) => {
  const about = {
    platform: 'android',
    appState: 'killed',
    action: 'default',
    vendorMessageId: null,
    nowMs,
    ...over,
  } as const;
  const plan = tap.plan(one, about);
  mustHaveWords([
    ...plan.steps.flatMap(({ phrase, detail }) => (detail ? [phrase, detail] : [phrase])),
    ...(plan.stoppedBecause ? [plan.stoppedBecause] : []),
  ]);
  return plan;
};

describe('a tap', () => {
  it('hands over each top-level key as an extra, and no callback of the library runs', () => {
    const plan = planOf(draft({ action_parameters: '{"entity":{"sender":"denny"},"n":1,"ext":"x"}' }));
    expect(JSON.parse(plan.received)).toEqual({ entity: '{"sender":"denny"}', n: '1', ext: 'x' });
    expect(plan.values).toEqual([
      { path: 'entity', type: 'String', value: '{"sender":"denny"}' },
      { path: 'n', type: 'String', value: '1' },
      { path: 'ext', type: 'String', value: 'x' },
    ]);
    expect(plan.callback?.name).toBe('onCreate(savedInstanceState): getIntent().getExtras()');
    expect(planOf(draft(), { appState: 'background' }).callback?.name).toBe('onNewIntent(intent): intent.getExtras()');
  });
  it.each([
    [{ click_action_type: 0 }, { kind: 'app', name: '' }],
    [{ click_action_type: undefined }, { kind: 'app', name: '' }],
    [
      { click_action_type: 1, click_action_activity: 'im.CHAT' },
      { kind: 'activity', name: 'im.CHAT' },
    ],
    [{ click_action_type: 4 }, { kind: 'activity', name: 'com.example.im.MainActivity' }],
    [
      { click_action_type: 5, click_action_url: 'intent:#Intent;component=com.example.im/.Chat;end' },
      { kind: 'activity', name: 'com.example.im.Chat' },
    ],
  ])('%j opens %j', (over, opens) => {
    expect(planOf(draft(over)).opens).toEqual(opens);
  });
  it('opens a page with the parameters behind the address and tells the app nothing', () => {
    const over = { click_action_type: 2, click_action_url: 'https://e.com/?a=1', action_parameters: '{"k":"v w"}' };
    expect(planOf(draft(over))).toMatchObject({
      opens: { kind: 'url', name: 'https://e.com/?a=1&k=v+w' },
      ext: null,
      stoppedBecause: { id: 'oppo.tap.web' },
    });
  });
  it('has no ext where nothing was sent along', () => {
    expect(planOf(draft({ action_parameters: undefined }))).toMatchObject({ ext: null, values: [] });
  });
  it('does nothing more for a swipe, an unknown button and a push that shows nothing', () => {
    expect(planOf(draft(), { action: 'dismiss' }).stoppedBecause?.id).toBe('oppo.tap.dismissed');
    expect(planOf(draft(), { action: 'reply' }).stoppedBecause?.id).toBe('oppo.tap.no-actions');
    expect(planOf(draft({ channel_id: undefined })).stoppedBecause?.id).toBe('oppo.card.no-channel');
  });
});

describe('an arrival', () => {
  it('is drawn by the system in every state of the app', () => {
    for (const appState of ['foreground', 'background', 'killed'] as const) {
      const made = tap.arrival(draft(), { platform: 'android', appState, presentsInForeground: false });
      expect(made).toMatchObject({ drawn: true, steps: [{ id: 'system-draws' }], because: null, receipts: [] });
    }
    const hidden = tap.arrival(draft({ channel_id: '' }), {
      platform: 'android',
      appState: 'killed',
      presentsInForeground: true,
    });
    expect(hidden).toMatchObject({ drawn: false, because: { id: 'oppo.card.no-channel' } });
  });
});
