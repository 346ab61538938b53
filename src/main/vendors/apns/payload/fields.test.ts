import { describe, expect, it } from 'vitest';
import { optionHeaders } from '../wire.ts';
import { fields, keyUse } from './fields.ts';
import { payloadKeys } from './key-table.ts';

describe('apns fields', () => {
  it('say of every key, and of no other, what is made of it', () => {
    expect(Object.keys(keyUse).toSorted()).toEqual(payloadKeys.map(({ place, name }) => `${place} ${name}`).toSorted());
  });
  it('have every header that an option becomes', () => {
    const names = new Set(fields.map(({ name }) => name));
    for (const [, header] of optionHeaders) expect(names).toContain(header);
  });
  it('are complete, and each stands once', () => {
    for (const { name, takes, does, source } of fields) {
      expect(
        [takes, does, source.title].every((text) => text !== ''),
        name,
      ).toBe(true);
    }
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
  });
});
