import { mkdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Exchange, VendorId } from '../../src/shared/contract/index.ts';
import { vendorIds } from '../../src/shared/contract/common.ts';
import { migrate } from '../../src/main/store/migrations/index.ts';
import { applicationId, databaseName } from '../../src/main/store/open.ts';
import { exchangeRow, insertExchange, type NewExchange } from '../../src/main/store/repositories/exchanges.ts';
import { indexExchanges } from '../../src/main/store/repositories/upkeep.ts';

const words = {
  en: 'order shipped lunch meeting tomorrow invoice ready driver arrives payment failed welcome back reminder photo liked your post answer question team update'.split(
    ' ',
  ),
  zh: '快递 已到达 会议 明天 支付 成功 照片 点赞 提醒 司机 发票 欢迎 回来 团队 更新 订单 发货 午餐'.split(' '),
  ja: '配達 会議 明日 支払い 完了 写真 いいね リマインダー 請求書 ようこそ チーム 更新 注文 発送 ランチ'.split(' '),
  ko: '배송 회의 내일 결제 완료 사진 좋아요 알림 청구서 환영합니다 팀 업데이트 주문 발송 점심'.split(' '),
} as const;
const languages = ['en', 'zh', 'ja', 'ko'] as const;
const reasons = [
  'BadDeviceToken',
  'Unregistered',
  'ExpiredProviderToken',
  'UNREGISTERED',
  '80300007',
  '10023',
  'invalid_signature',
  'TooManyRequests',
];

/** Random numbers, the same ones at every run. */
const randomOf = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
};
type Random = ReturnType<typeof randomOf>;
const pick = <T>(from: readonly T[], random: Random): T => from[random(from.length)] as T;
const hex = (length: number, random: Random): string => Array.from({ length }, () => random(16).toString(16)).join('');

/** First instant of the made log, and how many hours it covers. */
const beginsMs = Date.UTC(2026, 8, 1);
const hours = 24 * 80;

const bodyOf = (vendor: VendorId, title: string, body: string, index: number, random: Random): string => {
  const extra = { conversation: `c${random(5000)}`, n: index % 1000 };
  if (vendor === 'xiaomi' || vendor === 'meizu')
    return new URLSearchParams({
      title,
      description: body,
      restricted_package_name: 'com.example.chat',
      payload: JSON.stringify(extra),
    }).toString();
  if (vendor === 'apns')
    return JSON.stringify({
      aps: { alert: { title, body }, badge: index % 90, sound: 'default' },
      ext: JSON.stringify({ entity: extra }),
    });
  return JSON.stringify({
    message: {
      notification: { title, body, ...(index % 11 === 0 ? { image: 'https://images.example/1.png' } : {}) },
      data: extra,
    },
  });
};

const exchangeOf = (index: number, total: number, tokens: readonly string[], random: Random) => {
  const vendor = pick(vendorIds, random);
  const vocabulary = words[pick(languages, random)];
  const text = (count: number) => Array.from({ length: count }, () => pick(vocabulary, random)).join(' ');
  const isSilent = random(20) === 0;
  const title = isSilent ? '' : text(2);
  const body = isSilent ? '' : `${text(4)} ${index}`;
  const reason = random(10) < 3 ? pick(reasons, random) : null;
  const token = pick(tokens, random);
  const payload = bodyOf(vendor, title, body, index, random);
  const status = reason === null ? 200 : pick([400, 403, 404, 410, 429, 500, 503], random);
  const summary: NewExchange = {
    id: `ex_${index.toString(36).padStart(10, '0')}`,
    atMs: beginsMs + Math.floor((index / total) * hours * 3_600_000),
    origin: random(4) === 0 ? 'sent' : random(50) === 0 ? 'imported' : 'captured',
    vendor,
    kind: random(100) === 0 ? 'auth' : 'push',
    outcome: reason === null ? 'accepted' : 'rejected',
    status,
    reason,
    messageId: random(4) === 0 ? `msg_${index}` : null,
    vendorMessageId: hex(16, random),
    title,
    body,
    targets: [
      {
        token,
        deviceId: random(3) === 0 ? `dev_${random(40)}` : null,
        outcome: reason === null ? 'accepted' : 'rejected',
        reason,
      },
    ],
    tookMs: random(90),
    requestBytes: random(2000) === 0 ? 4000 + random(20_000) : payload.length,
  };
  const detail: Pick<Exchange, 'request' | 'response' | 'timing' | 'peer' | 'decision' | 'failure' | 'credentialId'> = {
    request: {
      method: 'POST',
      origin: 'https://127.0.0.1:2197',
      path: `/3/device/${token}`,
      httpVersion: '2',
      headers: [
        ['apns-topic', `com.example.app${random(30)}`],
        ['apns-push-type', 'alert'],
      ],
      body: { bytes: payload.length, text: payload, bodyB64: null, cut: false },
    },
    response: {
      status,
      headers: [],
      body: { bytes: 20, text: reason === null ? '' : JSON.stringify({ reason }), bodyB64: null, cut: false },
    },
    timing: {
      startedAtMs: summary.atMs,
      queueMs: 0,
      dnsMs: null,
      connectMs: null,
      tlsMs: null,
      sendMs: 1,
      waitMs: 5,
      totalMs: 6,
    },
    peer: null,
    decision: null,
    failure: null,
    credentialId: null,
  };
  return exchangeRow(summary, JSON.stringify(detail), null);
};

/** How the script makes exchanges; a change makes an older log useless. */
const recipe = 1;

/**
 * A data folder with this many exchanges of all vendors in four languages, indexed. It is made once and kept in the folder for
 * temporary files.
 */
export const makeLog = (count: number): string => {
  const folder = path.join(os.tmpdir(), `pushscope-bench-log-${recipe}-${count}`);
  const file = path.join(folder, databaseName);
  mkdirSync(folder, { recursive: true });
  try {
    const made = new Database(file, { fileMustExist: true });
    const { indexed_to: indexed } = made.prepare('SELECT indexed_to FROM index_state').get() as { indexed_to: number };
    made.close();
    if (indexed >= count) return folder;
  } catch {
    // It is not there, or not whole; it is made anew.
  }
  const draft = `${file}.making`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(draft + suffix, { force: true });
  const db = new Database(draft);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = ON');
  db.pragma(`application_id = ${applicationId}`);
  migrate(db);
  const random = randomOf(26);
  const tokens = Array.from({ length: 20_000 }, () => hex(64, random));
  const chunk = 5000;
  for (let from = 0; from < count; from += chunk) {
    db.transaction(() => {
      for (let index = from; index < Math.min(from + chunk, count); index += 1)
        insertExchange(db, exchangeOf(index, count, tokens, random));
      indexExchanges(db, { limit: chunk });
    })();
    if (from % 50_000 === 0) process.stderr.write(`made ${from} of ${count} exchanges\n`);
  }
  db.prepare('INSERT INTO settings (name, value) VALUES (?, ?)').run('started-before', 'true');
  db.prepare('INSERT INTO settings (name, value) VALUES (?, ?)').run(
    'settings',
    JSON.stringify({ retention: { maxExchanges: null, maxAgeDays: null, maxBytes: null } }),
  );
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  renameSync(draft, file);
  return folder;
};
