import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../../tests/support/folders.ts';
import type { ExchangeSummary } from '../../shared/contract/index.ts';
import { exchangeRow, openStore, type NewExchange, type Recurring, type Store } from './index.ts';
import { latestVersion, migrate, migrations } from './migrations/index.ts';
import { applicationId, databaseName } from './open.ts';
import { reads } from './repositories/index.ts';

const workerUrl = new URL('worker.ts', import.meta.url);
const open = async (folder: string): Promise<Store> => {
  const store = await openStore({ folder, workerUrl, nowMs: Date.UTC(2026, 10, 21, 9, 41) });
  onTestFinished(() => store.close().catch(() => undefined));
  return store;
};
const exchange = (id: string, over: Partial<NewExchange> = {}): { summary: NewExchange; detail: string } => ({
  summary: {
    id,
    atMs: 1,
    origin: 'captured',
    vendor: 'apns',
    kind: 'push',
    outcome: 'accepted',
    status: 200,
    reason: null,
    messageId: null,
    vendorMessageId: null,
    title: 'Denny',
    body: 'Lunch?',
    targets: [{ token: 'aa', deviceId: null, outcome: 'accepted', reason: null }],
    tookMs: 1.5,
    requestBytes: 10,
    ...over,
  },
  detail: '{"request":{}}',
});
const row = (id: string, recurring: Recurring | null = null) => {
  const { summary, detail } = exchange(id);
  return exchangeRow(summary, detail, recurring);
};
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: { code?: unknown }) => error.code,
  );

const clear = async (store: Store): Promise<void> => {
  await store.write('putRemoval', { id: 'r', atMs: 1, query: null });
  while (await store.write('purgeRemovals', { beforeMs: 1, limit: 10 }));
};

describe('exchanges', () => {
  it('are read back whole, newest first, in pages', async () => {
    const store = await open(tempFolder());
    const seqs = await Promise.all(['a', 'b', 'c'].map((id) => store.write('insertExchange', row(id))));
    expect(seqs).toEqual([1, 2, 3]);
    const ids = (rows: readonly ExchangeSummary[]) => rows.map((row) => row.id);
    const page = async (before: number) => {
      const args = { query: null, after: 0, before, order: 'DESC', limit: 2, budgetMs: 1000, paths: [] } as const;
      return ids((await store.read('searchExchanges', args)).items);
    };
    expect(await page(Number.MAX_SAFE_INTEGER)).toEqual(['c', 'b']);
    expect(await page(2)).toEqual(['a']);
    const { detail: _detail, summary } = exchange('b');
    expect(await store.read('findExchange', { id: 'b' })).toEqual({
      ...summary,
      seq: 2,
      verdict: null,
      explanation: null,
      request: {},
      shown: [],
      taps: [],
    });
    expect(await store.read('findExchange', { id: 'x' })).toBeNull();
  });
  it('keep their numbers rising after a clear', async () => {
    const store = await open(tempFolder());
    await store.write('insertExchange', row('a'));
    await clear(store);
    expect(await store.read('countExchanges')).toBe(0);
    expect(await store.write('insertExchange', row('b'))).toBe(2);
  });
  it('keep a part that recurs once, and are whole all the same', async () => {
    const folder = tempFolder();
    const store = await open(folder);
    const text = '{"verdict":{"accepted":true},"explanation":null}';
    await store.write('insertExchange', row('a', { key: 'k', text }));
    await store.write('insertExchange', row('b', { key: 'k', text: null }));
    await store.write('insertExchange', row('c', { key: 'k', text }));
    for (const id of ['a', 'b', 'c']) {
      expect(await store.read('findExchange', { id })).toMatchObject({ request: {}, verdict: { accepted: true } });
    }
    const db = new Database(path.join(folder, databaseName), { readonly: true });
    expect(db.prepare('SELECT key, text FROM recurring_texts').all()).toEqual([{ key: 'k', text }]);
    db.close();
    await clear(store);
    expect(await store.write('dropUnusedRecurring')).toBe(1);
    await store.write('insertExchange', row('d', { key: 'k', text }));
    expect(await store.read('findExchange', { id: 'd' })).toMatchObject({ verdict: { accepted: true } });
  });
  it('one bad write of a batch is rolled back alone', async () => {
    const store = await open(tempFolder());
    const results = await Promise.allSettled(['a', 'a', 'b'].map((id) => store.write('insertExchange', row(id))));
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await store.read('countExchanges')).toBe(2);
  });
  it('more than fit one batch come in the order they were written', async () => {
    const store = await open(tempFolder());
    const ids = Array.from({ length: 300 }, (_, n) => `e${n}`);
    const seqs = await Promise.all(ids.map((id) => store.write('insertExchange', row(id))));
    expect(seqs).toEqual(ids.map((_, n) => n + 1));
  });
  it('are written beside a change of the connection', async () => {
    const store = await open(tempFolder());
    const [, seq] = await Promise.all([
      store.write('setPowerLossSafe', { on: true }),
      store.write('insertExchange', row('a')),
    ]);
    expect(seq).toBe(1);
  });
  it('are on disk when the write resolves', async () => {
    const folder = tempFolder();
    const store = await open(folder);
    await store.write('insertExchange', row('a'));
    const other = new Database(path.join(folder, databaseName), { readonly: true });
    expect(other.prepare('SELECT count(*) AS n FROM exchanges').get()).toEqual({ n: 1 });
    other.close();
  });
});

describe('certificate IDs', () => {
  it('rise for ever, also over deleted credentials and restarts', async () => {
    const folder = tempFolder();
    const store = await open(folder);
    expect(await store.write('takeCertificateId')).toBe(10001);
    expect(await store.write('takeCertificateId')).toBe(10002);
    await store.close();
    const again = await open(folder);
    expect(await again.write('takeCertificateId')).toBe(10003);
  });
});

describe('sealed values', () => {
  it('of different sealers stand beside each other', async () => {
    const store = await open(tempFolder());
    await store.write('putSealed', { name: 'ca', sealer: 'key-file', sealed: Uint8Array.of(1) });
    await store.write('putSealed', { name: 'ca', sealer: 'safe-storage', sealed: Uint8Array.of(2) });
    await store.write('putSealed', { name: 'ca', sealer: 'key-file', sealed: Uint8Array.of(3) });
    expect(await store.read('findSealed', { name: 'ca' })).toEqual([
      { sealer: 'key-file', sealed: Uint8Array.of(3) },
      { sealer: 'safe-storage', sealed: Uint8Array.of(2) },
    ]);
    expect(await store.read('sealersInUse')).toEqual(['key-file', 'safe-storage']);
  });
});

describe('the data folder', () => {
  it('is made when it does not exist', async () => {
    const folder = path.join(tempFolder(), 'a', 'b');
    await open(folder);
    expect(existsSync(path.join(folder, databaseName))).toBe(true);
  });
  it('is held by one process at a time, and free again after closing', async () => {
    const folder = tempFolder();
    const store = await open(folder);
    expect(await codeOf(open(folder))).toBe('start.data-in-use');
    await store.close();
    await open(folder);
  });
  it('is refused when it holds something else', async () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'holiday.jpg'), '');
    expect(await codeOf(open(folder))).toBe('start.data-foreign');
    expect(readdirSync(folder)).toEqual(['holiday.jpg']);
  });
  it('is refused when its database is another program’s', async () => {
    const folder = tempFolder();
    const other = new Database(path.join(folder, databaseName));
    other.exec('CREATE TABLE theirs (x)');
    other.close();
    expect(await codeOf(open(folder))).toBe('start.data-foreign');
  });
  it('is refused when a newer Pushscope wrote it', async () => {
    const folder = tempFolder();
    const db = new Database(path.join(folder, databaseName));
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${latestVersion + 1}`);
    db.close();
    expect(await codeOf(open(folder))).toBe('start.data-newer');
  });
  it('is refused when it is a file', async () => {
    const file = path.join(tempFolder(), 'file');
    writeFileSync(file, '');
    expect(await codeOf(open(file))).toBe('start.data-unwritable');
  });
});

describe('a damaged database', () => {
  it('is set aside byte for byte, and a new one is begun', async () => {
    const folder = tempFolder();
    const bytes = Buffer.alloc(8192, 0x41);
    writeFileSync(path.join(folder, databaseName), bytes);
    const store = await open(folder);
    expect(store.damagedFile).toBe('pushscope.db.damaged-2026-11-21T09-41-00-000Z');
    expect(readFileSync(path.join(folder, store.damagedFile ?? '')).equals(bytes)).toBe(true);
    expect(await store.read('countExchanges')).toBe(0);
  });
  it('is noticed when only its pages are broken', async () => {
    const folder = tempFolder();
    const store = await open(folder);
    await Promise.all(Array.from({ length: 200 }, (_, n) => store.write('insertExchange', row(`e${n}`))));
    await store.close();
    const file = path.join(folder, databaseName);
    const bytes = readFileSync(file);
    bytes.fill(0xee, 4096, bytes.length);
    writeFileSync(file, bytes);
    const again = await open(folder);
    expect(again.damagedFile).not.toBeNull();
  });
  it('is not seen where there is none', async () => expect((await open(tempFolder())).damagedFile).toBeNull());
});

describe('migrations', () => {
  it('rise by one', () => expect(migrations.map((one) => one.version)).toEqual(migrations.map((_, at) => at + 1)));
  it.each(migrations.map((one) => [one.version, one.name] as const))(
    '%i %s keeps the rows of the version before',
    (version) => {
      const db = new Database(':memory:');
      migrate(db, version - 1);
      const tables = db
        .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
        .all();
      migrate(db, version);
      expect(db.pragma('user_version', { simple: true })).toBe(version);
      for (const { name } of tables as { name: string }[])
        expect(db.prepare(`SELECT count(*) FROM "${name}"`).get()).toBeTruthy();
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      db.close();
    },
  );
  it('2 and 3 leave exchanges of version 1 readable, and 3 finds them', () => {
    const db = new Database(':memory:');
    migrate(db, 1);
    db.exec(`INSERT INTO exchanges (id, at_ms, origin, vendor, kind, outcome, title, body, targets, request_bytes)
               VALUES ('old', 1, 'captured', 'apns', 'push', 'accepted', '', '', '[]', 1);
             INSERT INTO exchange_details (seq, detail) VALUES (1, '{"verdict":{"accepted":true}}');`);
    migrate(db);
    expect(reads.findExchange(db, { id: 'old' })).toMatchObject({ id: 'old', verdict: { accepted: true } });
    const query = { fact: 'v=apns', isOpen: false };
    expect(reads.countMatching(db, { query, before: 9, budgetMs: 100 }).count).toBe(1);
    db.close();
  });
  it('running them again changes nothing', () => {
    const db = new Database(':memory:');
    migrate(db);
    migrate(db);
    expect(db.pragma('user_version', { simple: true })).toBe(latestVersion);
    db.close();
  });
});
