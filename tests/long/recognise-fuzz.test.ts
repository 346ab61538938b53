/** Whatever is pasted, reading it ends soon and never throws. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { corpus } from '../fixtures/recognise/corpus.ts';
import { readAnything } from '../../src/main/recognise/index.ts';
import { vendors } from '../../src/main/vendors/index.ts';

/** Numbers that look random and are the same every time. */
const dice = (seed: string) => {
  let turn = 0;
  return (below: number): number => {
    turn += 1;
    return createHash('sha1').update(`${seed} ${turn}`).digest().readUInt32BE(0) % below;
  };
};

const glue = [
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  '\n',
  '\r\n',
  '&',
  '=',
  '%7B',
  '%',
  'curl ',
  '\u0000',
  '🙂',
  '你',
  ' ',
  "'",
  'H4sI',
];

const mutate = (bytes: Buffer, roll: (below: number) => number): Buffer => {
  const at = roll(bytes.length + 1);
  const to = Math.min(bytes.length, at + roll(40));
  const piece = Buffer.from(glue[roll(glue.length)] ?? '');
  const kinds = [
    () => Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from([roll(256)]), bytes.subarray(to)]),
    () => Buffer.from(bytes.toString('base64')),
    () => Buffer.from(JSON.stringify({ body: bytes.toString('utf8') })),
    () => Buffer.concat([bytes, bytes.subarray(at)]),
  ];
  return kinds[roll(kinds.length)]?.() ?? bytes;
};

it('five thousand damaged inputs', () => {
  let slowestMs = 0;
  const roll = dice('recognise');
  for (let round = 0; round < 5000; round++) {
    const sample = corpus[roll(corpus.length)];
    let bytes: Buffer = Buffer.from(sample?.bytes ?? Buffer.from(sample?.text ?? ''));
    for (let times = roll(6); times >= 0; times--) bytes = mutate(bytes, roll);
    const startedMs = performance.now();
    const isFile = roll(2) === 0;
    const readings = readAnything(
      { text: isFile ? null : bytes.toString('utf8'), bytes: isFile ? new Uint8Array(bytes) : null, fileName: '' },
      { vendors },
    );
    slowestMs = Math.max(slowestMs, performance.now() - startedMs);
    expect(Array.isArray(readings)).toBe(true);
  }
  expect(slowestMs).toBeLessThan(2000);
}, 300_000);

it.each([
  ['open brackets', '{'.repeat(500_000)],
  ['nested lists', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ['nested objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`],
  ['quotes', '"'.repeat(1_000_001)],
  ['backslashes', '\\"'.repeat(500_000)],
  ['percent signs', '%7B'.repeat(500_000)],
  ['a form of many fields', 'a=1&'.repeat(300_000)],
  ['many curls', 'curl \n'.repeat(100_000)],
  ['one long word', 'a'.repeat(3_900_000)],
  ['many log lines', '{"aps":{"alert":"x"}} '.repeat(50_000)],
])('hostile: %s', (_name, text) => {
  const startedMs = performance.now();
  readAnything({ text, bytes: null, fileName: '' }, { vendors });
  expect(performance.now() - startedMs).toBeLessThan(5000);
});
