/**
 * One request to several phones, one of them dead, over real sockets: every vendor that takes a list accepts it partly, and the sent and the
 * captured row say so phone by phone.
 */
import { describe, expect, it } from 'vitest';
import type { ExchangeSummary, VendorId } from '../../src/shared/contract/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { vendorCase } from '../support/nine-vendors.ts';

const text = { title: 'Denny', body: 'Lunch at 12:30?' };

/** A batch as the raw editor holds it. `dead`: why this vendor refuses the phone whose app is gone. */
interface Batch {
  readonly name: string;
  readonly vendor: VendorId;
  readonly dead: string;
  /** What the gateway knows of it, where the answer says less. */
  readonly known?: string;
  readonly payload: (
    tokens: readonly string[],
    about: { readonly packageName: string; readonly taskId: string },
  ) => unknown;
  readonly options?: (tokens: readonly string[]) => Record<string, string>;
  /** Sent first; its answer names the task. */
  readonly stored?: { readonly payload: unknown; readonly options: Record<string, string> };
}

const vivoMessage = {
  notifyType: 4,
  title: text.title,
  content: '你好，晚上见',
  skipType: 1,
  classification: 1,
  category: 'IM',
  requestId: 'stored-1',
};
const oppoNotification = { title: text.title, content: text.body, channel_id: 'chat', category: 'IM', notify_level: 2 };

const batches: readonly Batch[] = [
  {
    name: 'Huawei: a list of tokens',
    vendor: 'huawei',
    dead: 'illegal_tokens',
    // v1 lists such tokens without a word why; the gateway knows it.
    known: 'tokenFormatError',
    payload: (token) => ({
      message: {
        notification: text,
        android: { category: 'IM', notification: { default_sound: true, click_action: { type: 3 } } },
        token,
      },
    }),
  },
  {
    name: 'Honor: a list of tokens',
    vendor: 'honor',
    dead: 'failTokens',
    payload: (token) => ({
      notification: text,
      android: { notification: { ...text, importance: 'NORMAL', clickAction: { type: 3 } } },
      token,
    }),
  },
  {
    name: 'Xiaomi: registration ids with commas',
    vendor: 'xiaomi',
    dead: '20301',
    payload: (tokens, { packageName }) => ({
      registration_id: tokens.join(','),
      restricted_package_name: packageName,
      pass_through: 0,
      title: text.title,
      description: text.body,
      notify_id: 7,
      extra: { channel_id: '100001', notify_effect: '1' },
    }),
  },
  {
    name: 'OPPO: a batch of messages',
    vendor: 'oppo',
    dead: '10000',
    payload: (tokens) =>
      tokens.map((target_value) => ({ target_type: 2, target_value, notification: oppoNotification })),
    options: () => ({ api: '/server/v1/message/notification/unicast_batch' }),
  },
  {
    name: 'OPPO: a stored message to a list',
    vendor: 'oppo',
    dead: '10000',
    stored: { payload: oppoNotification, options: { api: '/server/v1/message/notification/save_message_content' } },
    payload: (tokens, { taskId }) => ({ message_id: taskId, target_type: 2, target_value: tokens.join(';') }),
    options: () => ({ api: '/server/v1/message/notification/broadcast' }),
  },
  {
    name: 'vivo: a stored message to a list',
    vendor: 'vivo',
    dead: '10302',
    stored: { payload: vivoMessage, options: { api: '/message/saveListPayload' } },
    payload: (regIds, { taskId }) => ({ taskId, regIds, requestId: 'list-1' }),
    options: () => ({ api: '/message/pushToList' }),
  },
  {
    name: 'Meizu: push ids with commas',
    vendor: 'meizu',
    dead: 'value.110002',
    payload: () => ({ noticeBarInfo: { noticeMsgType: 1, title: text.title, content: text.body } }),
    options: (tokens) => ({ pushIds: tokens.join(',') }),
  },
  {
    name: 'TPNS: a token list',
    vendor: 'tpns',
    dead: '1008029',
    payload: (token_list) => ({
      audience_type: 'token_list',
      token_list,
      ignore_invalid_token: 1,
      message_type: 'notify',
      message: { title: text.title, content: text.body },
    }),
  },
];

/** The demo's phone of the vendor, and one more whose app is gone. */
const twoPhones = async ({ client }: RunningApp, vendor: VendorId) => {
  const { devices } = await client.workspace.get();
  const own = devices.find((device) => device.vendor === vendor);
  if (!own?.token) throw new Error(`no ${vendor} phone in the demo workspace`);
  const { id: _id, ...like } = own;
  const dead = vendorCase(vendor).tokenOf(1);
  const { id } = await client.workspace.devices.create({ ...like, name: 'gone', token: dead });
  await client.workspace.devices.update({ id, tokenState: 'unregistered', tokenDeadAtMs: 1 });
  return { deviceId: own.id, good: own.token, goneId: id, dead };
};
const sendRaw = async ({ client }: RunningApp, vendor: VendorId, deviceId: string, payload: unknown, options = {}) => {
  const [result] = (
    await client.sends.create({ kind: 'raw', vendor, payload: JSON.stringify(payload), options, deviceId })
  ).results;
  if (!result?.exchange) throw new Error(JSON.stringify(result));
  return result.exchange;
};
const shownOn = async ({ client }: RunningApp, deviceId: string) =>
  (await client.phones.list()).phones
    .find((phone) => phone.deviceId === deviceId)
    ?.notifications.map(({ card }) => card.title);
const phoneByPhone = ({ outcome, targets }: ExchangeSummary) => [
  outcome,
  ...targets.map(({ token, outcome: own, reason }) => [token, own, reason]),
];

describe('partly accepted, phone by phone', () => {
  it.each(batches)('$name', async ({ vendor, dead: reason, known = reason, payload, options, stored }) => {
    const app = await startApp();
    const { deviceId, good, goneId, dead } = await twoPhones(app, vendor);
    const saved = stored && (await sendRaw(app, vendor, deviceId, stored.payload, stored.options));
    const packageName = (await app.client.workspace.get()).apps[0]?.identifiers.android ?? '';
    const tokens = [good, dead];
    const about = { packageName, taskId: saved?.vendorMessageId ?? '' };
    const sent = await sendRaw(app, vendor, deviceId, payload(tokens, about), options?.(tokens));
    const expected = (why: string) => ['partly-accepted', [good, 'accepted', null], [dead, 'rejected', why]];
    expect(phoneByPhone(sent)).toEqual(expected(reason));
    const { items } = await app.client.exchanges.list({ limit: 20 });
    const captured = items.find((item) => item.origin === 'captured' && item.kind === 'push');
    expect(captured && phoneByPhone(captured)).toEqual(expected(known));
    for (const row of [sent, captured]) {
      const { explanation } = await app.client.exchanges.get({ id: row?.id ?? '' });
      expect(explanation?.code).toBe(row?.reason);
    }
    expect(captured?.targets.map((target) => target.deviceId)).toEqual([deviceId, goneId]);
    expect([await shownOn(app, deviceId), await shownOn(app, goneId)]).toEqual([[text.title], []]);
  });
  it.each([
    ['huawei', '80300007'],
    ['vivo', '10302'],
  ] as const)('%s: where every phone is dead nothing is accepted', async (vendor, reason) => {
    const app = await startApp();
    const { deviceId, good, dead } = await twoPhones(app, vendor);
    await app.client.workspace.devices.update({ id: deviceId, tokenState: 'unregistered', tokenDeadAtMs: 1 });
    const one = batches.find((batch) => batch.vendor === vendor);
    if (!one) throw new Error(vendor);
    const saved = one.stored && (await sendRaw(app, vendor, deviceId, one.stored.payload, one.stored.options));
    const tokens = [good, dead];
    const body = one.payload(tokens, { packageName: '', taskId: saved?.vendorMessageId ?? '' });
    const sent = await sendRaw(app, vendor, deviceId, body, one.options?.(tokens));
    expect([sent.outcome, sent.reason]).toEqual(['rejected', reason]);
    const { items } = await app.client.exchanges.list({ limit: 20 });
    const captured = items.find((item) => item.origin === 'captured' && item.kind === 'push');
    expect(captured?.outcome).toBe('rejected');
  });
  it.each(['apns', 'fcm'] as const)('%s takes one phone a request: of two sends one is refused', async (vendor) => {
    const app = await startApp();
    const { deviceId, good, dead } = await twoPhones(app, vendor);
    const { payload } = vendorCase(vendor).vendor;
    const { results } = await app.client.sends.create({
      kind: 'raw',
      vendor,
      payload: payload.example,
      tokens: [good, dead],
    });
    const reason = { apns: 'Unregistered', fcm: 'UNREGISTERED' }[vendor];
    expect(results.map(({ token, exchange }) => [token, exchange?.outcome, exchange?.reason])).toEqual([
      [good, 'accepted', null],
      [dead, 'rejected', reason],
    ]);
    expect(await shownOn(app, deviceId)).toHaveLength(1);
  });
});
