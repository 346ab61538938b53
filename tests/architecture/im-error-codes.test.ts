/** Every code of the backend's error pages is answered by something here, or it is said why nothing does. */
import { describe, expect, it } from 'vitest';
import { codesOfRefusals, errorCodes } from '../../src/main/im/error-codes.ts';
import { imTexts } from '../../src/main/im/index.ts';
import { refusalCodes } from '../../src/main/im/refusals.ts';

const refusals = new Map(Object.entries(refusalCodes));

describe('the error codes of the IM backend', () => {
  it('are each in the table once', () => {
    const all = errorCodes.flatMap(({ codes }) => codes);
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
  });
  it('of every refusal are in the table', () => {
    const answered = new Set(errorCodes.filter(({ by }) => by.length > 0).flatMap(({ codes }) => codes));
    expect([...codesOfRefusals()].filter((code) => !answered.has(code))).toEqual([]);
  });
  it.each(errorCodes.map((one) => ({ ...one, name: one.codes.join(', ') })))('$name', ({ codes, by, why }) => {
    expect(why === null).toBe(by.length > 0);
    expect(imTexts.en[`im.code.${codes[0]}`]).toBeTruthy();
    if (why) expect(imTexts.en[`im.code.why.${why}`]).toBeTruthy();
    for (const name of by) {
      const refusal = refusals.get(name);
      if (refusal)
        expect(
          codes.some((code) => code === refusal.c2c || code === refusal.group),
          name,
        ).toBe(true);
      else expect(imTexts.en[`im.life.${name}`], name).toMatch(codes[0] === 6014 ? /log/ : String(codes[0]));
    }
  });
});
