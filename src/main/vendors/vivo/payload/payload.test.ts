import { describe, expect, it } from 'vitest';
import { sampleIntent } from '../../kit/conformance.ts';
import { toBytes } from '../../kit/text.ts';
import { vivo } from '../index.ts';
import { body, draftOf, facts, problemsOf, regId, target, without } from '../samples.ts';

const codes = (payload: unknown, options: Record<string, string> = {}) =>
  problemsOf(payload, options).map(({ code, path }) => `${code} ${path}`);

describe('vivo: one mistake, one problem', () => {
  it('a good body has none', () => expect(problemsOf(body())).toEqual([]));
  it.each([
    ['not-json $', '{'],
    ['not-object $', '[]'],
    ['both-targets $.alias', body({ alias: 'denny' })],
    ['odd-reg-id $.regId', { ...body({ regId: 'RA50c63485f4d5c0a5b5c' }) }, 'other-token $.regId'],
    ['missing $.notifyType', without('notifyType')],
    ['not-a-choice $.notifyType', body({ notifyType: 5 })],
    ['not-a-choice $.notifyType', body({ notifyType: '4' })],
    ['title-empty $.title', without('title')],
    ['title-long $.title', body({ title: '一'.repeat(41) })],
    ['content-empty $.content', body({ content: '' })],
    ['content-long $.content', body({ content: '一'.repeat(101) })],
    ['ttl-range $.timeToLive', body({ timeToLive: 59 })],
    ['ttl-range $.timeToLive', body({ timeToLive: 86_401 })],
    ['missing $.skipType', without('skipType')],
    ['not-a-choice $.skipType', body({ skipType: 0 })],
    ['skip-content-empty $.skipContent', body({ skipType: 2 })],
    ['skip-content-long $.skipContent', body({ skipContent: 'a'.repeat(1025) })],
    ['link-not-web $.skipContent', body({ skipType: 2, skipContent: 'intent://a' })],
    ['page-not-intent $.skipContent', body({ skipType: 4, skipContent: 'com.example.Main' })],
    ['not-a-choice $.networkType', body({ networkType: 0 })],
    ['map-not-object $.clientCustomMap', body({ clientCustomMap: 'x' })],
    ['map-value $.clientCustomMap.n', body({ clientCustomMap: { n: 1 } })],
    ['map-long $.clientCustomMap', body({ clientCustomMap: { a: 'x'.repeat(1024) } })],
    ['request-id-missing $.requestId', without('requestId')],
    ['request-id-long $.requestId', body({ requestId: 'r'.repeat(65) })],
    ['category-case $.category', body({ category: 'im' })],
    ['category-unknown $.category', body({ category: 'CHESS' })],
    ['category-pair $.category', body({ classification: 0 })],
    ['category-pair $.category', body({ category: 'MARKETING' })],
    ['operation $.category', body({ category: 'MARKETING', classification: 0 })],
    ['operation $.classification', { ...without('category'), classification: 0 }],
    ['not-a-choice $.classification', body({ classification: 2 })],
    ['not-a-choice $.pushMode', body({ pushMode: 2 })],
    ['test-mode $.pushMode', body({ pushMode: 1 })],
    ['text-plain $.content', body({ content: 'See you at 8.' })],
    ['text-like-test $.content', body({ content: '测试一下' })],
    ['unknown-field $.regid', body({ regid: 'x' })],
    ['unknown-field $.colour', body({ colour: 'red' })],
    ['too-long $.extra.callback', body({ extra: { callback: 'h'.repeat(129) } })],
    ['too-long $.extra["callback.param"]', body({ extra: { 'callback.param': 'h'.repeat(65) } })],
    ['too-long $.profileId', body({ profileId: 'p'.repeat(65) })],
    ['alias-long $.alias', { ...without('regId'), alias: 'a'.repeat(71) }, 'token-inserted $'],
    ['notify-id $.notifyId', body({ notifyId: 0 })],
    ['send-online $.sendOnline', body({ sendOnline: true })],
    ['add-badge $.addBadge', body({ addBadge: true })],
    ['marketing $.marketing', body({ marketing: {} })],
    ['ext-not-json $.clientCustomMap.ext', body({ clientCustomMap: { ext: 'jump to denny' } })],
    ['other-app $.appId', body({ appId: 100002 })],
    ['token-inserted $', without('regId')],
  ])('%s', (expected, payload, more = '') => {
    const without = more === 'token-inserted $' ? [] : [`vivo.${expected}`];
    const found = codes(payload);
    expect(found).toEqual(expect.arrayContaining([`vivo.${expected}`]));
    expect(found.filter((one) => !without.includes(one) && one !== `vivo.${expected}`)).toEqual(
      more === '' || more === 'token-inserted $' ? [] : [`vivo.${more}`],
    );
  });
  it('a phone without a token cannot be named', () => {
    expect(problemsOf(without('regId'), {}, { ...target, token: '' }).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['vivo.no-target']),
    );
  });
  it('an option nobody knows', () =>
    expect(codes(body(), { pushMode: '7' })).toEqual(['vivo.odd-mode option:pushMode']));
  it('counts Chinese and Latin alike, in UTF-16 units', () => {
    expect(problemsOf(body({ title: '一'.repeat(40) }))).toEqual([]);
    const { sizes } = vivo.payload.check({ payload: JSON.stringify(body({ title: '😀一a' })), options: {} }, null);
    expect(sizes.map(({ id, used, limit }) => [id, used, limit])).toEqual([
      ['vivo.size.title', 4, 40],
      ['vivo.size.content', 6, 100],
      ['vivo.size.custom-map', 32, 1024],
    ]);
  });
});

describe('vivo: from an intent', () => {
  it('places what Tencent documents', () => {
    const { json } = draftOf({ ext: '{"entity":{}}' });
    expect(json).toMatchObject({
      appId: 100001,
      regId,
      notifyType: 4,
      title: 'Denny',
      skipType: 1,
      classification: 1,
      clientCustomMap: { ext: '{"entity":{}}' },
      timeToLive: 86_400,
      pushMode: 0,
    });
  });
  const android = { vivo: { classification: 0, category: 'MARKETING', notifyType: 2 } };
  it('takes class, category and ring from the message before the console', () => {
    const console = { classification: 1, category: 'IM', receiptId: '77' };
    expect(draftOf({ vendorSettings: { android, harmony: null, console } }).json).toMatchObject({
      classification: 0,
      category: 'MARKETING',
      notifyType: 2,
      extra: { 'callback.id': '77' },
    });
    expect(draftOf({ vendorSettings: { android: {}, harmony: null, console } }).json).toMatchObject({
      classification: 1,
      category: 'IM',
      notifyType: 4,
    });
  });
  it.each([
    [{ kind: 'app' } as const, { skipType: 1 }],
    [{ kind: 'web', url: 'https://a.example' } as const, { skipType: 2, skipContent: 'https://a.example' }],
    [{ kind: 'intent', uri: 'intent://a#Intent;end' } as const, { skipType: 4, skipContent: 'intent://a#Intent;end' }],
    [{ kind: 'activity', name: 'a.B' } as const, { skipType: 1 }],
  ])('puts the click where the console wants it', (click, expected) => {
    expect(draftOf({ click }).json).toMatchObject(expected);
  });
  it('is silent when silence is asked for', () => expect(draftOf({ sound: null }).json['notifyType']).toBe(1));
  it('cuts at vivo’s limits, ends with dots and never halves a character', () => {
    const { json, draft } = draftOf({ title: `${'一'.repeat(36)}😀${'二'.repeat(9)}`, body: '三'.repeat(200) });
    expect(json['title']).toBe(`${'一'.repeat(36)}...`);
    expect(json['content']).toBe(`${'三'.repeat(97)}...`);
    const found = problemsOf(draft.payload, draft.options).map(({ code }) => code);
    expect(found).toEqual(expect.arrayContaining(['vivo.cut-title', 'vivo.cut-content', 'vivo.cut-time']));
  });
  it('says what has no place, and that the body is modelled', () => {
    const { draft } = draftOf({
      subtitle: 's',
      image: 'https://a.example/i.png',
      sound: 'ding.mp3',
      androidChannelId: 'c',
      importance: 'LOW',
      longText: true,
      mutableContent: true,
      interruptionLevel: 'active',
      contentAvailable: true,
      click: { kind: 'action', name: 'a' },
    });
    const found = problemsOf(draft.payload, draft.options).map(({ code }) => code);
    for (const name of [
      'modelled', 'dropped-subtitle', 'dropped-image', 'dropped-sound', 'dropped-badge', 'dropped-channel', 'dropped-priority',
      'dropped-importance', 'dropped-long-text', 'dropped-mutable-content', 'dropped-interruption-level',
      'dropped-content-available', 'dropped-click',
    ]) expect(found, name).toContain(`vivo.${name}`); // prettier-ignore
  });
  it('without a title says so, instead of making one up', () => {
    const { draft } = draftOf({ title: null });
    expect(problemsOf(draft.payload, draft.options).map(({ code }) => code)).toContain('vivo.title-empty');
  });
  it('keeps an odd appId as it is', () => {
    const odd = { ...target, credential: { ...facts, values: { appId: 'abc' } } };
    expect(JSON.parse(vivo.payload.fromIntent(sampleIntent, odd, 0).payload)).toMatchObject({
      appId: 'abc',
    });
  });
});

describe('vivo: reading back', () => {
  const request = (path: string, content: unknown) => ({
    method: 'POST',
    path,
    headers: [],
    body: new TextEncoder().encode(JSON.stringify(content)),
  });
  it('reads single and list sends', () => {
    expect(vivo.payload.fromRequest(request('/message/send', body()))).toMatchObject({
      tokens: [regId],
      title: 'Denny',
    });
    expect(
      vivo.payload.fromRequest(request('/message/pushToList', { taskId: '1', regIds: ['a', 'b'] }))?.tokens,
    ).toEqual(['a', 'b']);
    expect(vivo.payload.fromRequest(request('/message/saveListPayload', without('regId')))?.tokens).toEqual([]);
  });
  it('takes nothing else for a push', () => {
    expect(vivo.payload.fromRequest(request('/message/auth', {}))).toBeNull();
    expect(vivo.payload.fromRequest(request('/v1/other', body()))).toBeNull();
    expect(vivo.payload.recognise('12345678901234567890123', '')?.kind).toBe('device-token');
    expect(vivo.payload.recognise('{"title":"a","content":"b"}', '')).toBeNull();
  });
});

describe('vivo: other addresses than that of one phone', () => {
  const at = (api: string, payload: unknown) => codes(payload, { api });
  const list = { taskId: '9', requestId: 'r', regIds: [regId, `${regId}x`] };
  it('a good list has no problem', () => expect(at('/message/pushToList', list)).toEqual([]));
  it.each([
    ['no-task $.taskId', { ...list, taskId: undefined }],
    ['list-short $.regIds', { ...list, regIds: [regId] }],
    ['list-long $.regIds', { ...list, regIds: Array.from({ length: 1001 }, (_, n) => `${regId}${n}`) }],
    ['token-inserted $', { ...list, regIds: undefined }],
    ['request-id-missing $.requestId', { ...list, requestId: undefined }],
    ['request-id-long $.requestId', { ...list, requestId: 'r'.repeat(65) }],
    ['other-app $.appId', { ...list, appId: 100002 }],
  ])('list: %s', (problem, payload) => expect(at('/message/pushToList', payload)).toEqual([`vivo.${problem}`]));
  it('a test switch that the list cannot carry is told', () =>
    expect(codes(list, { api: '/message/pushToList', pushMode: '1' })).toEqual(['vivo.list-mode option:pushMode']));
  it('a message that is stored names no phone, and keeps the rules of a list', () => {
    expect(at('/message/saveListPayload', without('regId'))).toEqual([]);
    expect(at('/message/saveListPayload', { ...without('regId'), timeToLive: 60 })).toEqual([
      'vivo.ttl-range $.timeToLive',
    ]);
  });
  it('an address that sends nothing', () => expect(at('/message/auth', list)).toEqual(['vivo.unknown-api option:api']));
  it('what was read back goes to the address it came from', () => {
    const request = {
      method: 'POST',
      path: '/message/pushToList?x=1',
      headers: [],
      body: toBytes(JSON.stringify(list)),
    };
    expect(vivo.payload.fromRequest(request)).toMatchObject({
      draft: { options: { api: '/message/pushToList' } },
      tokens: list.regIds,
    });
  });
});
