import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/contract/errors.ts';
import type { CredentialField } from '../vendors/vendor.ts';
import { openKeys, previewKeys, type KeyVendor } from './keys.ts';

const field = (name: string, over: Partial<CredentialField> = {}): CredentialField => ({
  name,
  label: name.toUpperCase(),
  secret: false,
  required: true,
  check: (value) => (value.startsWith('bad') ? { id: 'test.bad' } : null),
  certainty: 'documented',
  source: { title: 'A test', url: 'https://example.com', checked: '2026-11-21' },
  ...over,
});
/** One ID and either of two secrets; a key file and a value that follows from the others. */
const vendor: KeyVendor = {
  id: 'meizu',
  label: 'Test',
  sender: { hosts: [] },
  auth: {
    form: [
      field('id'),
      field('secret', { secret: true, required: false }),
      field('key', { secret: true, required: false }),
    ],
    readKeyFile: (text) => (text.startsWith('file:') ? { id: 'from-file', key: text.slice(5), other: 'x' } : null),
    publicValues: ({ key }): Record<string, string> => (key ? { publicKey: `public of ${key.length}` } : {}),
    plan: ({ secret }) => {
      if (!secret['secret'] && !secret['key']) throw new AppError('credential.unsupported');
      return { kind: 'signed', cacheKey: '', make: () => ({ value: '', renewAtMs: 0, expiresAtMs: 0 }) };
    },
  },
};
const good = { id: '1', secret: 'canary' };
const failureOf = (work: () => unknown): AppError => {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};
/** Which fields are wrong, and what is said. */
const problemsOf = (values: Record<string, string>, keyFile?: string) =>
  previewKeys(vendor, { values, ...(keyFile === undefined ? {} : { keyFile }) }).problems.map((one) => [
    one.field,
    one.phrase.id,
  ]);

describe('a form that is filled in', () => {
  it('becomes public facts and a secret', () => {
    expect(openKeys(vendor, { values: good })).toEqual({
      facts: { kind: 'app-keys', vendor: 'meizu', values: { id: '1' }, secretNames: ['secret'] },
      secret: { secret: 'canary' },
    });
  });
  it('loses the blanks around its values, and empty ones', () => {
    const { facts, secret } = openKeys(vendor, { values: { id: ' 1\n', secret: '\tcanary ', key: '  ' } });
    expect([facts, secret]).toMatchObject([{ values: { id: '1' }, secretNames: ['secret'] }, { secret: 'canary' }]);
    expect(secret).not.toHaveProperty('key');
  });
  it('keeps what follows from a secret', () => {
    const { facts } = openKeys(vendor, { values: { id: '1', key: 'abc' } });
    expect(facts).toMatchObject({ values: { id: '1', publicKey: 'public of 3' }, secretNames: ['key'] });
  });
  it('takes from a key file what was not typed, and nothing else', () => {
    const { facts, secret } = openKeys(vendor, { values: { id: 'typed', key: '' }, keyFile: 'file:canary' });
    expect(secret).toEqual({ key: 'canary' });
    expect(facts).toMatchObject({ values: { id: 'typed', publicKey: 'public of 6' } });
  });
});

describe('what is wrong with a form', () => {
  it('is nothing when it is right', () => expect(problemsOf(good)).toEqual([]));
  it.each<[string, Record<string, string>, [string | null, string]]>([
    ['a value that is needed is not there', { secret: 'canary' }, ['id', 'credential.keys.missing']],
    ['a value that is needed is blank', { ...good, id: ' ' }, ['id', 'credential.keys.missing']],
    ['its field refuses a value', { ...good, id: 'bad' }, ['id', 'test.bad']],
    ['its field refuses a value that is not needed', { ...good, key: 'bad' }, ['key', 'test.bad']],
    ['no set of values is whole', { id: '1' }, [null, 'credential.keys.incomplete']],
    ['a name is not one of the form', { ...good, canary: '1' }, [null, 'credential.keys.unknown-field']],
    ['a name belongs to every object', { ...good, constructor: '1' }, [null, 'credential.keys.unknown-field']],
  ])('%s', (_about, values, expected) => expect(problemsOf(values)).toEqual([expected]));

  it('is said of every field at once, by the name of each and without its value', () => {
    const error = failureOf(() => openKeys(vendor, { values: { id: 'bad-canary', secret: 'bad-canary', canary: '' } }));
    expect(error.code).toBe('api.bad-input');
    expect(error.details).toMatchObject({
      reason: { id: 'credential.keys.refused', params: { fields: 'ID, SECRET' } },
      fields: [{ field: 'id' }, { field: 'secret' }, { field: null }],
    });
    expect(JSON.stringify([error.details, error.message])).not.toContain('canary');
  });
  it('a text that is no key file is refused, and so is any text where the vendor has none', () => {
    const { readKeyFile: _none, ...auth } = vendor.auth;
    for (const one of [vendor, { ...vendor, auth }]) {
      const error = failureOf(() => previewKeys(one, { values: good, keyFile: 'canary' }));
      expect([error.code, error.details]).toMatchObject([
        'credential.unreadable',
        { reason: { id: 'credential.keys.not-key-file' } },
      ]);
      expect(JSON.stringify(error.details)).not.toContain('canary');
    }
  });
  it('a vendor whose credentials are files has no form', () => {
    const { form: _none, ...auth } = vendor.auth;
    expect(failureOf(() => openKeys({ ...vendor, auth }, { values: good })).code).toBe('credential.unsupported');
  });
  it('a preview never shows a secret', () => {
    const preview = previewKeys(vendor, { values: { id: 'bad', secret: 'canary' }, keyFile: 'file:canary' });
    expect(preview).toMatchObject({ values: { id: 'bad' }, secretNames: ['secret', 'key'] });
    expect(JSON.stringify(preview)).not.toContain('canary');
  });
});
