/** Sends to many: counted, paused, cancelled, taken up again after a restart; nothing is sent twice. */
import { describe, expect, it } from 'vitest';
import type { Client } from '../../src/shared/contract/index.ts';
import { startApp } from '../support/app.ts';

const payload = '{"aps":{"alert":"hi"}}';
const tokens = (n: number) => Array.from({ length: n }, (_one, index) => index.toString(16).padStart(64, 'a'));
const begin = (client: Client, n: number, ratePerSecond: number | null = null) =>
  client.bulk.start({
    vendor: 'apns',
    payload,
    options: { topic: 'com.example.im' },
    tokens: tokens(n),
    ratePerSecond,
  });
const until = async (
  client: Client,
  id: string,
  isThere: (job: Awaited<ReturnType<Client['bulk']['get']>>) => boolean,
) => {
  for (;;) {
    const job = await client.bulk.get({ id });
    if (isThere(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('bulk sends', () => {
  it('count to the end, name the reasons and give a line for each token', async () => {
    const { client } = await startApp();
    const { id } = await begin(client, 200);
    const job = await until(client, id, ({ state }) => state === 'done');
    expect(job).toMatchObject({ total: 200, waiting: 0, unknown: 0 });
    expect(job.accepted + job.rejected + job.failed).toBe(200);
    expect(job.reasons.reduce((sum, { n }) => sum + n, 0)).toBe(200 - job.accepted);
    const { piece, next } = await client.bulk.results({ id });
    expect(next).toBeNull();
    expect(piece.trimEnd().split('\r\n')).toHaveLength(201);
    expect((await client.exchanges.count({ filter: 'is:sent' })).count).toBe(200);
  });
  it('repeat at a rate, pause, go on and cancel', async () => {
    const { client } = await startApp();
    const [token = ''] = tokens(1);
    const { id } = await client.bulk.start({ vendor: 'apns', payload, tokens: [token], repeat: 60, ratePerSecond: 20 });
    await until(client, id, ({ waiting }) => waiting <= 40);
    const paused = await client.bulk.pause({ id });
    expect(paused.state).toBe('paused');
    expect(paused.waiting).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await client.bulk.get({ id })).waiting).toBe(paused.waiting);
    await client.bulk.resume({ id });
    await until(client, id, ({ waiting }) => waiting < paused.waiting);
    expect((await client.bulk.cancel({ id })).state).toBe('cancelled');
    expect((await client.bulk.resume({ id })).state).toBe('cancelled');
    await client.bulk.remove({ id });
    await expect(client.bulk.get({ id })).rejects.toMatchObject({ code: 'bulk.not-found' });
  });
  it('go on after a restart, and send nothing twice', async () => {
    const first = await startApp();
    const { id } = await begin(first.client, 60, 20);
    await until(first.client, id, ({ waiting }) => waiting <= 40);
    await first.close();
    const { client } = await startApp({ dataDir: first.dataDir });
    const job = await client.bulk.get({ id });
    expect(job.state).toBe('paused');
    expect(job.waiting).toBeGreaterThan(0);
    await client.bulk.resume({ id });
    const done = await until(client, id, ({ state }) => state === 'done');
    expect(done).toMatchObject({ waiting: 0, unknown: 0 });
    expect((await client.exchanges.count({ filter: 'is:sent' })).count).toBe(60);
  });
  it('a long list is paused and cancelled before all of it is written down, and none of it is lost', async () => {
    const many = 20_000;
    const first = await startApp();
    const { id } = await begin(first.client, many, 10);
    const paused = await first.client.bulk.pause({ id });
    expect(paused).toMatchObject({ state: 'paused', total: many });
    await first.close();
    const { client } = await startApp({ dataDir: first.dataDir });
    expect(await client.bulk.get({ id })).toMatchObject({ state: 'paused', waiting: paused.waiting });
    await client.bulk.resume({ id });
    expect(await client.bulk.cancel({ id })).toMatchObject({ state: 'cancelled', total: many });
    const lines: string[] = [];
    for (let from: number | null = 0; from !== null;) {
      const { piece, next }: { piece: string; next: number | null } = await client.bulk.results({ id, from });
      lines.push(...piece.split('\r\n').filter((line) => line !== ''));
      from = next;
    }
    expect(lines).toHaveLength(many + 1);
    expect(new Set(lines.slice(1).map((line) => line.split(',')[1]))).toEqual(new Set(tokens(many)));
  });
  it('too many are refused', async () => {
    const { client } = await startApp();
    await expect(
      client.bulk.start({ vendor: 'apns', payload, tokens: tokens(11), repeat: 10_000 }),
    ).rejects.toMatchObject({ code: 'bulk.too-many' });
  });
});
