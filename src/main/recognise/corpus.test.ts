import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { vendors } from '../vendors/index.ts';
import { readAnything } from './read.ts';
import { corpus, mixtures, type Sample } from '../../../tests/fixtures/recognise/corpus.ts';

const read = ({ text, bytes, fileName }: Pick<Sample, 'text' | 'bytes' | 'fileName'>) =>
  readAnything({ text: text ?? null, bytes: bytes ?? null, fileName: fileName ?? '' }, { vendors });

describe('paste or drop anything', () => {
  it('the corpus has at least sixty inputs', () => expect(corpus.length).toBeGreaterThanOrEqual(60));

  it.each(corpus)('$name', ({ expected, ...sample }) => {
    const readings = read(sample);
    if (!expected) return expect(readings).toEqual([]);
    const { what, form, vendor, count, token } = expected;
    // Two vendors may have one form; then both are offered, and neither is surer.
    const surest = readings.filter(({ certainty }) => certainty === readings[0]?.certainty);
    const first = surest.find((one) => one.vendor === (vendor ?? one.vendor));
    expect(first).toMatchObject({ what, ...(form && { form }), ...(vendor && { vendor }) });
    if (count !== undefined) expect(readings).toHaveLength(count);
    if (token !== undefined) expect(first?.tokens[0]).toBe(token);
    return undefined;
  });

  it('says how it got there', () => {
    const text = Buffer.from(gzipSync('{"aps":{"alert":"hi"}}')).toString('base64');
    const [first] = read({ text: JSON.stringify({ request: { body: text } }) });
    expect(first?.steps.map(({ id }) => id)).toEqual([
      'recognise.step.member',
      'recognise.step.base64',
      'recognise.step.gzip',
    ]);
  });
  it.each(mixtures)('several things at once: $name', ({ text, expected }) => {
    const readings = read({ text }).map(({ what, vendor, tokens, steps }) => [
      what,
      vendor,
      tokens[0] ?? '',
      steps.at(-1)?.params?.['line'] ?? 0,
    ]);
    expect(readings).toEqual(expected);
  });
  it('gives the same readings in the same order again', () => {
    for (const sample of corpus) expect(read(sample)).toEqual(read(sample));
  });
  it('keeps the answer that stands below a request', () => {
    const sample = corpus.find(({ name }) => name === 'raw HTTP with its answer below');
    expect(read(sample ?? {})[0]?.request?.response?.status).toBe(400);
  });
  it('a bomb does not go off', () => {
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(64 * 1024 * 1024, 32)));
    expect(read({ bytes: bomb })).toEqual([]);
  });
});
