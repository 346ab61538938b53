/** `npm run bench -- gateways`: captures a second mixed over all nine gateways, and whether every one that was answered is stored. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lineOf, start, startPushscope, type RunningPushscope } from '../apns/processes.ts';
import { printTable, type Row } from '../table.ts';
import type { Share } from './load.ts';

const warmUpMs = 1500;
const measureMs = 8000;
/** Requests open at each gateway. */
const atOnce = 12;

const runLoad = async ({ gateways }: RunningPushscope): Promise<Share[]> => {
  const origins = Object.fromEntries(Object.entries(gateways).map(([vendor, { origin }]) => [vendor, origin]));
  const ca = readFileSync(gateways['apns']?.caPath ?? '', 'utf8');
  const job = { origins, ca, atOnce, warmUpMs, ms: measureMs };
  const child = start([path.resolve(import.meta.dirname, 'load.ts'), JSON.stringify(job)]);
  return JSON.parse(await lineOf(child)) as Share[];
};

/** Captured pushes in the log, by vendor. */
const storedIn = async ({ apiUrl, token }: RunningPushscope): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  let before: number | null = null;
  do {
    const page: string = before === null ? '' : `&before=${before}`;
    const answer = await fetch(`${apiUrl}/v1/exchanges?limit=500${page}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items, nextBefore } = (await answer.json()) as {
      items: { vendor: string; outcome: string }[];
      nextBefore: number | null;
    };
    for (const { vendor, outcome } of items)
      if (outcome === 'accepted') counts.set(vendor, (counts.get(vendor) ?? 0) + 1);
    before = nextBefore;
  } while (before !== null);
  return counts;
};

/** One row for each vendor and one for all. Pushscope is killed after the last answer, and what is stored is counted after a new start. */
export const benchGateways = async (): Promise<Row[]> => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'pushscope-bench-'));
  const dataDir = path.join(scratch, 'gateways');
  const running = await startPushscope(dataDir);
  const cpuBefore = running.cpuMs();
  const shares = await runLoad(running);
  const cpuMs = (running.cpuMs() ?? 0) - (cpuBefore ?? 0);
  await running.kill();
  const again = await startPushscope(dataDir);
  const stored = await storedIn(again);
  again.stop();
  rmSync(scratch, { recursive: true, force: true });
  const rows = shares.map(({ vendor, accepted, seconds, p50Ms, p99Ms }): Row => ({
    group: 'gateways',
    name: vendor,
    perSecond: accepted / seconds,
    p50Ms,
    p99Ms,
  }));
  const sent = shares.reduce((sum, share) => sum + share.sent, 0);
  const all: Row = {
    group: 'gateways',
    name: 'all nine',
    perSecond: rows.reduce((sum, row) => sum + row.perSecond, 0),
    p50Ms: Math.max(...rows.map((row) => row.p50Ms)),
    p99Ms: Math.max(...rows.map((row) => row.p99Ms)),
    // What the machine does beside weighs on the rate, and not on this.
    ...(cpuBefore === null ? {} : { cpuMicros: (cpuMs * 1000) / sent }),
  };
  const table = [...rows, all];
  printTable(
    `Captures mixed over nine gateways: ${atOnce} at once to each; of «all nine» the slowest vendor's times`,
    table,
    { gateways: 'all nine' },
    'gateways',
  );
  const refused = shares.reduce((sum, share) => sum + share.other, 0);
  const lost = shares.reduce(
    (sum, share) => sum + Math.max(0, share.sent - share.other - (stored.get(share.vendor) ?? 0)),
    0,
  );
  console.log(`${sent} sent, ${refused} not accepted, ${lost} answered but not stored when Pushscope was killed`);
  console.log(JSON.stringify({ bench: 'gateways', sent, refused, lost }));
  return table;
};
