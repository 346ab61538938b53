/** A secret in every place where a vendor has one, and in the general ones: it is in no copy, no export and no share file. */
import { describe, expect, it } from 'vitest';
import type { ExportCursor, ExportFormat } from '../../src/shared/contract/index.ts';
import { findVendor } from '../../src/main/vendors/index.ts';
import { codeKinds, codeOf } from '../../src/renderer/src/features/log/hand-over/code.ts';
import { markdownOf } from '../../src/renderer/src/features/log/hand-over/markdown.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { nineVendors } from '../support/nine-vendors.ts';

const canary = 'C4naryS3cretV4lue';
const jwt = `eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJUIn0.${canary}-c2lnbmF0dXJl`;
const key = `-----BEGIN PRIVATE KEY-----\n${canary}\n-----END PRIVATE KEY-----`;

/** One recorded call to a vendor with its secrets, and some that anybody may put anywhere. */
const entryOf = ({ id, request }: (typeof nineVendors)[number]) => {
  const vendor = findVendor(id);
  const made = request(1, Date.now());
  const rules = vendor?.secrets ?? [];
  const named = (side: 'request' | 'response', where: string) => rules.filter((rule) => rule.in === side && rule.where === where).map(({ name }) => [name, `${canary}-${name}`] as const);
  const text = Buffer.from(made.body).toString();
  const isJson = text.startsWith('{');
  const more = Object.fromEntries([...named('request', isJson ? 'json' : 'form'), ['note', jwt], ['pem', key], ['password', canary]]);
  const own = isJson ? JSON.stringify({ ...(JSON.parse(text) as object), ...more }) : `${text}&${new URLSearchParams(more).toString()}`;
  const query = new URLSearchParams(Object.fromEntries(named('request', 'query'))).toString();
  const headers = [...made.headers.filter(([name]) => !named('request', 'header').some(([secret]) => secret === name)), ...named('request', 'header'), ['cookie', `sid=${canary}`], ['x-api-key', canary]].map(([name, value]) => ({ name, value }));
  const answer = JSON.stringify({ ...Object.fromEntries(named('response', 'json')), access_token: canary, note: jwt });
  const url = `${vendor?.sender.hosts[0]?.origin ?? ''}${made.path}${query === '' ? '' : `${made.path.includes('?') ? '&' : '?'}${query}`}`;
  return { startedDateTime: '2026-11-01T10:00:00.000Z', time: 3, request: { method: made.method, url, headers, postData: { text: own } }, response: { status: 200, headers: [{ name: 'set-cookie', value: canary }], content: { text: answer } } };
}; // prettier-ignore

const exportAll = async ({ client }: RunningApp, format: ExportFormat, mask: boolean): Promise<string> => {
  let file = '';
  let cursor: ExportCursor | undefined;
  for (;;) {
    const { piece, next } = await client.handOver.export({ format, mask, ...(cursor ? { cursor } : {}) });
    file += piece;
    if (!next) return file;
    cursor = next;
  }
};

describe('a canary in every secret of nine vendors', () => {
  it('is in no copy and in no file', async () => {
    const app = await startApp();
    const text = JSON.stringify({ log: { version: '1.2', entries: nineVendors.map(entryOf) } });
    expect(text).toContain(canary);
    const { readings } = await app.client.handOver.read({ text, fileName: 'a.har' });
    expect(new Set(readings.map(({ vendor }) => vendor)).size).toBe(9);
    expect(JSON.stringify(readings), 'readings').not.toContain(canary);
    const indexes = readings.map(({ index }) => index);
    const added = await app.client.handOver.import({ text, fileName: 'a.har', indexes });
    const exchanges = await Promise.all(added.exchanges.map(({ id }) => app.client.exchanges.get({ id })));
    expect(exchanges).toHaveLength(9);
    for (const exchange of exchanges) {
      const { view } = await app.client.exchanges.draft({ id: exchange.id });
      const copies = {
        ...Object.fromEntries(codeKinds.map((kind) => [kind, codeOf(kind, exchange)])),
        markdown: markdownOf(exchange, { t: (id) => id, vendor: '', meaning: '' }),
        payload: view?.draft.payload ?? '',
        token: exchange.targets.map(({ token }) => token).join(),
      };
      for (const [kind, copy] of Object.entries(copies)) {
        expect(copy.length, `${exchange.vendor} ${kind}`).toBeGreaterThan(0);
        expect(copy, `${exchange.vendor} ${kind}`).not.toContain(canary);
      }
    }
    for (const format of ['har', 'ndjson', 'csv', 'apns', 'pushscope'] as const) {
      for (const mask of [false, true]) {
        const file = await exportAll(app, format, mask);
        expect(file.length, format).toBeGreaterThan(100);
        expect(file, format).not.toContain(canary);
      }
    }
  });
});
