/** Killed in the middle of a burst, again and again: every push that got its 200 is in the journal, and none is there twice. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExchangePage } from '../../src/shared/contract/index.ts';
import { connectApns, pushOnce } from '../support/apns-client.ts';
import { tempFolder } from '../support/folders.ts';
import { makeApnsKey } from '../support/pki.ts';
import { providerToken } from '../support/provider-token.ts';
import { runShell, type ReadyLine } from '../support/shell.ts';

const rounds = 10;
const burst = 5000;
const atOnce = 100;

const journalIds = async ({ apiUrl, token }: ReadyLine): Promise<string[]> => {
  const ids: string[] = [];
  let before: number | null = Number.MAX_SAFE_INTEGER;
  while (before !== null) {
    const answer = await fetch(`${apiUrl}/v1/exchanges?limit=500&before=${before}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = (await answer.json()) as ExchangePage;
    ids.push(
      ...page.items.flatMap((item) => (item.vendorMessageId === null ? [] : [item.vendorMessageId.toLowerCase()])),
    );
    before = page.nextBefore;
  }
  return ids;
};
const idOf = (round: number, n: number): string =>
  `${round.toString(16).padStart(8, '0')}-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** Sends until the connection is gone; returns the ids that were acknowledged. */
const flood = async (ready: ReadyLine, round: number, killAt: number, kill: () => void): Promise<string[]> => {
  const { origin = '', caPath = '' } = ready.gateways['apns'] ?? {};
  const session = await connectApns(origin, readFileSync(caPath, 'utf8'));
  const authorization = `bearer ${providerToken(makeApnsKey())}`;
  const acknowledged: string[] = [];
  let next = 0;
  const worker = async () => {
    while (next < burst && !session.destroyed) {
      const id = idOf(round, next);
      next += 1;
      if (next === killAt) kill();
      const headers = {
        ':path': `/3/device/${'ab'.repeat(32)}`,
        authorization,
        'apns-topic': 'com.example.im',
        'apns-id': id,
      };
      const { status } = await pushOnce(session, headers, `{"aps":{"alert":"push ${next}"}}`);
      if (status === 200) acknowledged.push(id);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  session.destroy();
  return acknowledged;
};

describe('kill -9 during a burst', () => {
  it(`${rounds} rounds of ${burst}: nothing acknowledged is lost, nothing is there twice`, async () => {
    const dataDir = path.join(tempFolder(), 'data');
    const args = ['--json', '--port', '0', '--data', dataDir];
    const acknowledged: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const shell = runShell(args);
      const ready = await shell.ready;
      // Early, late and in between: the first commits after a start are not like those of a warm process.
      const killAt = Math.floor((burst * (round + 0.5)) / rounds);
      const mine = await flood(ready, round, killAt, () => void shell.child.kill('SIGKILL'));
      await shell.ended;
      expect(mine.length).toBeGreaterThan(Math.floor(killAt / 2) - atOnce);
      acknowledged.push(...mine);
    }
    const ids = await journalIds(await runShell(args).ready);
    expect(new Set(ids).size).toBe(ids.length);
    const kept = new Set(ids);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });
});

describe('the launcher', () => {
  const flags = () => ['--headless', '--json', '--port', '0', '--data', path.join(tempFolder(), 'data')];
  const started = (child: ChildProcess) =>
    new Promise<ReadyLine>((resolve) => {
      let text = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
        const line = text.split('\n').find((one) => one.startsWith('{'));
        if (line !== undefined && text.endsWith('\n')) resolve(JSON.parse(line) as ReadyLine);
      });
    });
  const answers = ({ apiUrl }: ReadyLine): Promise<boolean> =>
    fetch(`${apiUrl}/v1/health`).then(
      () => true,
      () => false,
    );
  const expectGone = async (ready: ReadyLine) => {
    await expect.poll(() => answers(ready), { timeout: 10_000 }).toBe(false);
  };

  it('leaves nothing running when it is killed', async () => {
    const child = spawn(process.execPath, [path.resolve('launcher/start.cjs'), ...flags()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ready = await started(child);
    child.kill('SIGKILL');
    await expectGone(ready);
  });
  it('leaves nothing running when npm is told to stop', async () => {
    const child = spawn('npm', ['start', '--', ...flags()], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ready = await started(child);
    child.kill('SIGTERM');
    await expectGone(ready);
  });
  it('leaves nothing running after Ctrl+C, which a terminal sends to the whole group', async () => {
    const child = spawn('npm', ['start', '--', ...flags()], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    const ready = await started(child);
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await expectGone(ready);
  });
});
