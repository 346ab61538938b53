import { describe, expect, it } from 'vitest';
import { retarget } from './retarget.ts';

const draft = (payload: string) => ({ payload, options: {} });

describe('retarget', () => {
  it('changes the token and nothing else', () =>
    expect(retarget(draft('{ "message": {"token":"A" , "n": 1.50, "text":"A B"}}'), ['A'], 'C').payload).toBe(
      '{ "message": {"token":"C" , "n": 1.50, "text":"A B"}}',
    ));
  it('a token with signs of a pattern is taken as it is', () =>
    expect(retarget(draft('{"token":"A"}'), ['A'], '$&"\\').payload).toBe('{"token":"$&\\"\\\\"}'));
  it('a list becomes the one token', () =>
    expect(retarget(draft('{"to":["A","B"]}'), ['A', 'B'], 'C').payload).toBe('{"to":["C"]}'));
  it('so does a text with commas', () =>
    expect(retarget(draft('{"to":"A,B","title":"Hi"}'), ['A', 'B'], 'C').payload).toBe('{"to":"C","title":"Hi"}'));
  it('so does one with semicolons, as OPPO has them', () =>
    expect(retarget(draft('{"to":"A;B"}'), ['A', 'B'], 'C').payload).toBe('{"to":"C"}'));
  it('an option that names them becomes the one token, and other options stay', () =>
    expect(
      retarget({ payload: '{"n":1.50}', options: { pushIds: 'A, B', mode: 'x' } }, ['A', 'B'], 'C').options,
    ).toEqual({
      pushIds: 'C',
      mode: 'x',
    }));
  it.each(['', '{', 'A', 'null'])('leaves %j alone', (payload) =>
    expect(retarget(draft(payload), ['X', 'Y'], 'C').payload).toBe(payload),
  );
  it('a payload that names nobody stays', () =>
    expect(retarget(draft('{"aps":{}}'), [], 'C').payload).toBe('{"aps":{}}'));
});
