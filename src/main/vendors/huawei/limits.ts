import type { Certainty, Source } from '../../../shared/contract/index.ts';
import type { Limit } from '../vendor.ts';
import { sources } from './sources.ts';

const limit = (
  id: string,
  value: number,
  unit: Limit['unit'],
  scope: string,
  source: Source,
  certainty: Certainty = 'documented',
): Limit => ({ id: `huawei.${id}`, value, unit, scope, certainty, source });

/** Every number Huawei or Tencent sets, by name. The rules read them here; the window lists them. */
export const huaweiLimits = {
  bodyBytes: limit('body-bytes', 4096, 'bytes', 'request body without its tokens', sources.sceneAnswer),
  tokens: limit('tokens', 1000, 'count', 'tokens in one request', sources.send),
  formTokens: limit('form-tokens', 1, 'count', 'tokens in one card refresh', sources.sceneAnswer),
  testTokens: limit('test-tokens', 10, 'count', 'tokens in one test message (v3)', sources.sceneAnswer),
  testMessages: limit('test-messages', 1000, 'per-day', 'test messages of one project (v3)', sources.frequency),
  ttl: limit('ttl', 1_296_000, 'seconds', 'ttl; its default is one day', sources.send),
  callTtlLeast: limit('call-ttl-least', 30, 'seconds', 'shortest ttl of an in-app call (v3)', sources.sceneFields),
  callTtlMost: limit('call-ttl-most', 60, 'seconds', 'longest ttl of an in-app call (v3)', sources.sceneFields),
  tencentTitle: limit('tencent-title', 60, 'utf16', 'title, cut by Tencent’s backend', sources.tencentLengths),
  tencentBody: limit('tencent-body', 600, 'utf16', 'text, cut by Tencent’s backend', sources.tencentLengths),
  consoleTitle: limit('console-title', 40, 'utf16', 'title in Huawei’s console', sources.send),
  consoleBody: limit('console-body', 1024, 'utf16', 'text in Huawei’s console', sources.send),
  biTag: limit('bi-tag', 64, 'bytes', 'bi_tag, biTag', sources.send),
  profileId: limit('profile-id', 64, 'utf16', 'profile_id', sources.send),
  collapseKey: limit('collapse-key', 100, 'count', 'largest collapse_key', sources.send),
  badge: limit('badge', 99, 'count', 'largest number of a badge', sources.send),
  inboxLines: limit('inbox-lines', 5, 'count', 'lines of inbox_content', sources.send),
  vibrations: limit('vibrations', 10, 'count', 'entries of vibrate_config', sources.send),
  languages: limit('languages', 3, 'count', 'languages of multi_lang_key', sources.send),
  buttons: limit('buttons', 3, 'count', 'buttons of a notification', sources.send),
  buttonName: limit('button-name', 40, 'utf16', 'name of a button', sources.send),
  buttonData: limit('button-data', 1024, 'utf16', 'data of a button', sources.send),
  liveTitle: limit('live-title', 1024, 'utf16', 'contentTitle of a live view', sources.sceneFields),
  accessTokenLife: limit('access-token-life', 3600, 'seconds', 'OAuth access token', sources.oauth),
  tokenRequests: limit(
    'token-requests',
    1000,
    'count',
    'OAuth token requests of one app in five minutes',
    sources.oauth,
    'reported',
  ),
  jwtLife: limit('jwt-life', 86_400, 'seconds', 'longest life of a service account’s JWT', sources.sceneAnswer),
  sendRate: limit(
    'send-rate',
    360_000,
    'per-minute',
    'messages of one app: 6000 a second at least, more with many users',
    sources.frequency,
  ),
  deviceDay: limit('device-day', 3000, 'per-day', 'messages of one app to one device', sources.frequency),
  marketingDay: limit('marketing-day', 2, 'per-day', 'marketing messages of one app to one device', sources.classes),
  newsDay: limit('news-day', 5, 'per-day', 'the same for news apps', sources.classes),
  liveUpdates: limit('live-updates', 60, 'per-hour', 'updates of one live view', sources.frequency),
  cardRefreshes: limit('card-refreshes', 2, 'per-day', 'refreshes of one card on one device', sources.frequency),
  stored: limit('stored', 120, 'count', 'messages kept for a device that is offline', sources.receipts),
  bodyImage: limit(
    'image-bytes',
    524_288,
    'bytes',
    'picture of a notification, by Tencent’s page',
    sources.tencentPush,
  ),
} as const satisfies Record<string, Limit>;

/** All of them, for the list in the window. */
export const limits: readonly Limit[] = Object.values(huaweiLimits);
