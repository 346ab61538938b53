import { describe, expect, it } from 'vitest';
import type { AppState, Draft } from '../../../shared/contract/index.ts';
import { display } from './display.ts';
import { draft, intentUri, mustHaveWords, nowMs } from './samples.ts';
import { customClickEndsAtMs, tap } from './tap.ts';

const card = (one: Draft) => {
  const made = display.card(one, { platform: 'android', appName: 'App' });
  mustHaveWords([...made.notes.map(({ phrase }) => phrase), ...(made.hiddenBecause ? [made.hiddenBecause] : [])]);
  return made;
};
const notes = (one: Draft): string[] => card(one).notes.map(({ phrase }) => phrase.id.replace('xiaomi.card.note.', ''));
const ofClass = (channelClass: string, one = draft()): Draft => ({ ...one, options: { channelClass } });

describe('the card', () => {
  it('has title, text, channel and ext', () => {
    expect(card(draft())).toMatchObject({
      visible: true,
      title: 'Denny',
      body: 'Lunch at 12:30?',
      channelId: '100001',
      ext: '{"entity":{"sender":"denny"}}',
      badge: null,
      replaceKey: 'com.example.im:7',
    });
  });
  it.each([
    ['private', draft(), 'default', 'active'],
    ['public', draft(), 'none', 'passive'],
    ['', draft(), 'default', 'active'],
    ['private', draft({}, { channel_id: '' }), 'none', 'passive'],
    ['private', draft({ notify_type: 2 }), 'none', 'active'],
    ['private', draft({ notify_type: 5 }), 'default', 'active'],
    ['private', draft({ notify_type: 4 }), 'none', 'active'],
  ] as const)('class «%s» rings or not', (channelClass, one, sound, level) => {
    expect(card(ofClass(channelClass, one))).toMatchObject({ sound: { kind: sound }, interruptionLevel: level });
  });
  it.each([
    [-1, true],
    [2, true],
    [7, true],
    [1, false],
    [4, false],
  ])('notify_type %i vibrates: %s', (notify_type, vibrates) => {
    expect(card(ofClass('private', draft({ notify_type }))).vibrates).toBe(vibrates);
    expect(card(ofClass('public', draft({ notify_type }))).vibrates).toBe(false);
  });
  it('names a sound of the app’s own', () => {
    expect(card(draft({}, { sound_uri: 'android.resource://a.b/raw/ding' })).sound).toEqual({
      kind: 'named',
      name: 'ding',
    });
  });
  it('says what the class of the channel means', () => {
    expect(notes(draft())).toContain('class-unknown');
    expect(notes(ofClass('private'))).toContain('private');
    expect(notes(ofClass('public'))).toContain('public');
    expect(notes(draft({}, { channel_id: '' }))).toContain('no-channel');
  });
  it('replaces the one before when there is no notify_id', () => {
    const one = draft({ notify_id: undefined });
    expect(card(one).replaceKey).toBe('com.example.im:the-only-one');
    expect(notes(one)).toContain('no-notify-id');
  });
  it('notes picture, long text, filters, schedule and encoding', () => {
    const rich = draft(
      { time_to_send: nowMs },
      {
        notification_style_type: '2',
        notification_bigPic_uri: 'https://f.xiaomi.com/a.png',
        model: 'x',
        sound_uri: 'y',
      },
    );
    expect(notes({ ...rich, options: { payloadEncoding: 'once' } })).toEqual(
      expect.arrayContaining(['picture', 'filters', 'scheduled', 'payload-encoding', 'sound-of-channel']),
    );
    expect(card(rich).imageUrl).toBe('https://f.xiaomi.com/a.png');
    expect(notes(draft({}, { notification_style_type: '1' }))).toContain('big-text');
  });
  it.each([
    ['xiaomi.card.pass-through', draft({ pass_through: 1 })],
    ['xiaomi.card.unreadable', { payload: '{', options: {} }],
    ['xiaomi.card.batch', { payload: '{"messages":[]}', options: {} }],
    ['xiaomi.card.device-quota', { ...draft(), options: { deviceQuota: '5' } }],
  ])('%s hides it', (id, one) => {
    expect(card(one)).toMatchObject({ visible: false, hiddenBecause: { id } });
  });
});

const planOf = (one: Draft, over: { appState?: AppState; action?: string; nowMs?: number } = {}) => {
  const about = {
    platform: 'android',
    appState: 'killed',
    action: 'default',
    vendorMessageId: 'scm1',
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
  it('starts the activity with key_message and no callback of the library', () => {
    const plan = planOf(draft());
    expect(plan.opens).toEqual({ kind: 'activity', name: 'com.example.im.MainActivity' });
    expect(plan.callback?.name).toBe(
      'onCreate(savedInstanceState): getIntent().getSerializableExtra(PushMessageHelper.KEY_MESSAGE)',
    );
    expect(JSON.parse(plan.received)).toMatchObject({
      key_message: {
        messageId: 'scm1',
        title: 'Denny',
        notifyId: 7,
        extra: { ext: '{"entity":{"sender":"denny"}}', intent_uri: intentUri },
      },
    });
    expect(plan.values).toContainEqual({
      path: 'key_message.extra["ext"]',
      type: 'String',
      value: '{"entity":{"sender":"denny"}}',
    });
    expect(planOf(draft(), { appState: 'background' }).callback?.name).toContain('onNewIntent');
  });
  it('opens the launcher for effect 1', () => {
    expect(planOf(draft({}, { notify_effect: '1' })).opens).toEqual({ kind: 'app', name: '' });
  });
  it('opens a page for effect 3 and tells the app nothing', () => {
    const plan = planOf(draft({}, { notify_effect: '3', web_uri: 'https://e.com' }));
    expect(plan).toMatchObject({
      opens: { kind: 'url', name: 'https://e.com' },
      ext: null,
      stoppedBecause: { id: 'xiaomi.tap.web' },
    });
  });
  describe('without effect', () => {
    const one = draft({ extra: { ext: 'e' } });
    it('ran the callback until the end of September 2024', () => {
      const plan = planOf(one, { nowMs: customClickEndsAtMs - 1 });
      expect(plan).toMatchObject({ ext: 'e', opens: { kind: 'nothing' } });
      expect(plan.callback?.name).toContain('onNotificationMessageClicked');
    });
    it('only opens the app since, and ext is lost', () => {
      expect(planOf(one, { nowMs: customClickEndsAtMs })).toMatchObject({
        ext: null,
        callback: null,
        opens: { kind: 'app' },
        stoppedBecause: { id: 'xiaomi.tap.custom-click-ended' },
      });
    });
  });
  it('does nothing more for a swipe, an unknown button and a push that shows nothing', () => {
    expect(planOf(draft(), { action: 'dismiss' }).stoppedBecause?.id).toBe('xiaomi.tap.dismissed');
    expect(planOf(draft(), { action: 'reply' }).stoppedBecause?.id).toBe('xiaomi.tap.no-actions');
    const place = (at: string, fields: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [`notification_style_button_${at}_${name}`, value]),
      );
    const one = draft(
      {},
      {
        ...place('left', { name: 'Site', notify_effect: '3', web_uri: 'https://e.com' }),
        ...place('right', { name: 'Order', notify_effect: '2', intent_class: 'a.b.Order' }),
        notification_style_button_mid_notify_effect: '1',
      },
    );
    expect(planOf(one, { action: 'button-1' }).opens).toEqual({ kind: 'url', name: 'https://e.com' });
    expect(planOf(one, { action: 'button-2' }).opens).toEqual({ kind: 'activity', name: 'a.b.Order' });
    expect(planOf(one, { action: 'button-3' }).stoppedBecause?.id).toBe('xiaomi.tap.no-actions');
    expect(planOf(draft({ pass_through: 1 })).stoppedBecause?.id).toBe('xiaomi.card.pass-through');
  });
});

describe('an arrival', () => {
  const arrive = (one: Draft, appState: AppState) => {
    const made = tap.arrival(one, { platform: 'android', appState, presentsInForeground: true });
    mustHaveWords([...made.steps.map(({ phrase }) => phrase), ...(made.because ? [made.because] : [])]);
    return { drawn: made.drawn, steps: made.steps.map(({ id }) => id), because: made.because?.id ?? null };
  };
  it('is drawn by the system; a living process hears of it', () => {
    expect(arrive(draft(), 'killed')).toEqual({ drawn: true, steps: ['system-draws'], because: null });
    expect(arrive(draft(), 'background')).toEqual({ drawn: true, steps: ['system-draws', 'arrived'], because: null });
  });
  it('is hidden in the foreground when notify_foreground says so', () => {
    const one = draft({}, { notify_foreground: '0' });
    expect(arrive(one, 'foreground')).toEqual({
      drawn: false,
      steps: ['arrived'],
      because: 'xiaomi.arrival.foreground',
    });
    expect(arrive(one, 'background').drawn).toBe(true);
  });
  it('of a pass-through message reaches a living process only', () => {
    const one = draft({ pass_through: 1 });
    expect(arrive(one, 'background').steps).toEqual(['pass-through']);
    expect(arrive(one, 'killed').steps).toEqual(['pass-through-killed']);
  });
  it('hands the message to the receiver of a living process', () => {
    const receiptsOf = (one: Draft, appState: AppState) => {
      const { receipts } = tap.arrival(one, { platform: 'android', appState, presentsInForeground: true });
      mustHaveWords(receipts.map(({ phrase }) => phrase));
      return receipts;
    };
    const passing = draft({ pass_through: 1, payload: 'secret news' });
    const hiding = draft({}, { notify_foreground: '0' });
    const [arrived] = receiptsOf(draft(), 'background');
    expect(arrived?.callback).toMatchObject({
      name: 'PushMessageReceiver.onNotificationMessageArrived(context, message: MiPushMessage)',
      certainty: 'documented',
    });
    expect(JSON.parse(arrived?.received ?? '')).toMatchObject({
      messageId: '<message id>',
      isNotified: true,
      extra: { ext: '{"entity":{"sender":"denny"}}' },
    });
    const [passed] = receiptsOf(passing, 'foreground');
    expect(passed?.callback.name).toContain('.onReceivePassThroughMessage(');
    expect(passed?.values).toContainEqual({ path: 'message.content', type: 'String', value: 'secret news' });
    expect(receiptsOf(hiding, 'foreground').map(({ id }) => id)).toEqual(['arrived-hidden']);
    expect(receiptsOf(hiding, 'background').map(({ id }) => id)).toEqual(['arrived']);
    for (const one of [draft(), passing, hiding]) expect(receiptsOf(one, 'killed')).toEqual([]);
    expect(receiptsOf({ payload: '{', options: {} }, 'background')).toEqual([]);
  });
});
