import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ExchangeSummary } from '../../../shared/contract/index.ts';
import { vendorIds } from '../../../shared/contract/common.ts';
import { parseFilter, toQuery, type FilterNames, type Query } from '../../../shared/kit/filter/index.ts';
import { migrate } from '../migrations/index.ts';
import { exchangeRow, insertExchange, type NewExchange } from '../repositories/exchanges.ts';
import { countMatching, searchExchanges } from '../repositories/search.ts';
import {
  dropRemoval,
  indexExchanges,
  markExchange,
  purgeRemovals,
  putRemoval,
  trimExchanges,
} from '../repositories/upkeep.ts';
import type { Entry } from './entry.ts';
import { matches } from './match.ts';
import { planOf } from './plan.ts';
import { entryOf } from './read-entry.ts';

const nowMs = Date.UTC(2026, 10, 21, 12);
const names: FilterNames = {
  devices: (text) => (text === 'iPhone' ? ['dev_0', 'dev_1'] : []),
  accounts: (text) => [text],
  apps: (text) =>
    text === 'Chat' ? { ids: ['app_0'], identifiers: ['com.example.chat'] } : { ids: [], identifiers: [] },
};
const query = (text: string): Query | null => {
  const parsed = parseFilter(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.reason}`);
  return parsed.node && toQuery(parsed.node, names, nowMs);
};

const titles = [
  'Hello you',
  '快递已到达',
  '新しいメッセージ',
  '안녕하세요',
  '',
  'Order 42 shipped',
  'ÜBER uns',
  '打开应用查看',
];
const reasons = [null, null, 'BadDeviceToken', 'Unregistered', 'quota-exceeded', '80300007'];
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
const hash = (index: number, salt: number): number =>
  (Math.imul(index + 1, 2_654_435_761) ^ Math.imul(salt, 40_503)) >>> 7;

const summaryOf = (index: number): NewExchange => {
  const reason = pick(reasons, hash(index, 1));
  const title = pick(titles, hash(index, 2));
  const origin = pick(['sent', 'captured', 'imported'] as const, hash(index, 3));
  return {
    id: `ex_${index}`,
    // The clock of this machine was set back once.
    atMs: nowMs - (index < 200 ? 300 - index : 700 - index) * 1_800_000,
    origin,
    vendor: pick(vendorIds, hash(index, 4)),
    kind: hash(index, 5) % 9 === 0 ? 'auth' : 'push',
    outcome: reason === null ? 'accepted' : pick(['rejected', 'failed'] as const, hash(index, 6)),
    status: reason === null ? 200 : pick([400, 403, 410, 500, null], hash(index, 7)),
    reason,
    messageId: hash(index, 8) % 3 === 0 ? `msg_${index}` : null,
    vendorMessageId: `AB-${index}`,
    title,
    body: title === '' ? '' : `Nr ${index} 包裹`,
    targets: [
      {
        token: `tok${index % 50}abcdef`,
        deviceId: index % 4 === 0 ? `dev_${index % 3}` : null,
        outcome: 'accepted',
        reason,
      },
    ],
    tookMs: 3,
    requestBytes: 100 + (hash(index, 9) % 9000),
  };
};
const detailOf = (index: number, { title, body }: NewExchange): string => {
  const payload =
    index % 5 === 0
      ? `title=${encodeURIComponent(title)}&restricted_package_name=com.example.shop&extra.ext=${encodeURIComponent('{"entity":{"n":7}}')}`
      : JSON.stringify({
          aps: { alert: { title, body }, badge: index % 7 },
          image: index % 6 === 0 ? 'https://x.example/a.png' : '',
          nested: '{"deep":{"word":"Zwiebel"}}',
        });
  const text = index === 77 ? JSON.stringify({ long: `${'wort '.repeat(4000)}ganzhinten` }) : payload;
  return JSON.stringify({
    request: {
      method: 'POST',
      origin: 'https://x',
      path: `/3/device/${index}`,
      httpVersion: '2',
      headers: [['apns-topic', index % 2 === 0 ? 'com.example.chat' : 'com.other']],
      body: { bytes: text.length, text, bodyB64: null, cut: false },
    },
    response: { status: 200, headers: [], body: { bytes: 2, text: '{"reason":"Because"}', bodyB64: null, cut: false } },
  });
};

const rows = 600;
const filled = (indexed: number): Database.Database => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db);
  const put = db.prepare('INSERT INTO devices (id, data) VALUES (?, ?)');
  for (const n of [0, 1, 2])
    put.run(`dev_${n}`, JSON.stringify({ appId: `app_${n}`, userId: n === 2 ? null : `user ${n}` }));
  for (let index = 0; index < rows; index += 1) {
    const summary = summaryOf(index);
    insertExchange(db, exchangeRow(summary, detailOf(index, summary), null));
  }
  markExchange(db, { id: 'ex_5', mark: { isPinned: true, colour: 'red', note: 'Ask Denny 明天', tags: ['bug 12'] } });
  if (indexed > 0) indexExchanges(db, { limit: indexed });
  markExchange(db, { id: 'ex_9', mark: { isPinned: true, colour: null, note: '', tags: ['later'] } });
  return db;
};

const filters = [
  'vendor:xiaomi',
  'vendor:xiaomi|huawei status:>=400',
  'status:410',
  'status:<404',
  'status:>405.5 -status:500',
  'status:none',
  'verdict:rejected',
  'reason:BadDeviceToken',
  'reason:quota-exceeded',
  'reason:80300007 or reason:unregistered',
  'app:Chat',
  'app:com.example.shop',
  'app:nowhere',
  'device:iPhone',
  'device:none',
  'token:tok7a',
  'token:TOK12',
  'account:"user 1"',
  'message:msg_9',
  'message:ab-17',
  'is:sent',
  'is:captured|imported',
  'is:error',
  'is:silent',
  'is:pinned',
  'is:auth',
  'colour:red',
  'tag:"bug 12"',
  'tag:later',
  'has:image',
  'has:badge',
  'has:ext',
  'has:note|tag',
  'before:2026-11-15',
  'after:2026-11-19',
  'after:2026-11-10 before:2026-11-12 vendor:apns',
  '-before:2026-11-15',
  'before:2026-11-14 or after:2026-11-18',
  'larger:4KB',
  'larger:8999',
  '-larger:200',
  'payload.aps.alert.title:"Hello you"',
  'payload.aps.badge:>4',
  'payload.aps.badge:3',
  'payload.nested.deep.word:zwie',
  'payload.extra.ext.entity.n:7',
  'payload."extra.ext".entity.n:7',
  'payload.aps.alert:*',
  '-payload.aps.badge:*',
  'payload.long:ganzhinten',
  'ganzhinten',
  '-ganzhinten vendor:apns',
  '快递',
  '递已',
  '递',
  'メッ',
  '안녕',
  '应用查',
  '"包裹"',
  'hel',
  '"you "',
  '"hello y"',
  'über',
  'shipped -order',
  '-快递',
  '"42 shipped" or 打开',
  '-(vendor:apns or (hello status:>=400)) after:100d',
  'zzz',
  'zwiebel',
  'because',
  'denny',
  'com',
];

const everything = {
  query: null,
  after: 0,
  before: 1e9,
  order: 'DESC',
  limit: 10_000,
  budgetMs: 60_000,
  paths: [],
} as const;
const entriesOf = (db: Database.Database): Entry[] =>
  searchExchanges(db, everything).items.map((summary) => entryOf(db, summary));
const passing = (entries: readonly Entry[], wanted: Query | null): number[] =>
  entries.filter((entry) => wanted === null || matches(wanted, entry)).map(({ summary }) => summary.seq);
const bruteForce = (db: Database.Database, wanted: Query | null): number[] => passing(entriesOf(db), wanted);
const seqs = (items: readonly ExchangeSummary[]): number[] => items.map(({ seq }) => seq);

describe.each([
  ['wholly indexed', rows],
  ['half indexed', 300],
  ['not indexed', 0],
])('a log %s', (_how, indexed) => {
  const db = filled(indexed);
  const entries = entriesOf(db);
  it.each(filters)('%s', (text) => {
    const wanted = query(text);
    const expected = passing(entries, wanted);
    const all: number[] = [];
    let before: number | null = 1e9;
    while (before !== null) {
      const part: { items: ExchangeSummary[]; upTo: number | null } = searchExchanges(db, {
        query: wanted,
        after: 0,
        before,
        order: 'DESC',
        limit: 37,
        budgetMs: 1000,
        paths: [],
      });
      all.push(...seqs(part.items));
      before = part.upTo;
    }
    expect(all).toEqual(expected);
    const up = searchExchanges(db, {
      query: wanted,
      after: 250,
      before: 1e9,
      order: 'ASC',
      limit: 20,
      budgetMs: 1000,
      paths: [],
    });
    expect(seqs(up.items)).toEqual(
      expected
        .toReversed()
        .filter((seq) => seq > 250)
        .slice(0, 20),
    );
    expect(countMatching(db, { query: wanted, before: 1e9, budgetMs: 1000 }).count).toBe(expected.length);
  });
  it('most of these filters find something and leave something out', () => {
    const trivial = filters.filter((text) => [0, rows].includes(passing(entries, query(text)).length));
    expect(trivial).toEqual(['app:nowhere', 'device:none', 'shipped -order', 'zzz', 'because']);
  });
});

describe('what the index is asked', () => {
  it.each(filters)('%s never holds what was typed but quoted words', (text) => {
    const { match } = planOf(query(text) ?? { all: [] });
    expect(match ?? '').toMatch(/^(?:[() ]|OR|AND|NOT|\*|"[\p{L}\p{N}\p{M}_= ]+")*$/u);
  });
  it('is read in order, without sorting and without a scan', () => {
    const db = filled(rows);
    const plans: string[] = [];
    for (const order of ['ASC', 'DESC']) {
      const sql = `EXPLAIN QUERY PLAN SELECT exchanges.seq FROM exchange_index CROSS JOIN exchanges ON exchanges.seq = exchange_index.rowid
        WHERE exchange_index MATCH ? AND exchange_index.rowid > ? AND exchange_index.rowid <= ? ORDER BY exchange_index.rowid ${order}`;
      plans.push(...(db.prepare(sql).all('"v=apns"', 0, 99) as { detail: string }[]).map((step) => step.detail));
    }
    expect(plans.join(' | ')).not.toMatch(/TEMP B-TREE|SCAN exchanges/);
    expect(plans.join(' | ')).toContain('SEARCH exchanges USING INTEGER PRIMARY KEY');
  });
  const named = filters.filter((text) => !/^-?(before|after|larger|payload)|^-/.test(text));
  it.each(named)('answers %s by itself', (text) => {
    expect(planOf(query(text) ?? { all: [] })).toMatchObject({ exact: true });
  });
});

describe('removing', () => {
  const all = (db: Database.Database): number[] => bruteForce(db, null);
  it('hides at once, comes back, and is gone after the purge', () => {
    const db = filled(400);
    const before = all(db);
    const gone = bruteForce(db, query('vendor:apns hello'));
    expect(gone.length).toBeGreaterThan(3);
    putRemoval(db, { id: 'r', atMs: 5, query: query('vendor:apns hello') });
    expect(all(db)).toEqual(before.filter((seq) => !gone.includes(seq)));
    expect(dropRemoval(db, { id: 'r' })).toBe(true);
    expect(all(db)).toEqual(before);
    putRemoval(db, { id: 's', atMs: 5, query: query('vendor:apns hello') });
    expect(purgeRemovals(db, { beforeMs: 4, limit: 2 })).toBe(false);
    while (purgeRemovals(db, { beforeMs: 5, limit: 2 }));
    expect(dropRemoval(db, { id: 's' })).toBe(false);
    expect(all(db)).toEqual(before.filter((seq) => !gone.includes(seq)));
    expect((db.prepare('SELECT count(*) AS n FROM exchanges').get() as { n: number }).n).toBe(
      before.length - gone.length,
    );
  });
  it('cannot be taken back once the purge began', () => {
    const db = filled(rows);
    putRemoval(db, { id: 'r', atMs: 5, query: null });
    expect(purgeRemovals(db, { beforeMs: 5, limit: 10 })).toBe(true);
    expect(dropRemoval(db, { id: 'r' })).toBe(false);
    expect(all(db)).toEqual([]);
  });
  it('takes nothing that came after it', () => {
    const db = filled(rows);
    putRemoval(db, { id: 'r', atMs: 5, query: null });
    insertExchange(db, exchangeRow({ ...summaryOf(1), id: 'new' }, detailOf(1, summaryOf(1)), null));
    expect(all(db)).toEqual([rows + 1]);
  });
  it('trims the oldest and leaves what is pinned', () => {
    const db = filled(rows);
    expect(trimExchanges(db, { limit: 20, beforeMs: null })).toBe(20);
    expect(all(db).slice(-3)).toEqual([23, 10, 6]);
    expect(bruteForce(db, query('is:pinned'))).toEqual([10, 6]);
  });
});
