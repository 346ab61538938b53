// `npm test`, `npm run check` and `npm run test:long`: every step, then one line with the count of all of them.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../launcher/build.mjs';
import { root } from '../launcher/root.mjs';

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Count */
/** @typedef {{ name: string, run: () => Promise<Count> }} Step */

const node = process.execPath;
const scratch = mkdtempSync(path.join(os.tmpdir(), 'pushscope-test-'));
/** @param {string} name */
const bin = (name) => path.join(root, 'node_modules', name);

/** A log file is read without colours. @type {NodeJS.ProcessEnv} */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };

/**
 * @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 * @param {(text: Buffer) => void} [show] where the output goes while it comes
 * @returns {Promise<{ code: number, output: string }>}
 */
const run = (args, env = {}, show = (text) => void process.stdout.write(text)) =>
  new Promise((resolve) => {
    let output = '';
    const child = spawn(node, args, {
      cwd: root,
      env: { ...process.env, ...plain, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    /** @param {Buffer} chunk */
    const hear = (chunk) => {
      output += chunk.toString('utf8');
      show(chunk);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** @param {number} startedAt */
const secondsSince = (startedAt) => ((Date.now() - startedAt) / 1000).toFixed(1);

/**
 * A tool that passes or fails as a whole. Its output is shown when it ends: others run at the same time.
 * @param {string} name @param {string[]} args @param {(output: string) => string | null} [doubt] why a zero exit code is not believed
 */
const check =
  (name, args, doubt = () => null) =>
  async () => {
    const startedAt = Date.now();
    const { code, output } = await run(args, {}, () => {});
    const why = code === 0 ? doubt(output) : null;
    const good = code === 0 && why === null;
    console.log(
      `${output}${why === null ? '' : `${why}\n`}   ${name}: ${good ? 'passed' : 'FAILED'} in ${secondsSince(startedAt)} s`,
    );
    return good;
  };

/** @param {string} output */
const sawNothing = (output) =>
  /\b0 modules/.test(output) || !/\d+ modules/.test(output)
    ? 'The import checker saw no modules, so it checked nothing.'
    : null;

/** The slow one beside the rest, one after the other: that fills two cores. */
const lanes = [
  [check('formatting', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'])],
  [
    check('lint', [bin('oxlint/bin/oxlint'), '--deny-warnings', '.']),
    check(
      'import rules',
      [bin('dependency-cruiser/bin/dependency-cruiser.mjs'), 'src', '--config', '.dependency-cruiser.mjs'],
      sawNothing,
    ),
    check('types', [bin('typescript/bin/tsc'), '-b']),
  ],
];

/** @type {Step} */
const checks = {
  name: 'formatting, lint, import rules and types',
  run: async () => {
    const results = await Promise.all(
      lanes.map(async (lane) => {
        const inTurn = [];
        for (const one of lane) inTurn.push(await one());
        return inTurn;
      }),
    );
    const good = results.flat().filter(Boolean).length;
    return { passed: good, failed: results.flat().length - good, skipped: [] };
  },
};

/** @param {string} name @param {string[]} args @returns {Step} */
const vitest = (name, args) => ({
  name,
  run: async () => {
    const report = path.join(scratch, `${name.replaceAll(' ', '-')}.json`);
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await run([bin('vitest/vitest.mjs'), 'run', ...reporters, ...args]);
    /** @type {{ numPassedTests: number, numFailedTests: number, numFailedTestSuites: number, testResults: { assertionResults: { status: string, fullName: string, meta?: { skipped?: string } }[] }[] }} */
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const skipped = result.testResults.flatMap((file) =>
      file.assertionResults
        .filter((test) => test.status !== 'passed' && test.status !== 'failed')
        .map((test) => test.fullName.trim() + (test.meta?.skipped ? ` (${test.meta.skipped})` : '')),
    );
    const failed = code === 0 ? 0 : Math.max(result.numFailedTests, 1);
    return { passed: result.numPassedTests, failed, skipped };
  },
});

/**
 * What the shell tests and the end-to-end tests serve; a clean clone has none yet.
 * @type {Step}
 */
const build = {
  name: 'build',
  run: async () => {
    const built = ensureBuilt(node);
    if (!built.ok) console.log(built.message);
    return { passed: built.ok ? 1 : 0, failed: built.ok ? 0 : 1, skipped: [] };
  },
};

/**
 * In a real browser, and in Electron where there is one. What looks at every phone in every dress is tagged `@long`.
 * @param {string} name @param {string[]} args @returns {Step}
 */
const endToEnd = (name, args) => ({
  name,
  run: async () => {
    const report = path.join(scratch, 'e2e.json');
    const { code } = await run([bin('@playwright/test/cli.js'), 'test', '--reporter=list,json', ...args], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      // Playwright sets FORCE_COLOR for its workers, which warn when they see both.
      NO_COLOR: undefined,
    });
    /** @typedef {{ title: string, specs?: { title: string, tests: { status: string, annotations: { type: string, description?: string }[] }[] }[], suites?: Suite[] }} Suite */
    /** @type {{ stats: { expected: number, unexpected: number, flaky: number }, suites: Suite[] }} */
    const result = JSON.parse(readFileSync(report, 'utf8'));
    /** @param {Suite} suite @returns {string[]} */
    const skips = (suite) => [
      ...(suite.specs ?? []).flatMap((spec) =>
        spec.tests
          .filter((test) => test.status === 'skipped')
          .map(
            (test) =>
              `${spec.title}: ${test.annotations.find((note) => note.type === 'skip')?.description ?? 'no reason given'}`,
          ),
      ),
      ...(suite.suites ?? []).flatMap(skips),
    ];
    const failed = code === 0 ? 0 : Math.max(result.stats.unexpected, 1);
    return { passed: result.stats.expected + result.stats.flaky, failed, skipped: result.suites.flatMap(skips) };
  },
});

/** @type {Record<string, () => Step[]>} */
const plans = {
  '--check': () => [checks, vitest('unit tests', ['src'])],
  '--long': () => [
    build,
    vitest('long tests', ['--config', 'vitest.long.config.ts']),
    endToEnd('end to end, long', ['--project', 'browser', '--grep', '@long']),
  ],
  '--all': () => [
    checks,
    build,
    vitest('unit, wire and contract tests', []),
    endToEnd('end to end', ['--grep-invert', '@long']),
  ],
};

const wanted = process.argv[2] ?? '--all';
const plan = plans[wanted];
if (!plan) {
  console.error(`Unknown: ${wanted}. Use ${Object.keys(plans).join(', ')}.`);
  process.exit(2);
}
/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: [] };
for (const step of plan()) {
  console.log(`\n== ${step.name}`);
  const startedAt = Date.now();
  const count = await step.run();
  console.log(
    `   ${count.passed} passed, ${count.failed} failed, ${count.skipped.length} skipped in ${secondsSince(startedAt)} s`,
  );
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped.push(...count.skipped);
}
rmSync(scratch, { recursive: true, force: true });
console.log('');
for (const one of total.skipped) console.log(`skipped: ${one}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
