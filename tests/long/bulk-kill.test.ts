/** Killed in the middle of a bulk send, again and again: it goes on where it was, nobody gets a push twice, nobody is left out unsaid. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BulkJob, ExchangePage } from '../../src/shared/contract/index.ts';
import { tempFolder } from '../support/folders.ts';
import { runShell, type ReadyLine } from '../support/shell.ts';

const many = 3000;
const kills = 4;
const tokens = Array.from({ length: many }, (_one, index) => index.toString(16).padStart(64, '0'));

const api = ({ apiUrl, token }: ReadyLine) => {
  const call = async (method: string, route: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${apiUrl}/v1${route}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    // What the contract says of these routes.
    start: async (body: object) => (await call('POST', '/bulk', body)) as BulkJob,
    job: async (id: string) => (await call('GET', `/bulk/${id}`)) as BulkJob,
    resume: async (id: string) => (await call('POST', `/bulk/${id}/resume`, {})) as BulkJob,
    results: async (id: string, from: number) =>
      (await call('GET', `/bulk/${id}/results?from=${from}`)) as { piece: string; next: number | null },
    page: async (filter: string, before: number | null) =>
      (await call(
        'GET',
        `/exchanges?limit=500&filter=${encodeURIComponent(filter)}${before === null ? '' : `&before=${before}`}`,
      )) as ExchangePage,
  };
};
type Api = ReturnType<typeof api>;

const until = async (at: Api, id: string, isThere: (job: BulkJob) => boolean): Promise<BulkJob> => {
  for (;;) {
    const job = await at.job(id);
    if (isThere(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const tokensIn = async (at: Api, filter: string): Promise<string[]> => {
  const found: string[] = [];
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null;) {
    const page: ExchangePage = await at.page(filter, before);
    found.push(...page.items.flatMap(({ targets }) => targets.map(({ token }) => token)));
    before = page.nextBefore;
  }
  return found;
};

describe('kill -9 during a bulk send', () => {
  it(`${kills} times in ${many} pushes: each is sent once, or said to be unknown`, async () => {
    const dataDir = path.join(tempFolder(), 'data');
    const args = ['--json', '--port', '0', '--data', dataDir];
    let id = '';
    for (let kill = 0; kill < kills; kill++) {
      const shell = runShell(args);
      const at = api(await shell.ready);
      if (id === '') {
        id = (await at.start({ vendor: 'apns', payload: '{"aps":{"alert":"hi"}}', options: { topic: 'com.example.im' }, tokens })).id;
      } else {
        expect(await at.job(id)).toMatchObject({ state: 'paused' });
        await at.resume(id);
      }
      const left = many * (1 - (kill + 1) / (kills + 1));
      await until(at, id, ({ waiting, state }) => waiting <= left || state === 'done');
      shell.child.kill('SIGKILL');
      await shell.ended;
    }
    const last = runShell(args);
    const at = api(await last.ready);
    const paused = await at.job(id);
    expect(paused).toMatchObject({ state: 'paused', total: many });
    expect(paused.waiting).toBeGreaterThan(0);
    await at.resume(id);
    const job = await until(at, id, ({ state }) => state === 'done');
    expect(job.waiting).toBe(0);
    expect(job.accepted + job.rejected + job.failed + job.unknown).toBe(many);
    // One slice may have been under way at each kill.
    expect(job.unknown).toBeLessThanOrEqual(kills * 64);
    const received = await tokensIn(at, 'is:captured');
    expect(new Set(received).size, 'nobody got it twice').toBe(received.length);
    const { piece } = await at.results(id, 0);
    const lines = piece.trimEnd().split('\r\n').slice(1);
    expect(lines).toHaveLength(many);
    const unknown = new Set(lines.filter((line) => line.includes(',unknown,')).map((line) => line.split(',')[1]));
    expect(unknown.size).toBe(job.unknown);
    const got = new Set(received);
    expect(tokens.filter((token) => !got.has(token) && !unknown.has(token)), 'nobody is left out unsaid').toEqual([]);
    last.child.kill('SIGTERM');
    await last.ended;
  });
}); // prettier-ignore
