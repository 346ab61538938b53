import { describe, expect, it } from 'vitest';
import { decide, outcomes, sendCapture } from '../samples.ts';
import { payload } from '../payload/index.ts';

/** JSON.parse takes this and JSON.stringify does not. */
const deep = '['.repeat(9000) + ']'.repeat(9000);

describe('values nested deeper than the stack reaches', () => {
  it('are refused as any other wrong value', () => {
    const answer = decide(sendCapture(`{"message":{"token":"t","data":{"a":${deep}}}}`));
    expect(answer.reply.status).toBe(400);
    expect(Object.values(outcomes(answer))).toContain('failed');
  });
  it('do not make recognising throw', () =>
    expect(() => payload.recognise(`{"notification":{"title":"a"},"data":{"a":${deep}}}`, '')).not.toThrow());
});
