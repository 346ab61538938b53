import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../../shared/contract/index.ts';
import { readCurl } from '../../../../../main/recognise/curl.ts';
import { anExchange } from '../testing.ts';
import { codeKinds, codeOf } from './code.ts';
import { markdownOf } from './markdown.ts';

const payload = `{"aps":{"alert":"It's \\"12:30\\" $HOME \`x\` 你好"},"key":"[app-secret #0123456789ab]"}`;
const base = anExchange();
const exchange: Exchange = {
  ...base,
  vendor: 'apns',
  request: {
    ...base.request,
    method: 'POST',
    origin: 'https://api.push.apple.com',
    path: '/3/device/aa11',
    httpVersion: '2',
    headers: [
      ['authorization', 'bearer eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJUIn0.[signature #0123456789ab]'],
      ['apns-topic', 'com.example.chat'],
      ['content-length', '9'],
    ],
    body: { bytes: payload.length, text: payload, bodyB64: null, cut: false },
  },
};

describe('copy as', () => {
  it('cURL says HTTP/2, names its secrets and reads back as the same request', () => {
    const text = codeOf('curl', exchange);
    expect(text).toContain('curl --http2 -X POST');
    expect(text).toContain(`-H 'authorization: bearer '"$ACCESS_TOKEN"`);
    expect(text).toContain('"$APP_SECRET"');
    expect(text).not.toMatch(/content-length|signature|eyJ/);
    expect(readCurl(text)?.request).toMatchObject({ method: 'POST', path: '/3/device/aa11' });
  });
  it('a shell hands the payload over byte for byte', () => {
    const args = codeOf('curl', exchange).replace(/^curl/, `printf '%s\\n'`);
    const said = execFileSync('sh', ['-c', args], { env: { ...process.env, APP_SECRET: 'S', ACCESS_TOKEN: 'T' } });
    expect(said.toString()).toContain(payload.replace('[app-secret #0123456789ab]', 'S'));
    expect(said.toString()).toContain('authorization: bearer T');
  });
  it('Node code parses', () => {
    const text = codeOf('node', exchange);
    expect(text).toContain('process.env.APP_SECRET');
    execFileSync(process.execPath, ['--input-type=module', '--check'], { input: text });
  });
  it('without a header for it, APNs asks for the certificate', () => {
    const request = { ...exchange.request, headers: [] };
    for (const kind of codeKinds) expect(codeOf(kind, { vendor: 'apns', request })).toContain('CLIENT_CERTIFICATE');
  });
  it.each(codeKinds)('%s holds no fingerprint', (kind) =>
    expect(codeOf(kind, exchange)).not.toMatch(/#0123456789ab|signature/),
  );
  it('a ticket cannot be broken out of', () => {
    const body = { ...exchange.request.body, text: 'a\n````\n# evil' };
    const evil = { ...exchange, title: 'a|b\nc', request: { ...exchange.request, body } };
    const text = markdownOf(evil, { t: (id) => id, vendor: 'APNs', meaning: '' });
    expect(text).toContain('`````');
    expect(text.split('\n')[0]).toBe('### APNs: a\\|b c' + (evil.body === '' ? '' : ` · ${evil.body}`));
  });
});
