import { describe, expect, it } from 'vitest';
import { reasonOf } from './reason-of.ts';

describe('reasonOf', () => {
  const targets = [{ reason: null }, { reason: '20301' }, { reason: '200001' }];
  it('the code of the answer goes first', () => expect(reasonOf('80100000', targets)).toBe('80100000'));
  it('a success that names phones says why by the first of them', () => expect(reasonOf(null, targets)).toBe('20301'));
  it('a success has none', () => expect(reasonOf(null, [{ reason: null }])).toBeNull());
});
