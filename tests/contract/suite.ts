import { ORPCError } from '@orpc/client';
import { expect, it } from 'vitest';
import type { Client, EventBatch } from '../../src/shared/contract/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { keepPhonesOf } from '../support/demo.ts';

/** Opens one transport to a running app. */
export type OpenTransport = (app: RunningApp) => Promise<Client>;

const failureOf = async (work: Promise<unknown>): Promise<{ code: string; status: number; data: unknown }> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof ORPCError)
      return { code: String(error.code), status: error.status, data: error.data as unknown };
    throw error;
  }
  throw new Error('the call succeeded');
};
const open = async (transport: OpenTransport) => {
  const app = await startApp();
  return { app, client: await transport(app) };
};

/** What has to hold however the core is reached. */
export const contractSuite = (transport: OpenTransport): void => {
  it('answers', async () => {
    const { client } = await open(transport);
    expect(await client.system.health()).toMatchObject({ status: 'ok', shell: 'headless', exchanges: 0 });
  });
  it('takes defaults, and gives back what was stored', async () => {
    const { client } = await open(transport);
    const account = await client.workspace.accounts.create({ userId: 'mia' });
    expect(account).toMatchObject({ userId: 'mia', nickname: '', pushEnabled: true });
    const updated = await client.workspace.accounts.update({ id: account.id, nickname: '米娅' });
    expect(updated).toMatchObject({ userId: 'mia', nickname: '米娅' });
    expect(await client.workspace.accounts.remove({ id: account.id })).toEqual({ ok: true });
    expect((await client.workspace.get()).accounts.some((one) => one.id === account.id)).toBe(false);
  });
  it('a patch changes what it names and nothing else', async () => {
    const { client } = await open(transport);
    const [device] = (await client.workspace.get()).devices;
    const after = await client.workspace.devices.update({ id: device?.id ?? '', notificationsAllowed: false });
    expect(after).toEqual({ ...device, notificationsAllowed: false, updatedAtMs: after.updatedAtMs });
  });
  it('carries our errors with code, status and details', async () => {
    const { client } = await open(transport);
    expect(await failureOf(client.exchanges.get({ id: 'ex_none' }))).toEqual({
      code: 'exchange.not-found',
      status: 404,
      data: { id: 'ex_none' },
    });
    const [account] = (await client.workspace.get()).accounts;
    expect(await failureOf(client.workspace.accounts.create({ userId: account?.userId ?? '' }))).toMatchObject({
      code: 'workspace.duplicate',
      status: 409,
    });
    const [app] = (await client.workspace.get()).apps;
    const used = await failureOf(client.workspace.apps.remove({ id: app?.id ?? '' }));
    expect(used).toMatchObject({
      code: 'workspace.in-use',
      data: { usedBy: expect.arrayContaining(['Vinson’s iPhone', 'Vinson’s Pixel']) },
    });
  });
  it('says which value has the wrong shape', async () => {
    const { client } = await open(transport);
    const failure = await failureOf(client.exchanges.list({ limit: 100_000 }));
    expect(failure).toMatchObject({ code: 'api.bad-input', status: 400 });
    expect(JSON.stringify(failure.data)).toContain('limit');
  });
  it('describes a payload, takes it out, and says what it does when it arrives', async () => {
    const { client } = await open(transport);
    const { schema } = await client.settings.payloadSchema({ vendor: 'apns', locale: 'zh-CN' });
    expect(schema).toMatchObject({ $id: 'urn:pushscope:schema:apns-payload', type: 'object' });
    expect(await client.settings.payloadSchema({ vendor: 'fcm', locale: 'en' })).toEqual({ schema: null });
    const draft = { payload: '{"aps":{"content-available":1}}', options: { pushType: 'background' } };
    const { exports } = await client.compose.exports({ vendor: 'apns', draft });
    expect(exports.map(({ id }) => id)).toEqual(['apns-file', 'simctl-file', 'simctl-own-file', 'simctl-stdin']);
    const { arrivals } = await client.compose.arrivals({ vendor: 'apns', draft });
    expect(arrivals.map(({ appState, drawn, receipts }) => [appState, drawn, receipts.length])).toEqual([
      ['foreground', false, 1],
      ['background', false, 1],
      ['killed', false, 1],
    ]);
  });
  it('sees no card on an Android phone whose app is open', async () => {
    const { client } = await open(transport);
    const phone = (await client.workspace.get()).devices.find((one) => one.vendor === 'fcm');
    const deviceId = phone?.id ?? '';
    const payload = JSON.stringify({ message: { token: phone?.token, notification: { title: 'Denny' } } });
    const check = async () =>
      (await client.compose.check({ vendor: 'fcm', draft: { payload, options: {} }, deviceId })).notDrawnBecause;
    await client.phones.setState({ id: deviceId, state: 'foreground' });
    expect(await check()).toEqual({ id: 'fcm.arrival.foreground' });
    await client.phones.setState({ id: deviceId, state: 'background' });
    expect(await check()).toBeNull();
  });
  it('sends, lists and reads exchanges', async () => {
    const { client } = await open(transport);
    const message = {
      from: 'denny',
      conversation: { kind: 'c2c' as const, to: 'vinson' },
      elements: [{ kind: 'text' as const, text: '合同 🎉' }],
    };
    await keepPhonesOf({ client }, ['apns', 'fcm']);
    const report = await client.sends.create({ kind: 'message', message });
    expect(report.results.map((result) => result.exchange?.outcome)).toEqual(['accepted', 'accepted']);
    const first = await client.exchanges.list({ limit: 4 });
    expect(first.items).toHaveLength(4);
    const rest = await client.exchanges.list({ limit: 4, before: first.nextBefore ?? 0 });
    const seqs = [...first.items, ...rest.items].map((item) => item.seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => b - a));
    expect(rest.nextBefore).toBeNull();
    const exchange = await client.exchanges.get({ id: first.items[0]?.id ?? '' });
    expect(exchange).toMatchObject({
      id: first.items[0]?.id,
      request: { body: { text: expect.stringContaining('合同 🎉') as unknown } },
    });
  });
  it('announces what happens, from a snapshot on', async () => {
    const { client } = await open(transport);
    const { seq } = await client.workspace.get();
    await client.workspace.accounts.create({ userId: 'early' });
    const watching = await client.events.watch({ afterSeq: seq });
    const kinds: string[] = [];
    const seen = (batch: EventBatch) =>
      kinds.push(...batch.events.map((event) => (event.type === 'workspace.changed' ? event.kind : event.type)));
    const next = async () => {
      const { done, value } = await watching.next();
      if (!done) seen(value);
    };
    await next();
    await client.settings.update({ theme: 'dark' });
    await next();
    await watching.return?.(undefined);
    expect(kinds).toEqual(['account', 'settings.changed']);
  });
  it('gives texts in both languages with the same entries', async () => {
    const { client } = await open(transport);
    const [en, zh] = await Promise.all([
      client.settings.texts({ locale: 'en' }),
      client.settings.texts({ locale: 'zh-CN' }),
    ]);
    expect(Object.keys(zh).toSorted()).toEqual(Object.keys(en).toSorted());
    expect(Object.keys(en).length).toBeGreaterThan(500);
  });
  it('tells no stranger what broke', async () => {
    const { app, client } = await open(transport);
    await app.close();
    const failure = await failureOf(client.workspace.accounts.create({ userId: 'late' })).catch(() => null);
    expect(JSON.stringify(failure ?? {})).not.toMatch(/\.ts:|node_modules/);
  });
};
