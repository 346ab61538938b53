/** What is handed over comes back as it was, and carries no secret; what is imported stays here. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Client, ExportCursor, ExportFormat } from '../../src/shared/contract/index.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { tempFolder } from '../support/folders.ts';
import { nineVendors, vendorCase } from '../support/nine-vendors.ts';

const jwt = 'eyJhbGciOiJFUzI1NiIsImtpZCI6IkExIn0.eyJpc3MiOiJURUFNIiwiaWF0IjoxfQ.Q0FOQVJZLXNpZ25hdHVyZS1jYW5hcnk';
const canary = 'Q0FOQVJZ';
const token = 'ab'.repeat(32);
const curl = `curl --http2 -H 'authorization: bearer ${jwt}' -H 'apns-topic: com.example.chat' -H 'x-note: ${jwt}' -d '{"aps":{"alert":{"title":"Denny","body":"Lunch at 12:30?"}},"access_token":"${canary}"}' https://api.push.apple.com/3/device/${token}`;

const importText = (client: Client, text: string, mask = false) =>
  client.handOver.import({ text, fileName: '', indexes: [0], mask });

const exportAll = async (
  client: Client,
  format: ExportFormat,
  more: { filter?: string; id?: string; mask?: boolean } = {},
) => {
  let file = '';
  let cursor: ExportCursor | undefined;
  for (;;) {
    const { piece, next } = await client.handOver.export({ format, ...more, ...(cursor ? { cursor } : {}) });
    file += piece;
    if (!next) return file;
    cursor = next;
  }
};

const pushHere = async ({ client }: RunningApp) => {
  const { devices, apps } = await client.workspace.get();
  const device = devices.find((one) => one.vendor === 'apns' && one.environment === 'sandbox');
  const topic = apps.find((one) => one.id === device?.appId)?.identifiers.ios ?? '';
  const payload = { aps: { alert: { title: 'Denny', body: 'Lunch, at "12:30"?\n你好' }, badge: 3 } };
  const { results } = await client.sends.create({ kind: 'raw', vendor: 'apns', payload, options: { topic }, ...(device ? { deviceId: device.id } : {}) });
  return { device, id: results[0]?.exchange?.id ?? '' };
}; // prettier-ignore

describe('imports', () => {
  it('a cURL command becomes an exchange without its secrets and without an answer', async () => {
    const { client } = await startApp();
    const { readings } = await client.handOver.read({ text: curl, fileName: '' });
    expect(readings[0]).toMatchObject({ what: 'exchange', vendor: 'apns', certainty: 'documented', canImport: true });
    const { exchanges } = await importText(client, curl);
    const whole = await client.exchanges.get({ id: exchanges[0]?.id ?? '' });
    expect(whole).toMatchObject({ origin: 'imported', outcome: 'failed', title: 'Denny', response: null });
    expect(whole.failure?.code).toBe('imported-without-answer');
    expect(JSON.stringify([readings, whole])).not.toContain(canary);
  });
  it('a HAR file keeps the answer and its time', async () => {
    const { client } = await startApp();
    const request = vendorCase('apns').request(1, Date.now());
    const headers = request.headers.map(([name, value]) => ({ name, value }));
    const text = Buffer.from(request.body).toString();
    const entry = {
      startedDateTime: '2026-11-01T10:00:00.000Z',
      time: 31,
      request: { method: 'POST', url: `https://api.push.apple.com${request.path}`, headers, postData: { text } },
      response: { status: 400, headers: [], content: { text: '{"reason":"BadDeviceToken"}' } },
    };
    const { exchanges } = await importText(client, JSON.stringify({ log: { entries: [entry] } }));
    expect(exchanges[0]).toMatchObject({ status: 400, outcome: 'rejected', reason: 'BadDeviceToken', tookMs: 31 });
    expect(exchanges[0]?.atMs).toBe(Date.UTC(2026, 10, 1, 10));
  });
  it('masks personal data before it is stored', async () => {
    const { client } = await startApp();
    const { exchanges } = await importText(client, curl, true);
    const whole = JSON.stringify(await client.exchanges.get({ id: exchanges[0]?.id ?? '' }));
    for (const secret of ['Denny', 'Lunch', token]) expect(whole).not.toContain(secret);
    expect(whole).toContain('com.example.chat');
  });
  it('is sent to local gateways only, unless the person lifts that', async () => {
    const { client } = await startApp();
    const { exchanges } = await importText(client, curl);
    const again = { kind: 'raw' as const, vendor: 'apns' as const, payload: '{"aps":{}}', token, exchangeId: exchanges[0]?.id ?? '' };
    await expect(client.sends.create({ ...again, destination: { kind: 'vendor' } })).rejects.toMatchObject({ code: 'send.imported-local-only' });
    const { results } = await client.sends.create({ ...again, destination: { kind: 'local' } });
    expect(results[0]?.state).toBe('sent');
  }); // prettier-ignore
  it('what is nothing cannot be imported', async () => {
    const { client } = await startApp();
    await expect(importText(client, 'hello')).rejects.toMatchObject({ code: 'recognise.nothing-found' });
  });
});

describe('exports', () => {
  it.each(['har', 'ndjson', 'csv', 'pushscope'] as const)('%s holds no secret', async (format) => {
    const app = await startApp();
    await importText(app.client, curl);
    await pushHere(app);
    const file = await exportAll(app.client, format);
    expect(file).toContain('Denny');
    expect(file).not.toContain(canary);
    expect(file).not.toMatch(/eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{8}/);
  });
  it.each(['har', 'ndjson', 'csv', 'pushscope'] as const)('%s can be masked', async (format) => {
    const app = await startApp();
    await importText(app.client, curl);
    const { device } = await pushHere(app);
    const file = await exportAll(app.client, format, { mask: true });
    for (const personal of ['Denny', 'Lunch', '你好', token, device?.token ?? '?'])
      expect(file).not.toContain(personal);
  });
  it('a HAR file reads back as the same pushes of all nine', async () => {
    const { client } = await startApp();
    const entries = nineVendors.map(({ vendor, request: make }) => {
      const request = make(1, Date.now());
      const headers = request.headers.map(([name, value]) => ({ name, value }));
      const text = Buffer.from(request.body).toString();
      return { time: 5, startedDateTime: '2026-11-01T10:00:00.000Z', request: { method: request.method, url: `${vendor.sender.hosts[0]?.origin ?? ''}${request.path}`, headers, postData: { text } }, response: { status: 200, headers: [], content: { text: '{}' } } };
    }); // prettier-ignore
    const har = JSON.stringify({ log: { entries } });
    const indexes = nineVendors.map((_one, index) => index);
    await client.handOver.import({ text: har, fileName: 'a.har', indexes, mask: false });
    const file = await exportAll(client, 'har', { filter: 'is:imported' });
    const { exchanges } = await client.handOver.import({ text: file, fileName: 'b.har', indexes, mask: false });
    const facts = (one: { vendor: string; title: string; body: string; requestBytes: number; status: number | null; atMs: number }) => [one.vendor, one.title, one.body, one.status, one.atMs]; // prettier-ignore
    const { items } = await client.exchanges.list({ limit: 50, filter: 'is:imported' });
    expect(items).toHaveLength(18);
    const again = exchanges.map(facts);
    for (const one of items) expect(again).toContainEqual(facts(one));
  });
  it('NDJSON is what the API gives, in as many pieces as it takes; CSV has a line for each', async () => {
    const { client } = await startApp();
    const one = await importText(client, curl);
    const cloned = Array.from({ length: 450 }, () => importText(client, curl));
    await Promise.all(cloned);
    const lines = (await exportAll(client, 'ndjson')).trimEnd().split('\n');
    expect(lines).toHaveLength(451);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual(await client.exchanges.get({ id: one.exchanges[0]?.id ?? '' }));
    const csv = (await exportAll(client, 'csv')).split('\r\n');
    expect(csv).toHaveLength(453);
    const har = JSON.parse(await exportAll(client, 'har')) as { log: { entries: unknown[] } };
    expect(har.log.entries).toHaveLength(451);
    await expect(exportAll(client, 'pushscope')).rejects.toMatchObject({ code: 'share.too-many' });
  });
});

describe('share files', () => {
  it('open elsewhere as they were, with hashed tokens, and once more', async () => {
    const here = await startApp();
    const { device, id } = await pushHere(here);
    const { items } = await here.client.exchanges.list({ limit: 10, filter: 'is:captured' });
    const captured = items[0]?.id ?? '';
    const phones = await here.client.phones.list();
    const shown = phones.phones.flatMap((phone) => phone.notifications)[0];
    await here.client.phones.tap({ id: shown?.id ?? '', action: 'default' });
    const file = await exportAll(here.client, 'pushscope');
    expect(file).not.toContain(device?.token ?? '?');

    const there = await startApp();
    const { exchanges } = await importText(there.client, file);
    expect(exchanges).toHaveLength(2);
    expect(exchanges.every((one) => one.origin === 'imported')).toBe(true);
    const copy = await Promise.all(exchanges.map((one) => there.client.exchanges.get({ id: one.id })));
    const mine = await Promise.all([captured, id].map((one) => here.client.exchanges.get({ id: one })));
    const same = ({ request, response, decision, verdict, explanation, timing, peer, outcome, status, reason, title, body, atMs }: (typeof mine)[number]) => ({ headers: request.headers, payload: request.body.text, answer: response?.status, text: response?.body.text, decision, verdict, explanation, timing, peer, outcome, status, reason, title, body, atMs }); // prettier-ignore
    for (const one of mine) expect(copy.map(same)).toContainEqual(same(one));
    expect(new Set(copy.map((one) => one.messageId)).size).toBe(1);
    const hash = copy[0]?.targets[0]?.token;
    expect(hash).toMatch(/^\[token #[0-9a-f]{16}\]$/);
    expect(copy.every((one) => one.targets[0]?.token === hash)).toBe(true);
    const gateway = copy.find((one) => one.verdict);
    const arrivals = await there.client.exchanges.arrivals({ id: gateway?.id ?? '' });
    const own = await here.client.exchanges.arrivals({ id: captured });
    expect(arrivals.notifications[0]?.card).toEqual(own.notifications[0]?.card);
    expect(arrivals.taps[0]?.steps).toEqual(own.taps[0]?.steps);
    expect((await there.client.phones.list()).phones.flatMap((phone) => phone.notifications)).toEqual([]);

    const again = await exportAll(there.client, 'pushscope');
    const third = await startApp();
    const twice = await importText(third.client, again);
    expect(twice.exchanges.map((one) => one.targets[0]?.token)).toEqual([hash, hash]);
  });
  it('a file of a later version, a damaged one and a hostile one are refused', async () => {
    const app = await startApp();
    await pushHere(app);
    const good = JSON.parse(await exportAll(app.client, 'pushscope')) as Record<string, unknown> & {
      exchanges: unknown[];
    };
    const refused = (value: unknown) =>
      expect(importText(app.client, JSON.stringify(value))).rejects.toMatchObject({ code: 'share.unreadable' });
    await refused({ ...good, pushscope: 2 });
    await refused({ ...good, exchanges: [{ exchange: { id: 1 } }] });
    await refused({ ...good, exchanges: Array.from({ length: 201 }, () => good.exchanges[0]) });
    const [first] = good.exchanges as { exchange: { request: { headers: [string, string][] } } }[];
    first?.exchange.request.headers.push(['authorization', `bearer ${jwt}`]);
    const { exchanges } = await importText(app.client, JSON.stringify({ ...good, exchanges: [first], extra: canary }));
    expect(JSON.stringify(await app.client.exchanges.get({ id: exchanges[0]?.id ?? '' }))).not.toContain(canary);
  });
});

describe('exports', () => {
  it('a tar archive has a .apns file for each push of APNs, also over several pieces', async () => {
    const app = await startApp();
    const { client } = app;
    await pushHere(app);
    await client.sends.create({ kind: 'raw', vendor: 'fcm', payload: { message: { notification: { title: 'x' } } }, token: 'fcm-token' });
    const { results } = await client.sends.create({ kind: 'raw', vendor: 'apns', payload: '{"aps":{"alert":"many"}}', tokens: Array.from({ length: 210 }, (_, at) => at.toString(16).padStart(64, '0')) });
    expect(results).toHaveLength(210);
    const tar = await exportAll(client, 'apns', { filter: 'is:sent' });
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'a.tar'), tar);
    execFileSync('tar', ['-xf', 'a.tar'], { cwd: folder });
    const files = readdirSync(folder).filter((name) => name.endsWith('.apns'));
    expect(files).toHaveLength(211);
    const [oldest = ''] = files.toSorted((a, b) => (a.slice(20) < b.slice(20) ? -1 : 1));
    const text = readFileSync(path.join(folder, oldest), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ aps: { alert: { body: 'Lunch, at "12:30"?\n你好' } } });
    expect((await client.handOver.read({ text, fileName: oldest })).readings[0]).toMatchObject({ vendor: 'apns', title: 'Denny' });
  });
  it('one push is one file, and a push of another vendor is none', async () => {
    const app = await startApp();
    const { id } = await pushHere(app);
    expect(JSON.parse(await exportAll(app.client, 'apns', { id }))).toHaveProperty('aps');
    const { results } = await app.client.sends.create({ kind: 'raw', vendor: 'fcm', payload: { message: { notification: { title: 'x' } } }, token: 'fcm-token' });
    const none = await app.client.handOver.export({ format: 'apns', id: results[0]?.exchange?.id ?? '' });
    expect(none).toEqual({ piece: '', next: null, written: 0 });
  });
  it('a token has one mark in a file and another one in the next', async () => {
    const app = await startApp();
    await pushHere(app);
    const marks = async (format: ExportFormat, mask: boolean) => new Set((await exportAll(app.client, format, { mask })).match(/\[token #[0-9a-f]{16}\]/g));
    for (const [format, mask] of [['pushscope', false], ['pushscope', true], ['ndjson', true]] as const) {
      const first = await marks(format, mask);
      const second = await marks(format, mask);
      expect(first.size, format).toBe(1);
      expect(second, format).not.toEqual(first);
    }
  });
}); // prettier-ignore

describe('a composed message', () => {
  it('is kept with its pushes to be edited again, without secrets, and goes into no file that leaves', async () => {
    const { client } = await startApp();
    const [first] = (await client.presets.list()).entries;
    if (!first) throw new Error('there are no presets');
    const key = '-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqGSM49AgEG\n-----END PRIVATE KEY-----';
    const message = {
      ...first.content.message,
      elements: [{ kind: 'text' as const, text: `words ${key} {{nickname}}` }],
    };
    const sent = await client.sends.create({
      kind: 'message',
      message,
      variables: {},
      destination: { kind: 'local' },
      anyway: false,
    });
    const id = sent.results.find(({ vendor }) => vendor === 'apns')?.exchange?.id ?? '';
    const kept = (await client.exchanges.get({ id })).message;
    expect(kept).toMatchObject({
      from: message.from,
      conversation: message.conversation,
      offlinePush: message.offlinePush,
    });
    expect(JSON.stringify(kept)).toContain('{{nickname}}');
    expect(JSON.stringify(kept)).not.toContain('MIGHAgEAMBMGByqGSM49AgEG');
    expect(await exportAll(client, 'pushscope', { id })).not.toContain('{{nickname}}');
    expect(await exportAll(client, 'ndjson', { id, mask: true })).not.toContain('{{nickname}}');
  });
});

describe('a push for another phone', () => {
  it('is said in the terms of its vendor, and is taken there', async () => {
    const app = await startApp();
    const { client } = app;
    const { id, device } = await pushHere(app);
    const { view } = await client.exchanges.draft({ id });
    const draft = view?.draft ?? { payload: '', options: {} };
    const same = await client.handOver.carry({ id, vendor: 'apns', deviceId: device?.id ?? null, draft });
    expect(same).toMatchObject({ draft, token: device?.token, lost: [] });
    const { devices } = await client.workspace.get();
    for (const other of devices.filter(({ vendor }) => vendor !== 'apns')) {
      const carried = await client.handOver.carry({ id, vendor: other.vendor, deviceId: other.id, draft });
      expect(carried.token).toBe(other.token);
      const { results } = await client.sends.create({
        kind: 'raw',
        vendor: other.vendor,
        ...carried.draft,
        token: other.token ?? '',
      });
      expect(results[0]?.exchange, other.vendor).toMatchObject({ outcome: 'accepted', title: 'Denny' });
    }
  });
  it('every vendor sends it to the token it is sent to now, whatever the payload named', async () => {
    const { client } = await startApp();
    const { devices } = await client.workspace.get();
    const vendors = await client.settings.vendors();
    for (const { vendor, id: deviceId, token } of devices) {
      const info = vendors.find((one) => one.id === vendor);
      const options = Object.fromEntries((info?.options ?? []).flatMap(({ name, choices, placeholder }) => (choices.includes(placeholder) ? [[name, placeholder]] : [])));
      const { results } = await client.sends.create({ kind: 'raw', vendor, payload: info?.examplePayload ?? '', options, deviceId });
      const exchangeId = results[0]?.exchange?.id ?? '';
      const { view } = await client.exchanges.draft({ id: exchangeId });
      const other = Array.from(token ?? '').toReversed().join('');
      const draft = view?.draft ?? { payload: '', options: {} };
      const again = await client.sends.create({ kind: 'raw', vendor, ...draft, token: other, exchangeId });
      expect(again.results[0]?.exchange?.targets.map((one) => one.token), vendor).toEqual([other]);
      const many = await client.sends.create({ kind: 'raw', vendor, ...draft, tokens: [other, token ?? ''] });
      expect(many.results.map((one) => one.exchange?.targets[0]?.token), vendor).toEqual([other, token]);
    }
  }); // prettier-ignore
  it('an edit is carried, not what was sent', async () => {
    const app = await startApp();
    const { id } = await pushHere(app);
    const draft = { payload: '{"aps":{"alert":{"title":"Edited","body":"x"}}}', options: {} };
    const { draft: made } = await app.client.handOver.carry({ id, vendor: 'fcm', deviceId: null, draft });
    expect(made.payload).toContain('Edited');
  });
});
