import { describe, expect, it } from 'vitest';
import { createRedactor } from './redact.ts';

const fingerprint = (secret: string) => `len${secret.length}`;
const redactor = createRedactor(
  [
    { in: 'request', where: 'form', name: 'assertion', kind: 'assertion' },
    { in: 'request', where: 'json', name: 'app_secret', kind: 'app-secret' },
    { in: 'request', where: 'header', name: 'sign', kind: 'signature' },
  ],
  fingerprint,
);
const claims = Buffer.from('{"iss":"TEAM"}').toString('base64url');
const head = `eyJhbGciOiJFUzI1NiJ9.${claims}`;
const jwt = `${head}.c2lnbmF0dXJlLWJ5dGVz`;
const header = (value: string, name = 'authorization') => redactor.headers([[name, value]], 'request')[0]?.[1];

describe('headers', () => {
  it('a bearer becomes its kind and fingerprint', () =>
    expect(header('Bearer ya29.secret')).toBe('Bearer [access-token #len11]'));
  it('a JWT keeps header and claims', () => expect(header(`bearer ${jwt}`)).toBe(`bearer ${head}.[signature #len20]`));
  it('twice gives the same', () => expect(header(`bearer ${jwt}`)).toBe(header(`bearer ${jwt}`)));
  it('basic credentials', () => expect(header('Basic YTpi')).toBe('Basic [basic-credentials #len4]'));
  it('a legacy server key', () => expect(header('key=AAAA:APA91b')).toBe('key=[access-token #len11]'));
  it('no scheme', () => expect(header('secret')).toBe('[access-token #len6]'));
  it('a scheme alone stays', () => expect(header('bearer ')).toBe('bearer '));
  it('names are compared without case', () => expect(header('x', 'Authorization')).toBe('[access-token #len1]'));
  it('a vendor’s own header', () => expect(header('abc', 'Sign')).toBe('[signature #len3]'));
  it('a JWT in any other header', () => expect(header(jwt, 'x-debug')).toBe(`${head}.[signature #len20]`));
  it('other headers stay', () => expect(header('com.example', 'apns-topic')).toBe('com.example'));
});

describe('query', () => {
  it('secrets in the query go, the rest stays byte for byte', () =>
    expect(redactor.path('/v1/x?alt=json&access_token=ya29.a%2Bb&y=%20')).toBe(
      '/v1/x?alt=json&access_token=[access-token #len8]&y=%20',
    ));
  it('a path without query stays', () => expect(redactor.path('/3/device/aa')).toBe('/3/device/aa'));
});

describe('bodies', () => {
  const text = (body: string) => redactor.text(body, 'text/plain', 'request');
  const form = 'application/x-www-form-urlencoded';
  it('form fields by name', () =>
    expect(redactor.text(`grant_type=x&assertion=${jwt}&client_secret=s%3Dx`, form, 'request')).toBe(
      `grant_type=x&assertion=${head}.[signature #len20]&client_secret=[client-secret #len3]`,
    ));
  it('JSON values by name, at any depth, formatting kept', () =>
    expect(redactor.text('{ "a": [ {"app_secret" : "x\\ny"} ], "b": 1 }', 'application/json', 'request')).toBe(
      '{ "a": [ {"app_secret" : "[app-secret #len3]"} ], "b": 1 }',
    ));
  it('an access token in an answer', () =>
    expect(redactor.text('{"access_token":"ya29.x","expires_in":3599}', 'application/json', 'response')).toBe(
      '{"access_token":"[access-token #len6]","expires_in":3599}',
    ));
  it('names in JSON are compared without case, as vivo writes authToken', () => {
    const own = createRedactor(
      [{ in: 'response', where: 'json', name: 'authtoken', kind: 'access-token' }],
      (text) => `len${text.length}`,
    );
    expect(own.text('{"result":0,"authToken":"abcd"}', 'application/json', 'response')).toBe(
      '{"result":0,"authToken":"[access-token #len4]"}',
    );
  });
  it('JSON is found whatever the content type says', () =>
    expect(redactor.text('{"private_key":"k"}', '', 'request')).toBe('{"private_key":"[private-key #len1]"}'));
  it.each([
    ['in a form', 'a=-----BEGIN+PRIVATE+KEY-----%0AabcSECRET%0A-----END+PRIVATE+KEY-----&b=1', '&b=1'],
    ['of a kind', '-----BEGIN RSA PRIVATE KEY-----\nabcSECRET\n-----END RSA PRIVATE KEY----- y', ' y'],
    ['cut off', '{"pem":"-----BEGIN EC PRIVATE KEY-----\\nabcSECRET","b":1}', ',"b":1}'],
    ['at the end', 'x -----BEGIN PRIVATE KEY-----\nabcSECRET', ''],
  ])('takes out a private key %s and nothing after it', (_what, text, rest) => {
    const clean = redactor.text(text, 'text/plain', 'request');
    expect(clean).not.toContain('SECRET');
    expect(clean).toContain('[private-key #');
    expect(clean.endsWith(rest)).toBe(true);
  });
  it('a private key anywhere', () =>
    expect(
      redactor.text('x -----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY----- y', 'text/plain', 'request'),
    ).toMatch(/^x \[private-key #len\d+\] y$/));
  it('a JWT anywhere', () =>
    expect(redactor.text(`{"ext":"${jwt}"}`, 'application/json', 'request')).toBe(
      `{"ext":"${head}.[signature #len20]"}`,
    ));
  it('a JWT after a dash, before a dot and beside another', () => {
    expect(text(`x-${jwt}.`)).toBe(`x-${head}.[signature #len20].`);
    expect(text(`${jwt} ${jwt}`)).toBe(`${head}.[signature #len20] ${head}.[signature #len20]`);
  });
  it('words and numbers with dots stay', () => {
    for (const plain of ['eyJx.eyJy.z', 'eyJab.abcd.abcdefgh', 'com.example.eyJoy', '1.2.3.4', 'a..eyJabcd..b'])
      expect(text(plain)).toBe(plain);
  });
  it('a text made to be slow to search is not', () => {
    const slow = '-eyJ'.repeat(250_000);
    expect(text(slow)).toBe(slow);
    expect(header(slow, 'x-debug')).toBe(slow);
  });
  it('broken JSON with a secret name does not throw, and a secret in it still goes where it can be found', () =>
    expect(redactor.text('{"access_token":"abc"', 'application/json', 'request')).toBe(
      '{"access_token":"[access-token #len3]"',
    ));
  it('deeper than any stack, and cut off in the middle', () => {
    const deep = `{"private_key":"abc","x":${'['.repeat(100_000)}`;
    const clean = (body: string) => redactor.text(body, 'application/json', 'request');
    expect(clean(deep)).toBe(deep.replace('"abc"', '"[private-key #len3]"'));
    expect(clean('{"private_key": "ab')).toBe('{"private_key": "[private-key #len2]"');
  });
  it('an ordinary push stays as it is', () => {
    const push = '{"aps":{"alert":"hi"},"ext":"jump to denny"}';
    expect(redactor.text(push, 'application/json', 'request')).toBe(push);
  });
});
