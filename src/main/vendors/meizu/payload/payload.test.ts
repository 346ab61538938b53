import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kit/json.ts';
import { meizu } from '../index.ts';
import { at, deadPushId, draftOf, form, message, problemsOf, pushId, target } from '../samples.ts';

const bar = (over: JsonObject): JsonObject => ({
  noticeBarInfo: { noticeMsgType: 1, title: 'Denny', content: '你好', ...over },
});
const click = (over: JsonObject): JsonObject => ({ clickTypeInfo: over });
const advance = (over: JsonObject): JsonObject => ({ advanceInfo: over });
const problem = (name: string, path: string) => `meizu.${name} ${path}`;
const codes = (payload: unknown, options: Record<string, string> = {}) =>
  problemsOf(payload, options).map(({ code, path }) => `${code} ${path}`);

describe('meizu: one mistake, one problem', () => {
  it('a good message has none', () => expect(problemsOf(message())).toEqual([]));
  it.each<[string, string, unknown]>([
    ['not-json', '$', '{'],
    ['not-object', '$', '[]'],
    ['title-empty', '$.noticeBarInfo.title', message(bar({ title: '' }))],
    ['title-long', '$.noticeBarInfo.title', message(bar({ title: '一'.repeat(33) }))],
    ['content-empty', '$.noticeBarInfo.content', message(bar({ content: 7 }))],
    ['content-long', '$.noticeBarInfo.content', message(bar({ content: '一'.repeat(101) }))],
    ['not-a-choice', '$.noticeBarInfo.noticeBarType', message(bar({ noticeBarType: 1 }))],
    ['public', '$.noticeBarInfo.noticeMsgType', message(bar({ noticeMsgType: 0 }))],
    ['unknown-field', '$.colour', message({ colour: 1 })],
    ['part-not-object', '$.extra', message({ extra: [] })],
    ['not-a-choice', '$.clickTypeInfo.clickType', message(click({ clickType: 4 }))],
    ['click-empty', '$.clickTypeInfo.activity', message(click({ clickType: 1 }))],
    ['click-empty', '$.clickTypeInfo.url', message(click({ clickType: 2 }))],
    ['click-long', '$.clickTypeInfo.url', message(click({ clickType: 2, url: 'x'.repeat(1001) }))],
    ['activity-form', '$.clickTypeInfo.activity', message(click({ clickType: 1, activity: 'intent://a' }))],
    ['custom-click', '$.clickTypeInfo.clickType', message(click({ clickType: 3, customAttribute: 'a' }))],
    ['parameters-not-object', '$.clickTypeInfo.parameters', message(click({ parameters: 'a' }))],
    ['ext-not-json', '$.clickTypeInfo.parameters.ext', message(click({ parameters: { ext: 'jump' } }))],
    ['expand-empty', '$.noticeExpandInfo.noticeExpandContent', message({ noticeExpandInfo: { noticeExpandType: 1 } })],
    ['not-a-choice', '$.noticeExpandInfo.noticeExpandType', message({ noticeExpandInfo: { noticeExpandType: 3 } })],
    ['valid-time', '$.pushTimeInfo.validTime', message({ pushTimeInfo: { validTime: 73 } })],
    ['valid-time', '$.pushTimeInfo.validTime', message({ pushTimeInfo: { offLine: 1, validTime: 0 } })],
    ['not-a-choice', '$.pushTimeInfo.offLine', message({ pushTimeInfo: { offLine: 2 } })],
    ['not-a-choice', '$.advanceInfo.suspend', message(advance({ suspend: 2 }))],
    ['not-a-choice', '$.advanceInfo.notificationType.sound', message(advance({ notificationType: { sound: 'a' } }))],
    ['display-time', '$.advanceInfo.fixStartDisplayTime', message(advance({ fixDisplay: 1 }))],
    ['notify-key', '$.advanceInfo.notifyKey', message(advance({ notifyKey: '123456789' }))],
    ['callback-long', '$.extra.callback', message({ extra: { callback: 'h'.repeat(129) } })],
    ['callback-long', '$.extra["callback.param"]', message({ extra: { 'callback.param': 'h'.repeat(65) } })],
    ['not-a-choice', '$.extra["callback.type"]', message({ extra: { 'callback.type': 4 } })],
    ['receipt', '$.extra.callback', message({ extra: { callback: 'https://a.example' } })],
    ['subtitle-long', '$.vipInfo.subtitle', message({ vipInfo: { subtitle: 's'.repeat(17) } })],
    ['vip', '$.vipInfo', message({ vipInfo: { pullDownTop: 1 } })],
    ['picture', '$.noticeExpandInfo', message({ noticeExpandInfo: { noticeExpandType: 2, noticeExpandImgUrl: 'u' } })],
  ])('%s at %s', (name, path, payload) => {
    const beside = new Set(['meizu.vip $.vipInfo', 'meizu.receipt $.extra.callback']);
    expect(codes(payload).filter((one) => one === problem(name, path) || !beside.has(one))).toEqual([
      problem(name, path),
    ]);
  });
  it('takes the end time under Meizu’s own misspelt name', () => {
    const times = {
      fixDisplay: 1,
      fixStartDisplayTime: '2026-11-21 08:00:00',
      'fixEndDisplayTime ': '2026-11-21 09:00:00',
    };
    expect(codes(message(advance(times)))).toEqual([]);
  });
  it('a push that is not kept for offline phones needs no time', () => {
    expect(codes(message({ pushTimeInfo: { offLine: 0, validTime: 0 } }))).toEqual([]);
  });
  it.each<[string, string, unknown]>([
    ['content-empty', '$.content', { title: 'a' }],
    ['title-long', '$.title', { title: 'a'.repeat(33), content: 'b' }],
    ['pass-through-long', '$.content', { content: '一'.repeat(700) }],
    ['valid-time', '$.pushTimeInfo.validTime', { content: 'b', pushTimeInfo: { validTime: 99 } }],
  ])('pass-through: %s', (name, path, payload) => {
    expect(codes(payload, { mode: 'unvarnished' })).toEqual([problem(name, path), problem('pass-through', '$')]);
  });
  it('odd options, tokens and credentials', () => {
    expect(codes(message(), { mode: 'x' })).toEqual([problem('odd-mode', 'option:mode')]);
    expect(problemsOf(message(), {}, { ...target, token: 'abc' }).map(({ code }) => code)).toEqual([
      'meizu.odd-push-id',
    ]);
    expect(problemsOf(message(), {}, { ...target, credential: null }).map(({ code }) => code)).toEqual([
      'meizu.no-app',
    ]);
  });
});

describe('meizu: from an intent', () => {
  it('places what Tencent documents', () => {
    expect(draftOf({ ext: '{"a":1}' }).json).toEqual({
      noticeBarInfo: { title: 'Denny', content: 'Lunch at 12:30? 合同我也带一份。' },
      clickTypeInfo: { clickType: 0, parameters: { ext: '{"a":1}' } },
      pushTimeInfo: { offLine: 1, validTime: 72 },
    });
  });
  it('takes the class from the message before the console', () => {
    const settings = (noticeType?: number) => ({
      vendorSettings: {
        android: noticeType === undefined ? {} : { meizu: { noticeType } },
        harmony: null,
        console: { classification: 0 },
      },
    });
    expect(draftOf(settings(1)).json['noticeBarInfo']).toMatchObject({ noticeMsgType: 1 });
    expect(draftOf(settings()).json['noticeBarInfo']).toMatchObject({ noticeMsgType: 0 });
  });
  it('puts the click where the console wants it; a web page takes the ext away', () => {
    expect(draftOf({ click: { kind: 'activity', name: 'a.B' } }).json['clickTypeInfo']).toEqual({
      clickType: 1,
      activity: 'a.B',
      parameters: { ext: 'jump to denny' },
    });
    const web = draftOf({ click: { kind: 'web', url: 'https://a.example' } });
    expect(web.json['clickTypeInfo']).toEqual({ clickType: 2, url: 'https://a.example' });
    expect(problemsOf(web.draft.payload, web.draft.options).map(({ code }) => code)).toContain('meizu.dropped-ext');
  });
  it('is silent when silence is asked for', () => {
    expect(draftOf({ sound: null }).json['advanceInfo']).toEqual({
      notificationType: { vibrate: 0, lights: 1, sound: 0 },
    });
  });
  it('lifetimes become hours', () => {
    const time = (lifetimeSeconds: number) => draftOf({ lifetimeSeconds }).json['pushTimeInfo'];
    expect(time(0)).toEqual({ offLine: 0 });
    expect(time(1)).toEqual({ offLine: 1, validTime: 1 });
    expect(time(7201)).toEqual({ offLine: 1, validTime: 3 });
  });
  it('cuts at Meizu’s limits', () => {
    const { json, draft } = draftOf({ title: '一'.repeat(40), body: '二'.repeat(101) });
    expect(json['noticeBarInfo']).toEqual({ title: `${'一'.repeat(29)}...`, content: `${'二'.repeat(97)}...` });
    const found = problemsOf(draft.payload, draft.options).map(({ code }) => code);
    expect(found).toEqual(expect.arrayContaining(['meizu.cut-title', 'meizu.cut-content', 'meizu.cut-time']));
  });
  it('says what has no place, and that the message is modelled', () => {
    const { draft } = draftOf({
      subtitle: 's', image: 'https://a.example/i.png', sound: 'ding.mp3', androidChannelId: 'c', category: 'IM', importance: 'LOW',
      longText: true, mutableContent: true, interruptionLevel: 'active', contentAvailable: true, click: { kind: 'intent', uri: 'intent://a' },
    }); // prettier-ignore
    const found = problemsOf(draft.payload, draft.options).map(({ code }) => code);
    for (const name of [
      'modelled', 'dropped-subtitle', 'dropped-image', 'dropped-sound', 'dropped-badge', 'dropped-channel', 'dropped-category',
      'dropped-priority', 'dropped-importance', 'dropped-long-text', 'dropped-mutable-content', 'dropped-interruption-level',
      'dropped-content-available', 'dropped-click',
    ]) expect(found, name).toContain(`meizu.${name}`); // prettier-ignore
  });
  it('without a title says so', () => {
    const { draft } = draftOf({ title: null });
    expect(problemsOf(draft.payload, draft.options).map(({ code }) => code)).toContain('meizu.title-empty');
  });
});

describe('meizu: reading back', () => {
  const read = (rest: string, body: string) =>
    meizu.payload.fromRequest({ method: 'POST', path: at(rest), headers: [], body: new TextEncoder().encode(body) });
  it('reads one phone, many, aliases and tasks', () => {
    expect(read('varnished/pushByPushId', form())).toMatchObject({
      tokens: [pushId],
      title: 'Denny',
      body: '你好',
      draft: { options: {} },
    });
    expect(read('varnished/pushByPushId', form({ pushIds: `${pushId}, ${deadPushId},` }))?.tokens).toEqual([
      pushId,
      deadPushId,
    ]);
    expect(read('varnished/pushByAlias', form({ alias: 'a' }))?.tokens).toEqual([]);
    expect(read('pushTask/getTaskId', form())?.title).toBe('Denny');
  });
  it('reads pass-through', () => {
    expect(read('unvarnished/pushByPushId', form({ messageJson: '{"title":"a","content":"b"}' }))).toMatchObject({
      title: 'a',
      body: 'b',
      draft: { options: { mode: 'unvarnished' } },
    });
  });
  it('takes nothing else for a push', () => {
    expect(read('pushTask/cancel', form())).toBeNull();
    expect(read('other', form())).toBeNull();
    expect(meizu.payload.recognise('{"noticeBarInfo":7}', '')).toBeNull();
  });
});
