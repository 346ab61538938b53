import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tries } from '../../../../../../tests/support/properties.ts';
import { followJson } from './rest-text.ts';

describe('JSON that follows the form', () => {
  const written = '{ "B": 1,\n    "A": {"x": [1, 2], "y": "old"} }';
  it('stays as it is written while it says the same', () =>
    expect(followJson(written, '{"A":{"y":"old","x":[1,2]},"B":1}')).toBe(written));
  it('changes in the one place, and keeps order and layout around it', () =>
    expect(followJson(written, '{"A":{"y":"new","x":[1,2]},"B":1}')).toBe(written.replace('old', 'new')));
  it('takes members in and out', () => {
    const led = followJson(written, '{"A":{"x":[1,2]},"C":true}');
    expect(JSON.parse(led)).toEqual({ A: { x: [1, 2] }, C: true });
    const laidOut = JSON.stringify({ B: 1, A: { x: [1, 2], y: 'old' } }, null, 2);
    const added = followJson(laidOut, '{"A":{"x":[1,2],"y":"old"},"C":true,"B":1}');
    expect(added).toBe(JSON.stringify({ B: 1, A: { x: [1, 2], y: 'old' }, C: true }, null, 2));
  });
  it('is printed anew where it is no JSON, no object, or has a key twice', () => {
    for (const text of ['{', '[]', '', '{"A":1,"A":2}'])
      expect(JSON.parse(followJson(text, '{"A":3}'))).toEqual({ A: 3 });
  });
  it('says what it should, whatever stood there', () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(object, object, fc.nat({ max: 4 }), (before, after, indent) => {
        const wanted = JSON.stringify(after);
        expect(JSON.parse(followJson(JSON.stringify(before, null, indent), wanted))).toEqual(JSON.parse(wanted));
      }),
      tries(200),
    );
  });
});
