/**
 * `npm run bench -- log`: a log of 1,000,000 exchanges (PUSHSCOPE_BENCH_ROWS: another number): start, open, filters, scrolling, and the
 * memory of the window over 100,000 captures (PUSHSCOPE_BENCH_CAPTURES). Needs `npm start` to have built the window.
 */
import { readFileSync, rmSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../../tests/support/browser.ts';
import { makeApnsKey } from '../../tests/support/pki.ts';
import { providerToken } from '../../tests/support/provider-token.ts';
import { startPushscope } from '../../tests/support/pushscope.ts';
import { runLoad } from '../apns/processes.ts';
import { cpuOf } from '../page-cpu.ts';
import { makeLog } from './make.ts';

interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: number;
}

const rows = Number(process.env['PUSHSCOPE_BENCH_ROWS'] ?? 1_000_000);
const captures = Number(process.env['PUSHSCOPE_BENCH_CAPTURES'] ?? 100_000);

/** One of every named term, rare and frequent, free text in each language, and what they are joined to. */
const filters = [
  'vendor:xiaomi',
  'vendor:xiaomi status:>=400',
  'status:503',
  'status:>=410',
  'verdict:rejected',
  'reason:BadDeviceToken',
  'reason:nothing-like-it',
  'device:Vinson',
  'account:denny',
  'app:com.example.app7',
  'token:ab12',
  'message:msg_4242',
  'is:sent',
  'is:error',
  'is:silent',
  'is:pinned',
  'is:auth',
  'has:image',
  'has:badge -has:ext',
  'before:2026-09-02',
  'after:2026-11-18 vendor:apns',
  'larger:20KB',
  'tag:none',
  'colour:red',
  'payload.aps.badge:*',
  'lunch',
  'inv',
  '快递',
  '会议 -支付',
  '支払',
  '배송',
  '"order shipped"',
  'zebra',
  '-order vendor:meizu',
  'order or 快递',
  'vendor:oppo 配達 status:429',
];
/** What the index cannot answer alone. */
const scans = [
  'payload.aps.badge:>88',
  'payload.ext.entity.n:>998',
  'payload.message.data.conversation:c4999 or before:2026-09-01',
];

const print = (figures: readonly Figure[]): void => {
  console.log(`\n${'what'.padEnd(58)}${'value'.padStart(10)}${'goal'.padStart(10)}`);
  for (const { what, value, unit, goal } of figures)
    console.log(
      `${what.padEnd(58)}${`${value.toFixed(value < 10 ? 1 : 0)} ${unit}`.padStart(10)}${(Number.isFinite(goal) ? `≤ ${goal}` : '').padStart(10)}`,
    );
  console.log('');
  for (const figure of figures) console.log(JSON.stringify({ bench: 'log', rows, ...figure }));
};

type Running = Awaited<ReturnType<typeof startPushscope>>['pushscope'];

/** The middle of five, each beside the others. */
const timeFilter = async (client: Running['client'], filter: string): Promise<number> => {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const from = performance.now();
    await client.exchanges.list({ limit: 50, filter, budgetMs: 80 });
    times.push(performance.now() - from);
  }
  return times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
};

const longestTaskWhile = async (page: Page, work: () => Promise<void>): Promise<number> => {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(globalThis, { seenTasks: seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: 'longtask',
    });
  });
  await work();
  await page.waitForTimeout(200);
  return page.evaluate(() => Math.max(0, ...((globalThis as { seenTasks?: number[] }).seenTasks ?? [])));
};

/** Milliseconds from an act in the window until rows stand in the grid. */
const untilRows = async (page: Page, act: () => Promise<void>, row: RegExp): Promise<number> => {
  const from = performance.now();
  await act();
  await page.getByRole('row', { name: row }).first().waitFor();
  return performance.now() - from;
};

interface Filtering {
  /** From the input event to the commit after which every row has the word. */
  filteredMs?: number;
}

/** Runs in the page: an observer is as exact as the page itself, which asking from outside is not. */
const watchFilter = (word: string): void => {
  const here = globalThis as Filtering;
  let typedAt: number | null = null;
  window.addEventListener('input', ({ timeStamp }) => (typedAt = timeStamp), true);
  new MutationObserver(() => {
    const rows = [...document.querySelectorAll('[role="grid"] [role="row"][aria-rowindex]')].filter(
      (row) => row.querySelector('[role="gridcell"]') !== null,
    );
    if (typedAt === null || rows.length === 0 || !rows.every((row) => row.textContent.includes(word))) return;
    here.filteredMs ??= performance.now() - typedAt;
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
};

const openPage = async (url: string) => {
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env } });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  await page.goto(url);
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  return { browser, page };
};

/** Turns of the wheel, each a screen and a half. */
const turns = 60;

const inWindow = async (url: string): Promise<Figure[]> => {
  const from = performance.now();
  const { browser, page } = await openPage(url);
  const usable = performance.now() - from;
  await page.waitForTimeout(1500);
  const open = await untilRows(
    page,
    () => page.getByRole('button', { name: 'Log', exact: true }).first().click(),
    /APNs|FCM/,
  );
  const grid = page.getByRole('grid');
  await grid.hover();
  // On a machine that does other things too the longest task says more of them than of the list; the processor time does not.
  const { result: scroll, micros } = await cpuOf(page, () =>
    longestTaskWhile(page, async () => {
      for (let turn = 0; turn < turns; turn += 1) {
        await page.mouse.wheel(0, 1200);
        await page.waitForTimeout(40);
      }
    }),
  );
  const bar = page.getByRole('combobox', { name: 'Filter the log' });
  await page.evaluate(watchFilter, 'Meizu');
  await bar.fill('vendor:meizu is:error');
  await page.waitForFunction(() => (globalThis as Filtering).filteredMs !== undefined);
  const typed = (await page.evaluate(() => (globalThis as Filtering).filteredMs)) ?? Number.NaN;
  await browser.close();
  return [
    { what: 'window usable, with the start of a browser', value: usable, unit: 'ms', goal: Number.POSITIVE_INFINITY },
    { what: 'open the log', value: open, unit: 'ms', goal: 300 },
    { what: 'longest task while scrolling 72,000 pixels (0: none over 50)', value: scroll, unit: 'ms', goal: 50 },
    { what: 'processor time for 1,200 of these pixels', value: micros / 1000 / turns, unit: 'ms', goal: 50 },
    { what: 'typed filter to its rows, the pause after a key included', value: typed, unit: 'ms', goal: 100 },
  ];
};

const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
};

/** The window shows the log while captures flood in. */
const overCaptures = async (): Promise<Figure[]> => {
  const { pushscope, stop } = await startPushscope(['--empty']);
  const { browser, page } = await openPage(pushscope.url);
  const gateway = pushscope.gateways['apns'];
  if (!gateway) throw new Error('there is no gateway for APNs');
  const load = {
    origin: gateway.origin,
    ca: readFileSync(gateway.caPath, 'utf8'),
    authorization: `bearer ${providerToken(makeApnsKey())}`,
    atOnce: 50,
    warmUpMs: 0,
    ms: 3000,
    body: JSON.stringify({ aps: { alert: { title: 'Denny', body: '快递 at 12:30?' } } }),
    tokens: [],
    topic: 'com.example.im',
  };
  await page.getByRole('button', { name: 'Log', exact: true }).first().click();
  let done = (await runLoad(load)).sent;
  await page.waitForTimeout(2000);
  const before = await heapOf(page);
  while (done < captures) done += (await runLoad(load)).sent;
  await page.waitForTimeout(3000);
  const after = await heapOf(page);
  await browser.close();
  await stop();
  return [
    { what: `heap of the window at the first captures`, value: before, unit: 'MB', goal: Number.POSITIVE_INFINITY },
    { what: `heap of the window after ${done} captures`, value: after, unit: 'MB', goal: Math.ceil(before + 15) },
  ];
};

export const benchLog = async (): Promise<void> => {
  const folder = makeLog(rows);
  const from = performance.now();
  const { pushscope, stop } = await startPushscope([], { dataDir: folder });
  const figures: Figure[] = [
    { what: `start with ${rows} exchanges`, value: performance.now() - from, unit: 'ms', goal: 2000 },
  ];
  for (const filter of filters)
    figures.push({
      what: `first rows: ${filter}`,
      value: await timeFilter(pushscope.client, filter),
      unit: 'ms',
      goal: 100,
    });
  for (const filter of scans)
    figures.push({
      what: `first answer: ${filter}`,
      value: await timeFilter(pushscope.client, filter),
      unit: 'ms',
      goal: 100,
    });
  figures.push(...(await inWindow(pushscope.url)));
  await stop();
  for (const name of ['instance.json', 'pushscope.lock']) rmSync(`${folder}/${name}`, { force: true });
  print([...figures, ...(captures > 0 ? await overCaptures() : [])]);
};
