/** REST JSON through the real API, and the rule against repeats over two sends. */
import { describe, expect, it } from 'vitest';
import type { Preview } from '../../src/shared/contract/index.ts';
import type { MessageInput } from '../../src/shared/contract/message.ts';
import { withChanges } from '../../src/shared/kit/changes.ts';
import { startApp } from '../support/app.ts';

const message: MessageInput = {
  from: 'denny',
  conversation: { kind: 'c2c', to: 'vinson' },
  elements: [{ kind: 'text', text: 'Lunch at 12:30?' }],
  options: { random: 7 },
};

describe('REST calls', () => {
  it('are printed from a message and read back into the same', async () => {
    const { client } = await startApp();
    const { call, text } = await client.compose.printRest({ message });
    expect(call).toBe('sendmsg');
    const read = await client.compose.readRest({ text });
    expect(read).toMatchObject({ call: 'sendmsg', answer: { ActionStatus: 'OK', ErrorCode: 0 }, problems: [] });
    expect(read.message).toMatchObject(message);
  });
  it('are read and previewed in one answer, told by what is different', async () => {
    const { client } = await startApp();
    const read = async (text: string, since: string | null) =>
      client.compose.readRest({ text, preview: { variables: {}, since } });
    const { text } = await client.compose.printRest({ message });
    const first = (await read(text, null)).preview;
    const decided = (preview: Preview) => preview.rows.map(({ deviceId, decision }) => [deviceId, decision]);
    expect(decided(first?.whole as Preview)).toEqual(decided(await client.compose.preview({ message })));
    const second = (await read(text.replace('Lunch', 'Supper'), first?.id ?? null)).preview;
    expect(second?.whole).toBeNull();
    const after = withChanges(first?.whole, second?.changes ?? []) as Preview;
    expect(after.rows[0]?.decision.intent?.body).toBe('Denny: Supper at 12:30?');
    expect((await read('{', null)).preview).toBeUndefined();
    expect((await client.compose.readRest({ text })).preview).toBeUndefined();
  });
  it('are answered with the code of the first mistake', async () => {
    const { client } = await startApp();
    expect(await client.compose.readRest({ text: '{"To_Account":"vinson"' })).toMatchObject({
      message: null,
      answer: { ActionStatus: 'FAIL', ErrorCode: 90_001 },
    });
  });
  it('bad input gets a clear answer, and nothing breaks', async () => {
    const { client } = await startApp();
    const text = JSON.stringify({
      From_Account: 'denny',
      To_Account: 'vinson',
      MsgRandom: 7,
      MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'a' } }],
    });
    const codes = async (broken: string) =>
      (await client.compose.readRest({ text: broken })).problems.map(({ code }) => code);
    expect(await codes(text.replace('"Text":"a"', '"Text":"a","Text":"b"'))).toEqual(['im.duplicate-key']);
    expect(await codes('{"a":'.repeat(200_000))).toEqual(['im.too-deep']);
    expect(await codes(JSON.stringify({ a: 'x'.repeat(2_100_000) }))).toEqual(['im.too-large']);
    expect(await codes(text.replace('"vinson"', '{}'))).toEqual(['im.to-missing']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  it('a member called __proto__ is kept from the text to the text', async () => {
    const { client } = await startApp();
    const text = `{"To_Account": "vinson", "__proto__": {"polluted": true}, "MsgRandom": 7, "MsgBody": [
      {"MsgType": "TIMTextElem", "MsgContent": {"Text": "a", "__proto__": 5}}]}`;
    const { message: read, problems } = await client.compose.readRest({ text });
    expect(problems.map(({ code }) => code)).toEqual(['im.unknown-field', 'im.unknown-field']);
    const printed = (await client.compose.printRest({ message: read! })).text.replaceAll(/\s/g, '');
    expect(printed).toContain('"__proto__":{"polluted":true}');
    expect(printed).toContain('"Text":"a","__proto__":5');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
  it.each(['extra', 'relay'])('a message that nests too deep is bad input, in %s', async (where) => {
    const { client } = await startApp();
    let deep: unknown = 1;
    for (let level = 0; level < 500; level += 1) deep = [deep];
    const elements: MessageInput['elements'] =
      where === 'relay' ? [{ kind: 'relay', messages: [deep] }] : message.elements;
    const broken = { ...message, elements, ...(where === 'extra' ? { extra: { deep } } : {}) };
    const said = await client.compose.preview({ message: broken }).then(
      () => 'done',
      (error: unknown) => JSON.stringify(error),
    );
    expect(said).toContain('api.bad-input');
    expect(said).toContain('nests deeper than 100 levels');
  });
  it('every code has a row that says what answers it here, or why nothing does', async () => {
    const { client } = await startApp();
    const rows = await client.codes.im();
    const of = (code: number) => rows.find((one) => one.codes.includes(code));
    expect(of(90_001)).toMatchObject({ group: 'backend', answered: 'call', why: null });
    expect(of(21_005)).toMatchObject({ answered: 'event', by: ['token-before-login'] });
    expect(of(22_001)).toMatchObject({ answered: 'never', by: [], why: { id: 'im.code.why.console' } });
    expect(of(-196)).toMatchObject({ group: 'push', answered: 'never' });
    expect(of(800_016)).toMatchObject({ group: 'client', answered: 'never' });
  });
  it('the preview of a message has the answer as well', async () => {
    const { client } = await startApp();
    const { answer, rows } = await client.compose.preview({ message });
    expect(answer).toMatchObject({ ActionStatus: 'OK' });
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('objects of the SDKs', () => {
  const legacy = {
    enabled: true,
    title: 'I am title',
    descr: 'I am description',
    ext: '{"level":5,"task":"检查"}',
    androidSettings: { title: 'A', notifyMode: 'Custom' },
    iosSettings: { sound: 'ring.caf', badgeEnabled: false },
  };
  it('are read into a message and printed back, with the Java of the sender’s version', async () => {
    const { client } = await startApp();
    const read = await client.compose.readSdk({ shape: 'TIMMessageOfflinePushSettings', value: legacy });
    expect(read).toMatchObject({ problems: [], offlinePush: null });
    const told = { ...message, legacyPush: read.legacyPush ?? {} };
    const sent = { ...told, client: { kind: 'sdk', platform: 'android', version: '2.5.2' } as const };
    const printed = await client.compose.printSdk({ message: sent });
    expect(printed).toMatchObject({ v2: null, legacy, settings: { enabled: true, title: 'I am title' } });
    expect(printed.java).toContain('ios = settings.new IOSSettings();');
    expect((await client.compose.printSdk({ message: told })).java).toContain('new TIMMessageOfflinePushSettings.IOS');
  });
  it('today’s and the older one of iOS as well', async () => {
    const { client } = await startApp();
    const v2 = { title: 'T', desc: 'D', AndroidOPPOChannelID: 'im', ignoreIOSBadge: true };
    const { offlinePush } = await client.compose.readSdk({ shape: 'V2TIMOfflinePushInfo', value: v2 });
    expect(offlinePush).toMatchObject({ title: 'T', apns: { badgeMode: 1 }, android: { oppo: { channelId: 'im' } } });
    expect(await client.compose.printSdk({ message: { ...message, offlinePush } })).toEqual({
      v2,
      legacy: null,
      settings: null,
      java: null,
    });
    const old = { desc: 'D', pushFlag: 1, iosConfig: { ignoreBadge: true } };
    expect(await client.compose.readSdk({ shape: 'TIMOfflinePushInfo', value: old })).toMatchObject({
      legacyPush: { enabled: false, desc: 'D', ios: { badgeEnabled: false } },
    });
  });
  it('as texts they are read into the message they belong to, and an account’s settings into that account', async () => {
    const { client } = await startApp();
    const before = { ...message, offlinePush: { badgeSetNum: 5, title: 'old' } };
    const { text } = await client.compose.printSdkText({ shape: 'V2TIMOfflinePushInfo', message: before });
    expect(JSON.parse(text)).toEqual({ title: 'old' });
    const read = await client.compose.readSdkText({
      shape: 'V2TIMOfflinePushInfo',
      text: '{"title":"new","iOSSound":"ring.caf"}',
      before,
    });
    expect(read.message?.offlinePush).toMatchObject({ title: 'new', badgeSetNum: 5, apns: { sound: 'ring.caf' } });
    const [account] = (await client.workspace.get()).accounts;
    const { settings } = await client.compose.readGlobalText({ text: '{"enabled":false,"c2cMsgRemindSound":"a.caf"}' });
    await client.workspace.accounts.update({ ...settings, id: account!.id });
    expect(JSON.parse((await client.compose.printGlobalText({ accountId: account!.id })).text)).toEqual({
      enabled: false,
      c2cMsgRemindSound: 'a.caf',
      groupMsgRemindSound: null,
    });
    expect((await client.compose.sdkSchema({ shape: 'TIMOfflinePushInfo', locale: 'zh-CN' })).schema).toHaveProperty(
      'properties.pushFlag',
    );
  });
  it('a wrong type is named by its path; none is none', async () => {
    const { client } = await startApp();
    const wrong = { androidSettings: { notifyMode: 'Loud' } };
    expect(await client.compose.readSdk({ shape: 'TIMMessageOfflinePushSettings', value: wrong })).toMatchObject({
      legacyPush: null,
      problems: [{ path: '$.androidSettings.notifyMode' }],
    });
    expect(await client.compose.readSdk({ shape: 'TIMMessageOfflinePushSettings', value: null })).toEqual({
      offlinePush: null,
      legacyPush: null,
      problems: [],
    });
  });
});

describe('the same MsgRandom again within five minutes', () => {
  it('is dropped, and the preview says so before', async () => {
    const { client } = await startApp();
    const states = async () =>
      (await client.sends.create({ kind: 'message', message })).results.map((one) => [
        one.state,
        one.decision?.decidingGateId,
      ]);
    const first = await states();
    expect(first.every(([state, gate]) => state === 'sent' && gate === 'recipient-state')).toBe(true);
    const { rows } = await client.compose.preview({ message });
    expect(rows.every((row) => row.decision.decidingGateId === 'duplicate')).toBe(true);
    const again = await states();
    expect(again.every(([state, gate]) => state === 'skipped' && gate === 'duplicate')).toBe(true);
  });
});
