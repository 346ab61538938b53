/** From a keystroke in a real browser to the decision, the nine drafts and the phones on the page. */
import { chromium, type Page } from '@playwright/test';
import { ensureBuilt } from '../../launcher/build.mjs';
import { findBrowser } from '../../tests/support/browser.ts';
import { startPushscope } from '../../tests/support/pushscope.ts';
import { cpuOf } from '../page-cpu.ts';
import { watchTyping, type Typing } from './watch.ts';

/** Milliseconds from the input event to the commit that shows its answer. */
const goal = { medianMs: 16, p99Ms: 50 } as const;
const sentence =
  'Lunch at 12:30? I booked the corner table by the window, and the signed contract comes along with the photos of last week. ';
const rounds = 3;
/** Between two keys: faster than most people type, slower than a held key. */
const pauseMs = 60;

interface Row {
  readonly name: string;
  readonly samples: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly worstMs: number;
  /** Processor time of the page's main thread for each key. */
  readonly cpuMs: number;
}

const rowOf = (name: string, times: readonly number[], micros: number): Row => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const cpuMs = micros / 1000 / sorted.length;
  return { name, samples: sorted.length, medianMs: at(0.5), p99Ms: at(0.99), worstMs: at(1), cpuMs };
};

/** Types and takes the times. The first half sentence is for the compilers. */
const measure = async (page: Page, name: string, begin: () => Promise<void>): Promise<Row> => {
  await begin();
  await page.keyboard.type(sentence.slice(0, 60), { delay: pauseMs });
  await page.evaluate(watchTyping);
  const { micros } = await cpuOf(page, async () => {
    for (let round = 0; round < rounds; round += 1) await page.keyboard.type(sentence, { delay: pauseMs });
    await page.waitForFunction(() => (window as unknown as Typing).typing.waiting.length === 0);
  });
  const times = await page.evaluate(() => (window as unknown as Typing).typing.times);
  return rowOf(name, times, micros);
};

const begins = (page: Page): Readonly<Record<string, () => Promise<void>>> => ({
  'form: the text of the push': async () => {
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('');
  },
  'form: the same, on a stand-in for Huawei': async () => {
    await page.getByRole('tab', { name: /^Huawei/ }).click();
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('');
  },
  'form, with the REST JSON beside it': async () => {
    await page.getByRole('tab', { name: /^APNs/ }).click();
    await page.getByRole('radio', { name: 'Form and REST JSON side by side' }).click();
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('');
  },
  'REST JSON: the text of the push': async () => {
    await page.getByRole('radio', { name: 'Form', exact: true }).click();
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('!');
    await page.getByRole('radio', { name: 'REST JSON', exact: true }).click();
    const json = page.getByRole('textbox', { name: 'REST JSON' });
    // The JSON has followed the form: before that, the keys below would end up beside the text.
    await json.getByText('"!"', { exact: true }).first().waitFor();
    await json.getByText('"Desc"').click();
    await page.keyboard.press('End');
    // In front of `!",`.
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
  },
});

const print = (rows: readonly Row[]): void => {
  console.log(`\nComposer: input event to DOM commit (goals: median ${goal.medianMs} ms, p99 ${goal.p99Ms} ms)\n`);
  console.log(
    `${'what'.padEnd(42)}${'keys'.padStart(6)}${'median ms'.padStart(11)}${'p99 ms'.padStart(9)}${'worst ms'.padStart(10)}${'cpu ms'.padStart(8)}`,
  );
  for (const { name, samples, medianMs, p99Ms, worstMs, cpuMs } of rows) {
    const figures = [
      String(samples).padStart(6),
      medianMs.toFixed(1).padStart(11),
      p99Ms.toFixed(1).padStart(9),
      worstMs.toFixed(1).padStart(10),
      cpuMs.toFixed(1).padStart(8),
    ];
    console.log(`${name.padEnd(42)}${figures.join('')}`);
  }
  console.log('');
  for (const row of rows) console.log(JSON.stringify({ bench: 'composer', ...row, goal }));
};

/** Starts the headless shell and a browser, types, prints. */
export const benchComposer = async (): Promise<void> => {
  // What is measured is what is in the sources now.
  const built = ensureBuilt(process.execPath);
  if (!built.ok) throw new Error(built.message);
  const found = await findBrowser();
  const { pushscope, stop } = await startPushscope([]);
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    env: { ...(process.env as Record<string, string>), ...found.env },
  });
  try {
    const rows: Row[] = [];
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
    await page.goto(pushscope.url);
    await page.getByRole('textbox', { name: 'Text', exact: true }).waitFor();
    for (const [name, begin] of Object.entries(begins(page))) rows.push(await measure(page, name, begin));
    print(rows);
  } finally {
    await browser.close();
    await stop();
  }
};
