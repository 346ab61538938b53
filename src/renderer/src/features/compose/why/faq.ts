import type { Certainty, Source } from '../../../../../shared/contract/index.ts';

/** One row of the FAQ: its number in our list, when it fits (any of the lines, all facts of a line), how sure it is, where from. */
export interface FaqRow {
  readonly number: number;
  /** `compose.faq.<id>.symptom` and `compose.faq.<id>.fix` are its words. */
  readonly id: string;
  readonly when: readonly (readonly string[])[];
  readonly certainty: Certainty;
  readonly source: Source;
}
const page: Source = {
  title: 'Tencent Cloud Chat: offline push FAQ',
  url: 'https://www.tencentcloud.com/document/product/1047/34348',
  checked: '2026-11-21',
};
const issues: Source = {
  title: 'TIMSDK issues on GitHub',
  url: 'https://github.com/TencentCloud/TIMSDK/issues',
  checked: '2026-11-21',
};

/** Every row that one decision and its credential can point to; scripts/im-faq.ts says why the other two cannot be matched. */
export const faqRows: readonly FaqRow[] = [
  { number: 1, id: 'environment', when: [['certificate-fits.environment']], certainty: 'documented', source: page },
  {
    number: 2,
    id: 'no-sandbox-token',
    when: [['token-reported.none', 'platform.ios', 'environment.sandbox']],
    certainty: 'documented',
    source: page,
  },
  {
    number: 3,
    id: 'bad-token',
    when: [['certificate-fits.environment'], ['certificate-fits.other-id'], ['certificate-fits.no-such-id']],
    certainty: 'documented',
    source: page,
  },
  { number: 4, id: 'custom', when: [['text-available.custom']], certainty: 'documented', source: page },
  { number: 5, id: 'logged-out', when: [['recipient-state.logged-out']], certainty: 'documented', source: page },
  { number: 6, id: 'kicked', when: [['recipient-state.kicked']], certainty: 'documented', source: page },
  { number: 7, id: 'no-password', when: [['credential.no-password']], certainty: 'documented', source: page },
  {
    number: 8,
    id: 'store-build',
    when: [['certificate-fits.environment', 'environment.production']],
    certainty: 'documented',
    source: page,
  },
  {
    number: 9,
    id: 'background-unreported',
    when: [['recipient-state.background-unreported']],
    certainty: 'documented',
    source: page,
  },
  {
    number: 10,
    id: 'foreground-unreported',
    when: [['recipient-state.background', 'pushed']],
    certainty: 'documented',
    source: page,
  },
  { number: 11, id: 'repeat', when: [['duplicate.again']], certainty: 'documented', source: page },
  {
    number: 12,
    id: 'group-silent',
    when: [
      ['conversation-option.blocked', 'group'],
      ['conversation-option.muted', 'group'],
      ['conversation-option.not-mentioned', 'group'],
    ],
    certainty: 'documented',
    source: page,
  },
  {
    number: 13,
    id: 'rest-ignores-quiet',
    when: [['conversation-option.rest'], ['quiet-hours.rest'], ['switch.restQuietHours']],
    certainty: 'documented',
    source: page,
  },
  {
    number: 14,
    id: 'not-stored',
    when: [['stored-offline.online-only'], ['stored-offline.no-lifetime']],
    certainty: 'documented',
    source: page,
  },
  { number: 15, id: 'before-login', when: [['token-reported.before-login']], certainty: 'documented', source: page },
  { number: 16, id: 'empty-token', when: [['token-reported.none']], certainty: 'documented', source: page },
  { number: 17, id: 'oppo-channel', when: [['vendor-rules.oppo-channel']], certainty: 'reported', source: issues },
  { number: 18, id: 'oppo-ext', when: [['vendor-rules.oppo-ext']], certainty: 'documented', source: page },
  {
    number: 19,
    id: 'oppo-secret',
    when: [['certificate-fits.none', 'vendor.oppo']],
    certainty: 'documented',
    source: page,
  },
  {
    number: 20,
    id: 'oppo-hidden',
    when: [['notifications-allowed.no', 'vendor.oppo']],
    certainty: 'documented',
    source: page,
  },
  {
    number: 21,
    id: 'huawei-token',
    when: [['token-reported.none', 'vendor.huawei']],
    certainty: 'documented',
    source: page,
  },
  { number: 22, id: 'huawei-quota', when: [['vendor-rules.huawei-category']], certainty: 'documented', source: page },
  { number: 23, id: 'xiaomi-quota', when: [['vendor-rules.xiaomi-channel']], certainty: 'documented', source: page },
  {
    number: 24,
    id: 'not-listed',
    when: [
      ['pushed', 'vendor.xiaomi'],
      ['pushed', 'vendor.vivo'],
    ],
    certainty: 'documented',
    source: page,
  },
  { number: 25, id: 'vivo-quota', when: [['vendor-rules.vivo-category']], certainty: 'documented', source: page },
  {
    number: 26,
    id: 'fcm-china',
    when: [['vendor-rules.mainland'], ['vendor-rules.no-play-services']],
    certainty: 'documented',
    source: page,
  },
  { number: 27, id: 'fcm-key', when: [['certificate-fits.none', 'vendor.fcm']], certainty: 'documented', source: page },
  { number: 28, id: 'fcm-channel', when: [['switch.fcmCredential']], certainty: 'documented', source: page },
  {
    number: 29,
    id: 'tap-does-nothing',
    when: [['pushed', 'vendor.xiaomi', 'opens-page']],
    certainty: 'reported',
    source: issues,
  },
  {
    number: 30,
    id: 'wrong-page',
    when: [['vendor-rules.empty-click'], ['pushed', 'platform.android', 'opens-page']],
    certainty: 'documented',
    source: page,
  },
  {
    number: 31,
    id: 'xiaomi-callback',
    when: [['pushed', 'vendor.xiaomi', 'opens-page']],
    certainty: 'reported',
    source: issues,
  },
  { number: 32, id: 'vivo-callback', when: [['pushed', 'vendor.vivo']], certainty: 'reported', source: issues },
  {
    number: 33,
    id: 'late-listener',
    when: [['pushed', 'platform.android', 'app.killed']],
    certainty: 'documented',
    source: page,
  },
  { number: 34, id: 'ios-ext-key', when: [['pushed', 'platform.ios', 'ext']], certainty: 'documented', source: page },
  {
    number: 35,
    id: 'push-plugin-id',
    when: [['pushed', 'platform.ios', 'push-plugin', 'no-certificate-id']],
    certainty: 'documented',
    source: page,
  },
  { number: 36, id: 'badge-base', when: [['pushed', 'platform.ios', 'badge']], certainty: 'reported', source: issues },
  {
    number: 37,
    id: 'badge-android-sender',
    when: [['pushed', 'platform.ios', 'no-badge', 'sent-from.android']],
    certainty: 'reported',
    source: issues,
  },
  { number: 38, id: 'channel-sound', when: [['own-sound', 'channels']], certainty: 'documented', source: page },
  {
    number: 39,
    id: 'ios-sound',
    when: [['vendor-rules.sound-extension'], ['vendor-rules.sound-missing']],
    certainty: 'documented',
    source: page,
  },
  { number: 40, id: 'meizu-receipts', when: [['pushed', 'vendor.meizu']], certainty: 'documented', source: page },
  {
    number: 41,
    id: 'ios-to-oppo',
    when: [['vendor.oppo', 'sent-from.ios', 'old-sender']],
    certainty: 'reported',
    source: issues,
  },
  { number: 42, id: 'sdk-timeout', when: [['sdk-4.0']], certainty: 'reported', source: issues },
  {
    number: 44,
    id: 'id-as-title',
    when: [['pushed', 'platform.android', 'old-app']],
    certainty: 'reported',
    source: issues,
  },
  {
    number: 45,
    id: 'trial-text',
    when: [['pushed', 'platform.android', 'trial-text']],
    certainty: 'documented',
    source: page,
  },
];

/** The rows that fit, those about a gate that decided or warns first. */
export const matchingRows = (facts: ReadonlySet<string>): readonly FaqRow[] => {
  const fits = faqRows.filter(({ when }) => when.some((line) => line.every((fact) => facts.has(fact))));
  const isGeneral = ({ when }: FaqRow): boolean => when.every((line) => line.includes('pushed'));
  return [...fits.filter((row) => !isGeneral(row)), ...fits.filter((row) => isGeneral(row))];
};
