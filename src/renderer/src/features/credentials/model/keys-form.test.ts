import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../../../shared/contract/index.ts';
import {
  isKeyVendor,
  keysCall,
  keysForm,
  problemsOfFailure,
  withKeyFile,
  withKeysApp,
  withoutProblem,
  withVendor,
  type KeyVendor,
} from './keys-form.ts';
import { app, keyCredential, vendor } from './samples.ts';

const field = (name: string, secret = false) => ({ name, label: name, secret, required: true });
const huawei: KeyVendor = {
  ...vendor({ id: 'huawei', label: 'Huawei', platforms: ['android'] }),
  credentialForm: [field('appId'), field('privateKey', true), field('appSecret', true)],
};
const meizu: KeyVendor = {
  ...vendor({ id: 'meizu', label: 'Meizu', platforms: ['android'] }),
  credentialForm: [field('appId'), field('appSecret', true)],
};
const stored: Credential = keyCredential({
  vendor: 'huawei',
  name: 'Chat',
  appId: 'app_1',
  facts: {
    kind: 'app-keys',
    vendor: 'huawei',
    values: { appId: '1', publicKeyPem: 'PEM' },
    secretNames: ['privateKey'],
  },
});
const empty = keysForm(huawei, [], null);

describe('the form of keys', () => {
  it('is for vendors that have one', () => {
    const none = vendor({ id: 'fcm', label: 'FCM', platforms: ['android'] });
    expect([huawei, none, { ...none, credentialForm: [] }].map(isKeyVendor)).toEqual([true, false, false]);
  });
  it('begins with the only app, which sends with it where it has nothing of the vendor', () => {
    const used = app({ credentialIds: { huawei: 'crd_1' } });
    expect(keysForm(huawei, [app()], null)).toMatchObject({ name: 'Huawei', appId: 'app_1', useForApp: true });
    expect(keysForm(huawei, [used], null)).toMatchObject({ appId: 'app_1', useForApp: false });
    expect(keysForm(huawei, [app(), app({ id: 'app_2' })], null)).toMatchObject({ appId: null, useForApp: false });
    expect(withKeysApp(empty, 'app_1', [app()])).toMatchObject({ appId: 'app_1', useForApp: true });
  });
  it('of a renewal begins with what was typed and is public, never with what follows from it', () => {
    expect(keysForm(huawei, [app()], stored)).toMatchObject({
      name: 'Chat',
      appId: 'app_1',
      values: { appId: '1' },
      useForApp: false,
    });
  });
  it('of another vendor begins anew; a name that was given stays', () => {
    const typed = { ...empty, values: { appId: '1' } };
    expect(withVendor(typed, huawei, meizu, [])).toMatchObject({ vendor: 'meizu', name: 'Meizu', values: {} });
    expect(withVendor({ ...typed, name: 'Mine' }, huawei, meizu, []).name).toBe('Mine');
  });
});

describe('a key file', () => {
  const read = { values: { appId: '7', publicKeyPem: 'PEM' }, secretNames: ['privateKey'], problems: [] };
  const typed = { ...empty, values: { appId: '1', privateKey: 'old', appSecret: 'kept' } };
  it('fills the public fields, and its secrets take the place of typed ones', () => {
    const form = withKeyFile(typed, 'text', read, huawei);
    expect(form.values).toEqual({ appId: '7', appSecret: 'kept' });
    expect(form.keyFile).toEqual({ text: 'text', secretNames: ['privateKey'] });
  });
  it('goes along with the call, as does what is renewed', () => {
    expect(keysCall(withKeyFile(typed, 'text', read, huawei), 'crd_1')).toEqual({
      vendor: 'huawei',
      name: 'Huawei',
      appId: null,
      values: { appId: '7', appSecret: 'kept' },
      keyFile: 'text',
      replaceId: 'crd_1',
    });
    expect(Object.keys(keysCall(empty, null))).not.toContain('keyFile');
  });
});

describe('what the core says of fields', () => {
  const phrase = { id: 'credential.keys.missing' };
  const failure = (code: string, fields: unknown) => ({ code, message: '', details: { fields } });
  it('stands by field name, without what is said of the form as a whole', () => {
    const fields = [{ field: 'appId', phrase }, { field: null, phrase }, 'odd'];
    expect(problemsOfFailure(failure('api.bad-input', fields))).toEqual({ appId: phrase });
  });
  it('is nothing for any other failure', () => {
    expect(problemsOfFailure(null)).toEqual({});
    expect(problemsOfFailure(failure('store.failed', [{ field: 'appId', phrase }]))).toEqual({});
    expect(problemsOfFailure(failure('api.bad-input', undefined))).toEqual({});
  });
  it('goes when the field is being mended', () => {
    expect(withoutProblem({ appId: phrase, appSecret: phrase }, 'appId')).toEqual({ appSecret: phrase });
  });
});
