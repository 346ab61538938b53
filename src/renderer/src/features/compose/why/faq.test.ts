import { describe, expect, it } from 'vitest';
import { aMessage, anInput, inGroup, p8 } from '../../../../../../tests/support/im.ts';
import { aDevice, aGroup, anAccount, anApp } from '../../../../../../tests/support/workspace.ts';
import { decide, type DecisionInput } from '../../../../../main/im/index.ts';
import type { Device, Finding } from '../../../../../shared/contract/index.ts';
import { factsOf, type DecisionFacts } from './facts.ts';
import { faqRows, matchingRows } from './faq.ts';
import en from '../texts/en.json' with { type: 'json' };

/** Ids of the rows that a real decision of the engine leads to. */
const rowsOf = (input: DecisionInput, credential: DecisionFacts['credential'] = null): readonly string[] =>
  matchingRows(
    factsOf({
      decision: decide(input),
      device: input.device,
      account: input.recipient,
      message: input.message,
      credential,
    }),
  ).map((row) => row.id);
const on = (vendor: Device['vendor'], over: Partial<Device> = {}) =>
  aDevice({ platform: 'android', vendor, osVersion: '16', ...over });
const toDevice = (device: Device, over: Parameters<typeof aMessage>[0] = {}) =>
  anInput({ device, message: aMessage(over) });
const push = (over: object) => ({ offlinePush: { desc: 'hi', ...over } });
const from = (platform: 'ios' | 'android', version: string) => ({
  client: { kind: 'sdk' as const, platform, version },
});
const key = (environment: 'sandbox' | 'production') => ({
  credential: { name: 'key', certificateId: 10_001, facts: { ...p8, environment } },
});
const page = anApp({ console: { xiaomi: { click: { kind: 'intent', uri: 'intent:#Intent;end' } } } });
const withoutPassword: Finding = {
  code: 'credential.no-password',
  severity: 'error',
  phrase: { id: 'credential.no-password' },
  certainty: 'documented',
};
const muted = aGroup({ members: [{ userId: 'vinson', nameCard: '', receiveOption: 2 }] });

/** One decision for each row that leads to it. */
const cases: readonly (readonly [string, DecisionInput, DecisionFacts['credential']?])[] = [
  ['environment', anInput({ ...key('production'), device: aDevice({ environment: 'sandbox' }) })],
  ['no-sandbox-token', toDevice(aDevice({ token: null, environment: 'sandbox' }))],
  ['bad-token', toDevice(aDevice({ certificateId: 99 }))],
  ['custom', anInput({ message: aMessage({ elements: [{ kind: 'custom', data: 'x' }] }) })],
  ['logged-out', toDevice(aDevice({ loginState: 'logged-out' }))],
  ['kicked', toDevice(aDevice({ loginState: 'kicked' }))],
  ['no-password', anInput(), { findings: [withoutPassword] }],
  ['oppo-secret', anInput({ device: on('oppo'), credential: null })],
  ['push-plugin-id', toDevice(aDevice({ sdkVersion: '8.0', certificateId: null }))],
  ['meizu-receipts', toDevice(on('meizu'))],
  ['store-build', anInput({ ...key('sandbox'), device: aDevice({ environment: 'production' }) })],
  ['background-unreported', toDevice(aDevice({ appState: 'background', backgroundReported: false }))],
  ['foreground-unreported', toDevice(aDevice({ appState: 'background' }))],
  [
    'repeat',
    anInput({
      message: aMessage({ options: { random: 7 } }),
      recent: [{ from: 'denny', conversation: 'c2c:vinson', random: 7, atMs: 9000 }],
    }),
  ],
  ['group-silent', inGroup({}, { group: muted })],
  ['rest-ignores-quiet', anInput({ recipient: anAccount({ receiveOptions: { denny: 2 } }) })],
  ['not-stored', anInput({ message: aMessage({ lifetimeSeconds: 0 }) })],
  ['before-login', toDevice(aDevice({ lastLoginAtMs: 5000 }))],
  ['empty-token', toDevice(aDevice({ token: null }))],
  ['oppo-channel', toDevice(on('oppo'))],
  ['oppo-ext', toDevice(on('oppo'), push({ ext: 'plain', androidChannelId: 'c' }))],
  ['oppo-hidden', toDevice(on('oppo', { notificationsAllowed: false }))],
  ['huawei-token', toDevice(on('huawei', { token: null }))],
  ['huawei-quota', toDevice(on('huawei'))],
  ['xiaomi-quota', toDevice(on('xiaomi'))],
  ['not-listed', toDevice(on('vivo'))],
  ['vivo-quota', toDevice(on('vivo'))],
  ['fcm-china', toDevice(on('fcm', { region: 'mainland-china' }))],
  ['fcm-key', anInput({ device: on('fcm'), credential: null })],
  ['fcm-channel', toDevice(on('fcm'), push({ androidChannelId: 'chat' }))],
  ['tap-does-nothing', anInput({ device: on('xiaomi'), app: page })],
  ['wrong-page', anInput({ device: on('xiaomi'), app: page })],
  ['xiaomi-callback', anInput({ device: on('xiaomi'), app: page })],
  ['vivo-callback', toDevice(on('vivo'))],
  ['late-listener', toDevice(on('fcm'))],
  ['ios-ext-key', toDevice(aDevice(), push({ ext: 'jump to denny' }))],
  ['badge-base', toDevice(aDevice())],
  ['badge-android-sender', toDevice(aDevice(), { ...push({ ignoreBadge: true }), ...from('android', '4.2.28') })],
  ['channel-sound', toDevice(on('fcm'), push({ android: { sound: 'bell' } }))],
  ['ios-sound', toDevice(aDevice(), push({ sound: 'bell' }))],
  ['ios-to-oppo', toDevice(on('oppo'), from('ios', '4.5'))],
  ['sdk-timeout', toDevice(aDevice({ sdkVersion: '4.0.12' }))],
  ['id-as-title', toDevice(on('fcm', { sdkVersion: '4.9' }))],
  ['trial-text', toDevice(on('fcm'), push({ desc: 'test' }))],
];

describe('the FAQ', () => {
  it.each(cases.map(([id, input, credential]) => ({ id, input, credential })))(
    '$id is shown for a decision it is about',
    ({ id, input, credential }) => expect(rowsOf(input, credential)).toContain(id),
  );
  it('every row has such a decision, a number of its own and words', () => {
    expect(faqRows.map((row) => row.id).toSorted()).toEqual(cases.map(([id]) => id).toSorted());
    expect(new Set(faqRows.map((row) => row.number)).size).toBe(faqRows.length);
    for (const { id } of faqRows) {
      const words: Readonly<Record<string, string>> = en;
      expect([words[`compose.faq.${id}.symptom`], words[`compose.faq.${id}.fix`]]).not.toContain(undefined);
    }
  });
  it.each(faqRows.flatMap((row) => row.when.map((line) => [row.id, line] as const)))(
    '%s with %j is gone when one of the facts is missing',
    (id, line) => {
      const ids = (facts: readonly string[]) => matchingRows(new Set(facts)).map((row) => row.id);
      expect(ids(line)).toContain(id);
      for (const fact of line) expect(ids(line.filter((one) => one !== fact))).not.toContain(id);
    },
  );
  it('a plain push to an iPhone is asked about nothing but its number', () =>
    expect(rowsOf(toDevice(aDevice({ certificateId: 10_001 })))).toEqual(['badge-base']));
  it('rows about what is wrong come before those about any push', () => {
    const rows = rowsOf(toDevice(on('vivo')));
    expect(rows.indexOf('vivo-quota')).toBeLessThan(rows.indexOf('not-listed'));
  });
});
