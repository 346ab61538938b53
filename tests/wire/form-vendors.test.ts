/** Xiaomi and OPPO captured over real sockets: batches reach each phone with its own message, and no secret stays in the log. */
import { createHash } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { gatewayAddresses } from '../../src/main/app.ts';
import { defaultOutboundSettings, Outbound } from '../../src/main/outbound/index.ts';
import { directNetwork } from '../../src/main/outbound/types.ts';
import { sampleIntent } from '../../src/main/vendors/kit/conformance.ts';
import { findVendor } from '../../src/main/vendors/index.ts';
import type { OpenCredential, SendTarget } from '../../src/main/vendors/vendor.ts';
import type { VendorId } from '../../src/shared/contract/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { forgetKeysOf } from '../support/demo.ts';

/** The gateway's address without TLS: the same port answers both. */
const plainOrigin = ({ app }: RunningApp, vendor: VendorId): string =>
  (gatewayAddresses(app.gateways)[vendor]?.origin ?? '').replace('https:', 'http:');

const addPhone = async ({ client }: RunningApp, vendor: VendorId, token: string): Promise<string> => {
  const { apps } = await client.workspace.get();
  const { id } = await client.workspace.devices.create({
    name: `${vendor} phone`,
    platform: 'android',
    model: 'pixel-9',
    osVersion: '16',
    appId: apps[0]?.id ?? '',
    vendor,
    token,
    appState: 'killed',
  });
  return id;
};
const shownOn = async ({ client }: RunningApp, deviceId: string) => {
  const { phones } = await client.phones.list();
  return phones.find((phone) => phone.deviceId === deviceId)?.notifications.map(({ card }) => [card.title, card.ext]);
};
const post = async (url: string, fields: Readonly<Record<string, string>>, headers = {}) => {
  const response = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(fields) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const packageOf = async ({ client }: RunningApp) => (await client.workspace.get()).apps[0]?.identifiers.android ?? '';

describe('Xiaomi', () => {
  const [one, two] = ['OneXEf1234567890AbCdEf1234567890AbCdEf123456', 'TwoXEf1234567890AbCdEf1234567890AbCdEf123456'];
  it('a batch gives each phone its own message, and the AppSecret stays out of the log', async () => {
    const app = await startApp();
    await forgetKeysOf(app, 'xiaomi');
    const ids = [await addPhone(app, 'xiaomi', one), await addPhone(app, 'xiaomi', two)];
    const pack = await packageOf(app);
    const messages = [one, two].map((target, index) => ({
      target,
      message: {
        title: `message ${index + 1}`,
        description: 'text',
        restricted_package_name: pack,
        notify_id: index,
        extra: { channel_id: '100001', notify_effect: '1', ext: `ext ${index + 1}` },
      },
    }));
    const { status, body } = await post(
      `${plainOrigin(app, 'xiaomi')}/v2/multi_messages/regids`,
      { messages: JSON.stringify(messages) },
      { authorization: 'key=CanarySecret123==' },
    );
    expect([status, body['code']]).toEqual([200, 0]);
    expect(await Promise.all(ids.map((id) => shownOn(app, id)))).toEqual([
      [['message 1', 'ext 1']],
      [['message 2', 'ext 2']],
    ]);
    const { items } = await app.client.exchanges.list({ limit: 10 });
    expect(items.map(({ vendor, kind, outcome, targets }) => [vendor, kind, outcome, targets.length])).toEqual([
      ['xiaomi', 'push', 'accepted', 2],
    ]);
    const exchange = await app.client.exchanges.get({ id: items[0]?.id ?? '' });
    expect(JSON.stringify(exchange)).not.toContain('CanarySecret123');
    expect(JSON.stringify(exchange.targets)).not.toContain('delivery');
  });
});

describe('OPPO', () => {
  const [one, gone] = ['CN_fc0f0b38220cba7a1bcbda20857e021b', 'CN_11111138220cba7a1bcbda20857e021b'];
  it('a token, then a batch: one phone gets its message, the other is gone; neither token nor signature stays in the log', async () => {
    const app = await startApp();
    const [id, goneId] = [await addPhone(app, 'oppo', one), await addPhone(app, 'oppo', gone)];
    await app.client.workspace.devices.update({ id: goneId, tokenState: 'unregistered', tokenDeadAtMs: 1 });
    const origin = plainOrigin(app, 'oppo');
    const timestamp = String(Date.now());
    const key = '0123456789abcdef0123456789abcdef';
    const sign = createHash('sha256').update(`${key}${timestamp}secret`).digest('hex');
    const asked = await post(`${origin}/server/v1/auth`, { app_key: key, timestamp, sign });
    const token = (asked.body['data'] as { auth_token: string }).auth_token;
    const notification = { title: 'Denny', content: 'Hi', channel_id: 'tuikit', action_parameters: '{"entity":{}}' };
    const messages = [one, gone].map((target) => ({ target_type: 2, target_value: target, notification }));
    const { body } = await post(`${origin}/server/v1/message/notification/unicast_batch`, {
      auth_token: token,
      messages: JSON.stringify(messages),
    });
    expect(body).toMatchObject({
      code: 0,
      data: [{ registrationId: one }, { registrationId: gone, errorCode: 10000 }],
    });
    expect(await shownOn(app, id)).toEqual([['Denny', '{"entity":{}}']]);
    expect(await shownOn(app, goneId)).toEqual([]);
    const { items } = await app.client.exchanges.list({ limit: 10 });
    expect(items.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ['push', 'partly-accepted'],
      ['auth', 'accepted'],
    ]);
    const rows = await Promise.all(items.map(({ id: row }) => app.client.exchanges.get({ id: row })));
    for (const secret of [token, sign]) expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

/** Sends an intent as the vendor's own parts plan it: token step where there is one, request, reading. */
const sendOverTls = async (app: RunningApp, vendorId: 'xiaomi' | 'oppo', credential: OpenCredential, token: string) => {
  const vendor = findVendor(vendorId)!;
  const origin = gatewayAddresses(app.app.gateways)[vendorId]?.origin ?? '';
  const outbound = new Outbound(
    { ...defaultOutboundSettings, network: () => directNetwork, loopbackCaPems: [app.caPem] },
    Date.now,
  );
  onTestFinished(() => outbound.close());
  const perform = async (request: Parameters<Outbound['perform']>[0]['request']) => {
    const performed = await outbound.perform({ origin, protocol: vendor.sender.protocol, request, identity: null });
    if (!performed.ok) throw new Error(performed.failure.message);
    return performed.response;
  };
  const plan = vendor.auth.plan(credential, origin);
  let bearer: string | null = null;
  if (plan.kind === 'signed') bearer = plan.make(Date.now()).value;
  if (plan.kind === 'fetched') {
    const answer = plan.read(await perform(plan.request(Date.now())), Date.now());
    if (!answer.ok) throw new Error(answer.code);
    bearer = answer.token.value;
  }
  const target: SendTarget = {
    token,
    appIdentifier: await packageOf(app),
    environment: 'production',
    credential: credential.facts,
  };
  const intent = {
    ...sampleIntent,
    ext: '{"entity":{}}',
    androidChannelId: 'chat',
    click: { kind: 'activity', name: 'a.B' },
  } as const;
  const request = vendor.sender.request(vendor.payload.fromIntent(intent, target, Date.now()), target, bearer);
  if ('unusable' in request) throw new Error(request.unusable.code);
  return vendor.sender.read(request, await perform(request));
};

describe('sender and gateway over TLS', () => {
  it.each([
    ['xiaomi', 'OneXEf1234567890AbCdEf1234567890AbCdEf123456', { appSecret: 'CanarySecret123==' }, {}],
    ['oppo', 'CN_fc0f0b38220cba7a1bcbda20857e021b', { masterSecret: 'canary' }, { appKey: '0123456789abcdef' }],
  ] as const)('%s', async (vendor, token, secret, values) => {
    const app = await startApp();
    await forgetKeysOf(app, vendor);
    const phone = await addPhone(app, vendor, token);
    const facts = { kind: 'app-keys', vendor, values, secretNames: Object.keys(secret) } as const;
    const credential = { id: 'c', facts: { ...facts, values: { ...values } }, secret };
    expect(await sendOverTls(app, vendor, credential, token)).toMatchObject({
      outcome: 'accepted',
      targets: [{ token, outcome: 'accepted' }],
    });
    expect(await shownOn(app, phone)).toEqual([['Denny', '{"entity":{}}']]);
    const { phones } = await app.client.phones.list();
    const shown = phones.find(({ deviceId }) => deviceId === phone)?.notifications[0];
    const tap = await app.client.phones.tap({ id: shown?.id ?? '' });
    expect(tap).toMatchObject({ ext: '{"entity":{}}', opens: { kind: 'activity', name: 'a.B' } });
  });
});
