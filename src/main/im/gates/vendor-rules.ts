import type { Device, Platform, VendorId } from '../../../shared/contract/index.ts';
import { vendorIds } from '../../../shared/contract/index.ts';
import type { DecisionInput } from '../input.ts';
import { sources } from '../sources.ts';
import { used } from '../switch-use.ts';
import { atLeast } from '../version.ts';
import { answersOf, type Built, type Gate, type Params } from './gate.ts';

const rules = answersOf('vendor-rules');

/** The vendors of each platform: iOS has one channel, direct or through TPNS (R2, R16). */
export const vendorsOf = (platform: Platform): readonly VendorId[] => {
  if (platform === 'ios') return ['apns', 'tpns'];
  if (platform === 'harmony') return ['huawei'];
  return vendorIds.filter((vendor) => vendor !== 'apns');
};

/** Lowest version of each vendor's library in the legacy guide's table (R47). FCM and APNs have none. */
export const vendorSdkSince: Readonly<Partial<Record<VendorId, string>>> = {
  xiaomi: '3.6.12',
  huawei: '2.6.3.301',
  meizu: '3.6',
  oppo: '2.0.2',
  vivo: '2.3.1',
};
/** Lowest system of each channel in the same table. */
const fcmAndroid = '4.1';
const channelsAndroid = '8';

const isJsonObject = (text: string): boolean => {
  if (!text.trimStart().startsWith('{')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
};

const suffix = /\.\w+$/;
const isAndroidSound = ({ device }: DecisionInput, { intent }: Built): boolean =>
  device.platform === 'android' && isNamed(intent?.sound);

type Rule = (input: DecisionInput, built: Built) => Params | null;
const hit: Params = {};
const on =
  (vendor: VendorId, rule: Rule): Rule =>
  (input, built) =>
    input.device.vendor === vendor ? rule(input, built) : null;
const hasChannels = ({ platform, osVersion }: Device): boolean =>
  platform === 'android' && atLeast(osVersion, channelsAndroid);
const isNamed = (sound: string | null | undefined): sound is string =>
  sound !== null && sound !== undefined && sound !== 'default';

/** Each rule by the name of its sentence, most telling first. What it returns fills the sentence; null: nothing to say. */
const table: readonly (readonly [string, Rule])[] = [
  [
    'wrong-vendor',
    ({ device }) =>
      vendorsOf(device.platform).includes(device.vendor) ? null : { platform: device.platform, vendor: device.vendor },
  ],
  ['no-play-services', on('fcm', ({ device }) => (device.playServices ? null : { device: device.name }))],
  ['mainland', on('fcm', ({ device }) => (device.region === 'mainland-china' ? { device: device.name } : null))],
  [
    'old-android',
    on('fcm', ({ device }) => (atLeast(device.osVersion, fcmAndroid) ? null : { version: device.osVersion })),
  ],
  [
    'model',
    ({ device }) =>
      device.vendorPushSupported || (device.vendor !== 'oppo' && device.vendor !== 'vivo')
        ? null
        : { device: device.name, vendor: device.vendor },
  ],
  [
    'old-vendor-sdk',
    ({ device }) => {
      const since = vendorSdkSince[device.vendor];
      const { vendorSdkVersion: version } = device;
      return since === undefined || version === '' || atLeast(version, since)
        ? null
        : { vendor: device.vendor, version, since };
    },
  ],
  ['empty-click', (_, { intent }) => (intent && isEmptyClick(intent.click) ? hit : null)],
  ['oppo-ext', on('oppo', (_, { intent }) => (!intent?.ext || isJsonObject(intent.ext) ? null : hit))],
  [
    'oppo-channel',
    on('oppo', ({ device }, { intent }) => (hasChannels(device) && !intent?.androidChannelId ? hit : null)),
  ],
  [
    'oppo-level',
    on('oppo', (_, { intent }) =>
      intent?.vendorSettings.android?.oppo?.notifyLevel !== undefined && !intent.category ? hit : null,
    ),
  ],
  ['xiaomi-channel', on('xiaomi', (_, { intent }) => (intent?.androidChannelId ? null : hit))],
  [
    'huawei-category',
    on('huawei', ({ device }, { intent }) => (device.platform === 'harmony' || intent?.category ? null : hit)),
  ],
  ['vivo-category', on('vivo', (_, { intent }) => (intent?.category ? null : hit))],
  ['image-needs-extension', on('apns', (_, { intent }) => (intent?.image && !intent.mutableContent ? hit : null))],
  [
    'sound-extension',
    on('apns', (_, { intent }) =>
      isNamed(intent?.sound) && !suffix.test(intent.sound) ? { sound: intent.sound } : null,
    ),
  ],
  [
    'sound-missing',
    on('apns', ({ app }, { intent }) => {
      const files = app?.soundFiles ?? [];
      const sound = intent?.sound;
      return files.length > 0 && isNamed(sound) && !files.includes(sound) ? { sound } : null;
    }),
  ],
  [
    'sound-suffix',
    (input, built) => {
      const sound = built.intent?.sound;
      if (!isAndroidSound(input, built) || !isNamed(sound)) return null;
      return suffix.test(sound) === (input.switches.androidSoundValue === 'with-suffix') ? null : { sound };
    },
  ],
];

function isEmptyClick(click: NonNullable<Built['intent']>['click']): boolean {
  if (click.kind === 'app') return false;
  if (click.kind === 'web') return click.url.trim() === '';
  return (click.kind === 'intent' ? click.uri : click.name).trim() === '';
}

/** What the rules go by, where it is set. */
const seenOf = ({ device }: DecisionInput, { intent }: Built): Params => ({
  system: `${device.platform} ${device.osVersion}`,
  ...(intent?.androidChannelId ? { channelId: intent.androidChannelId } : {}),
  ...(intent?.category ? { category: intent.category } : {}),
});

/** Names of all rules, for the page of rules. */
export const vendorRuleNames: readonly string[] = table.map(([name]) => name);

/** Quotas, channels, categories, models: the vendor takes the push and may not show it, or answers with an error. */
export const vendorRules: Gate = {
  id: 'vendor-rules',
  number: 14,
  predicted: true,
  source: sources.legacy,
  certainty: 'documented',
  ask: (input, built) => {
    let first: readonly [string, Params] | null = null;
    let others = '';
    for (const [name, rule] of table) {
      const found = rule(input, built);
      if (!found) continue;
      if (first) others += others === '' ? name : `, ${name}`;
      else first = [name, found];
    }
    const answer = first
      ? rules.warn(first[0], first[1], others === '' ? seenOf(input, built) : { ...seenOf(input, built), others })
      : rules.pass('ok', { vendor: input.device.vendor }, seenOf(input, built));
    return isAndroidSound(input, built)
      ? { ...answer, switches: [used(input.switches, 'androidSoundValue', 'vendor-rules')] }
      : answer;
  },
};
