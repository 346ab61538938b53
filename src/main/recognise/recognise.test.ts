import { describe, expect, it } from 'vitest';
import { fromBytes } from '../vendors/kit/text.ts';
import { readCurl } from './curl.ts';
import { shellWords } from './shell-words.ts';

describe('shell words', () => {
  it.each([
    [`a  b`, ['a', 'b']],
    [`'a b' "c d"`, ['a b', 'c d']],
    [`a\\ b`, ['a b']],
    [`"a\\"b\\$c\\n"`, ['a"b$c\\n']],
    [`$'a\\n\\'b\\u4f60\\x41'`, ["a\n'b你A"]],
    [`a\\\n  b`, ['a', 'b']],
    [`a \\\r\n b`, ['a', 'b']],
    [`''`, ['']],
    [`x'y'"z"`, ['xyz']],
    [`'never closed`, ['never closed']],
    ['', []],
  ])('%j', (text, words) => expect(shellWords(text)).toEqual(words));
});

describe('cURL commands', () => {
  const read = (text: string) => {
    const curl = readCurl(text);
    if (!curl) throw new Error('not read');
    return { ...curl, body: fromBytes(curl.request.body) };
  };
  it('method, headers and body', () => {
    const curl = read(
      `curl -v --http2 -H 'apns-topic: com.example.chat' -H "apns-priority:10" -d '{"aps":{}}' https://api.push.apple.com/3/device/aa`,
    );
    expect(curl.request).toMatchObject({
      method: 'POST',
      path: '/3/device/aa',
      headers: [
        ['apns-topic', 'com.example.chat'],
        ['apns-priority', '10'],
      ],
    });
    expect(curl.body).toBe('{"aps":{}}');
    expect(curl.left).toEqual([]);
  });
  it('options glued to their values, and data given twice', () => {
    const curl = read(`curl -XPUT --url=http://x/y?z=1 -da=1 --data-raw b=2`);
    expect(curl.request).toMatchObject({ method: 'PUT', path: '/y?z=1' });
    expect(curl.body).toBe('a=1&b=2');
  });
  it('secrets are left out and named', () => {
    const curl = read(`curl -H 'Authorization: bearer eyJ' --cert me.pem -u a:b https://x/`);
    expect(JSON.stringify(curl.request.headers)).not.toContain('eyJ');
    expect(curl.left).toEqual(['authorization', 'client-certificate']);
  });
  it('a body in a file is named, except after --data-raw', () => {
    expect(read(`curl -d @body.json https://x/`).left).toEqual(['body-file']);
    expect(read(`curl --data-raw @me https://x/`).body).toBe('@me');
  });
  it('--json says what it sends', () =>
    expect(read(`curl --json '{}' x.example/y`).request.headers).toEqual([['content-type', 'application/json']]));
  it('a prompt before it does not matter', () => expect(readCurl('$ curl https://x/')).not.toBeNull());
  it.each(['', 'curl', 'wget https://x/', 'curl -H', '{"aps":{}}'])('%j is none', (text) =>
    expect(readCurl(text)).toBeNull(),
  );
});
