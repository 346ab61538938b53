import { describe, expect, it } from 'vitest';
import { findVendor, vendors } from '../vendors/index.ts';
import type { VendorId } from '../../shared/contract/index.ts';
import { readPairs } from './pairs.ts';

const read = (vendor: VendorId, text: string) => readPairs(vendor, findVendor(vendor)?.auth.form ?? [], text);
const oppo = { appKey: '0a1b2c', masterSecret: 'm4st3r', appSecret: '4pp' };

describe('pairs of names and values', () => {
  it.each([
    ['lines of a mail', 'AppKey: 0a1b2c\nAppSecret: 4pp\nMasterSecret: m4st3r'],
    ['other marks and blanks', 'app key = 0a1b2c\r\n\r\n  APP_SECRET=4pp\nmaster-secret：m4st3r;'],
    ['a .env file', '# OPPO\nexport OPPO_APP_KEY=0a1b2c\nOPPO_APP_SECRET=\'4pp\'\nOPPO_MASTER_SECRET="m4st3r"'],
    ['a table of the console', 'AppKey\t0a1b2c\nAppSecret\t4pp\nMasterSecret\tm4st3r'],
    ['names and values by turns', 'AppKey\n0a1b2c\nAppSecret:\n4pp\nMasterSecret\nm4st3r'],
    ['JSON', '{"appKey":"0a1b2c","app_secret":"4pp","masterSecret":"m4st3r","other":{"appKey":"x"}}'],
    ['lines of JSON', '"appKey": "0a1b2c",\n"appSecret": "4pp",\n"masterSecret": "m4st3r"'],
  ])('%s', (_about, text) => expect(read('oppo', text)).toEqual(oppo));
  it('a value may hold the marks of a pair', () =>
    expect(read('xiaomi', 'AppSecret: a+b/c==\n包名：com.example.chat')).toEqual({
      appSecret: 'a+b/c==',
      packageName: 'com.example.chat',
    }));
  it('a number of JSON is a text', () => expect(read('vivo', '{"appId":100000001}')).toEqual({ appId: '100000001' }));
  it('the other name of a label counts too', () =>
    expect(read('huawei', 'Client ID: 104000001\nClient Secret: abc')).toEqual({
      appId: '104000001',
      appSecret: 'abc',
    }));
  it('a name that two fields could go by is left out', () => expect(read('xiaomi', 'Channel ID: 1')).toBeNull());
  it('the first of two values counts', () => expect(read('vivo', 'appId: 1\nappId: 2')).toEqual({ appId: '1' }));
  it.each([
    ['', 'nothing'],
    ['[]', 'a list'],
    ['hello', 'a word'],
    ['AppKey:', 'a name alone'],
    ['{\n"appKey": "0a1b2c",\n"masterSecret": "m4', 'an object that is cut'],
    ['x'.repeat(20_001), 'too much'],
  ])('%#: nothing is read of %s', (text) => expect(read('oppo', text)).toBeNull());
  it.each([
    { type: 'service_account', client_id: '1', project_id: 'p', private_key: 'k', client_email: 'a@example.com' },
    { client_id: '1', private_key: 'k', client_email: 'a@example.com' },
    { type: 'authorized_user', client_id: '1', client_secret: 's', refresh_token: 'r' },
  ])('%#: nothing is read of a file of Google', (file) => {
    for (const text of [JSON.stringify(file), JSON.stringify(file, null, 2)])
      for (const { id } of vendors) expect(read(id, text)).toBeNull();
  });
  it('a name with another vendor’s in front is not this vendor’s', () =>
    expect(read('meizu', 'VIVO_APP_ID=1\nVIVO_APP_SECRET=2')).toBeNull());
  it('every field of every vendor is read by its label and by its name in the environment', () => {
    for (const { id, auth } of vendors) {
      for (const { name, label } of auth.form ?? []) {
        const env = `${id}_${name.replaceAll(/[A-Z]/g, '_$&')}`.toUpperCase();
        expect(read(id, `${env}=x`), env).toEqual({ [name]: 'x' });
        expect(read(id, `${label}: x`), label).toEqual({ [name]: 'x' });
      }
    }
  });
});
