import { describe, expect, it } from 'vitest';
import { claimMs, findJwts } from './jwt.ts';

const b64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = { alg: 'ES256', kid: 'ABC123DEFG' };
const claims = { iss: 'DEF123GHIJ', iat: 1_795_267_044, name: '丹尼' };
const token = `${b64url(header)}.${b64url(claims)}.[signature #af07ab98f4]`;
const request = (over: Partial<Parameters<typeof findJwts>[0]> = {}): Parameters<typeof findJwts>[0] => ({
  headers: [['authorization', `bearer ${token}`]],
  path: '/3/device/aa',
  body: { text: '{}' },
  ...over,
});

describe('findJwts', () => {
  it('reads header and claims, also outside ASCII', () =>
    expect(findJwts(request())).toEqual([{ where: 'authorization', header, claims, text: token }]));
  it('finds one in a form body', () =>
    expect(
      findJwts(request({ headers: [], body: { text: `grant_type=x&assertion=${token}` } })).map((one) => one.where),
    ).toEqual(['body']));
  it('finds none in an opaque token', () =>
    expect(findJwts(request({ headers: [['authorization', 'Bearer [access-token #ac879b469c]']] }))).toEqual([]));
  it('leaves out what only looks like one', () =>
    expect(findJwts(request({ headers: [['authorization', 'bearer eyJnope.eyJnope.sig']] }))).toEqual([]));
  it('leaves out claims that are no object', () =>
    expect(findJwts(request({ headers: [['authorization', `bearer ${b64url(header)}.${b64url([1])}.x`]] }))).toEqual(
      [],
    ));
  it('takes a body that is no text', () =>
    expect(findJwts(request({ headers: [], body: { text: null } }))).toEqual([]));
});

describe('claimMs', () => {
  it('is in milliseconds', () => expect(claimMs(claims, 'iat')).toBe(1_795_267_044_000));
  it('is null when it is not there', () => expect(claimMs(claims, 'exp')).toBeNull());
  it('is null for text', () => expect(claimMs({ iat: 'now' }, 'iat')).toBeNull());
});
