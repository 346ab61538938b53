import { describe, expect, it } from 'vitest';
import type { CredentialFacts, Draft } from '../../../../shared/contract/index.ts';
import type { JsonObject } from '../../kit/json.ts';
import type { SendTarget } from '../../vendor.ts';
import { payload } from '../payload.ts';
import { asCapture } from '../../kit/conformance.ts';
import { sender } from '../sender.ts';
import { bundle, decide, deviceToken, goodToken, mustBeSayable, registryOf, signingKey } from '../testing.ts';
import en from '../texts/en.json' with { type: 'json' };

type Change = {
  payload?: JsonObject | string;
  options?: Record<string, string>;
  target?: Partial<SendTarget>;
  nowMs?: number;
};
type Row = readonly [code: string, path: string, change: Change];

const alertOptions = { topic: bundle, pushType: 'alert', priority: '10', expiration: '0' };
const backgroundOptions = { ...alertOptions, pushType: 'background', priority: '5' };
const widgetOptions = { ...alertOptions, topic: `${bundle}.push-type.widgets`, pushType: 'widgets' };
const activityOptions = { ...alertOptions, topic: `${bundle}.push-type.liveactivity`, pushType: 'liveactivity' };
const target: SendTarget = {
  token: deviceToken,
  appIdentifier: bundle,
  environment: 'sandbox',
  credential: signingKey({ environment: 'sandbox', topics: [bundle] }),
};
const valid = { aps: { alert: { title: 'Denny', body: 'Lunch?' }, badge: 1, sound: 'default' }, ext: 'jump to denny' };

const problemsOf = ({ payload: content, options, target: over, nowMs }: Change) => {
  const text = typeof content === 'string' ? content : JSON.stringify(content ?? valid);
  const draft: Draft = { payload: text, options: options ?? alertOptions };
  const { problems } = payload.check(draft, { ...target, ...over }, nowMs);
  mustBeSayable(problems.flatMap(({ phrase, fix, effect }) => [phrase, fix, effect?.phrase]));
  return problems;
};
const found = (change: Change) => problemsOf(change).map(({ code, path }) => [code, path]);

const aps = (more: JsonObject): Change => ({ payload: { ...valid, aps: { ...valid.aps, ...more } } });
const alert = (more: JsonObject): Change => aps({ alert: { body: 'x', ...more } });
const option = (more: Record<string, string>): Change => ({ options: { ...alertOptions, ...more } });
const token = (text: string): Change => ({ target: { token: text } });
const spaced = deviceToken.replace(/(.{8})/g, '$1 ').trim();

const activity = { timestamp: 1_795_000_000, event: 'update', 'content-state': {} };
const live = (more: JsonObject, event = 'update'): Change => ({
  options: activityOptions,
  payload: { aps: { ...activity, event, ...more } },
});
const begin = (more: JsonObject): Change =>
  live({ alert: 'x', 'attributes-type': 'Ride', attributes: {}, ...more }, 'start');
const certificate: CredentialFacts = {
  kind: 'apns-certificate',
  certificate: {
    subject: '',
    commonName: `Apple Push Services: ${bundle}`,
    certificateKind: 'apple-push-services',
    issuer: '',
    serial: '1',
    sha256: 'aa',
    notBeforeAtMs: 0,
    notAfterAtMs: 1,
    environments: ['sandbox', 'production'],
    topics: [{ topic: bundle, kind: 'app' }],
    topicsFrom: 'extension',
    keyAlgorithm: 'RSA 2048',
  },
  certificatePem: '',
  encryption: '',
  hadPassword: true,
  fileName: '',
};

const textRows: readonly Row[] = [
  ['payload-empty', '$', { payload: '' }],
  ['payload-not-json', '$', { payload: '{"aps":{,}}' }],
  ['payload-cut', '$', { payload: '{"aps":{"alert":"x"' }],
  ['payload-not-object', '$', { payload: '["aps"]' }],
  ['payload-too-deep', '$', { payload: `{"a":${'['.repeat(600)}${']'.repeat(600)}}` }],
  ['payload-too-large', '$.big', { payload: { ...valid, big: 'x'.repeat(4096) } }],
];

const rootRows: readonly Row[] = [
  ['simulator-key', '$["Simulator Target Bundle"]', { payload: { ...valid, 'Simulator Target Bundle': bundle } }],
  ['simulator-key-type', '$["Simulator Target Bundle"]', { payload: { ...valid, 'Simulator Target Bundle': 1 } }],
  ['mdm-type', '$.mdm', { payload: { ...valid, mdm: 1 } }],
  ['aps-missing', '$', { payload: { ext: 'x' } }],
  ['aps-type', '$.aps', { payload: { aps: 'x' } }],
  ['key-outside-aps', '$.badge', { payload: { aps: { alert: 'x' }, badge: 1 } }],
  ['possible-secret', '$.login.password', { payload: { ...valid, login: { password: 'x' } } }],
  ['ext-type', '$.ext', { payload: { ...valid, ext: { entity: {} } } }],
  ['image-without-mutable-content', '$.image', { payload: { ...valid, image: 'https://example.com/a.png' } }],
  [
    'image-address',
    '$.image',
    { payload: { aps: { alert: 'x', 'mutable-content': 1 }, image: 'http://example.com/a.png' } },
  ],
];

const apsRows: readonly Row[] = [
  ['alert-type', '$.aps.alert', aps({ alert: 5 })],
  ['alert-empty', '$.aps.alert', aps({ alert: '' })],
  ['alert-empty', '$.aps.alert', aps({ alert: {} })],
  ['alert-empty', '$.aps.alert', aps({ alert: { title: '', 'launch-image': 'x' } })],
  ['badge-type', '$.aps.badge', aps({ badge: '1' })],
  ['badge-type', '$.aps.badge', aps({ badge: true })],
  ['badge-type', '$.aps.badge', aps({ badge: -1 })],
  ['badge-type', '$.aps.badge', aps({ badge: 1.5 })],
  ['sound-type', '$.aps.sound', aps({ sound: 1 })],
  ['sound-empty', '$.aps.sound', aps({ sound: '' })],
  ['sound-extension', '$.aps.sound', aps({ sound: 'ring' })],
  ['sound-format', '$.aps.sound', aps({ sound: 'ring.mp3' })],
  ['sound-name-type', '$.aps.sound.name', aps({ sound: { critical: 1, name: 1 } })],
  ['sound-not-critical', '$.aps.sound', aps({ sound: { name: 'default' } })],
  ['sound-critical-value', '$.aps.sound.critical', aps({ sound: { critical: true } })],
  ['sound-volume-value', '$.aps.sound.volume', aps({ sound: { critical: 1, volume: 2 } })],
  ['thread-id-type', '$.aps["thread-id"]', aps({ 'thread-id': 1 })],
  ['category-type', '$.aps.category', aps({ category: [] })],
  ['target-content-id-type', '$.aps["target-content-id"]', aps({ 'target-content-id': {} })],
  ['filter-criteria-type', '$.aps["filter-criteria"]', aps({ 'filter-criteria': null })],
  ['content-available-value', '$.aps["content-available"]', aps({ 'content-available': true })],
  ['content-available-value', '$.aps["content-available"]', aps({ 'content-available': '1' })],
  ['mutable-content-value', '$.aps["mutable-content"]', aps({ 'mutable-content': true })],
  [
    'mutable-content-without-alert',
    '$.aps["mutable-content"]',
    { payload: { aps: { badge: 1, 'mutable-content': 1 } } },
  ],
  ['interruption-level-value', '$.aps["interruption-level"]', aps({ 'interruption-level': 'urgent' })],
  ['relevance-score-type', '$.aps["relevance-score"]', aps({ 'relevance-score': '1' })],
  ['relevance-score-range', '$.aps["relevance-score"]', aps({ 'relevance-score': 2 })],
  ['url-args-type', '$.aps["url-args"]', aps({ 'url-args': [1] })],
  [
    'content-changed-value',
    '$.aps["content-changed"]',
    { options: widgetOptions, payload: { aps: { 'content-changed': 1 } } },
  ],
  ['key-push-type', '$.aps["content-changed"]', aps({ 'content-changed': true })],
  ['key-push-type', '$.aps.timestamp', aps({ timestamp: 1_795_000_000 })],
  ['custom-key-in-sound', '$.aps.sound.loop', aps({ sound: { critical: 1, name: 'default', loop: 1 } })],
  ['key-misspelled', '$.aps.sound.Volume', aps({ sound: { critical: 1, Volume: 1 } })],
  ['custom-key-in-aps', '$.aps.conversation', aps({ conversation: 'denny' })],
  ['key-misspelled', '$.aps.mutable_content', aps({ mutable_content: 1 })],
  ['key-misspelled', '$.aps.threadId', aps({ threadId: 'x' })],
  ['nothing-visible', '$.aps', { payload: { aps: {} } }],
  ['live-activity-push-type', 'option:pushType', aps({ event: 'update', 'content-state': {} })],
];

const alertRows: readonly Row[] = [
  ['alert-title-type', '$.aps.alert.title', alert({ title: 1 })],
  ['alert-subtitle-type', '$.aps.alert.subtitle', alert({ subtitle: {} })],
  ['alert-body-type', '$.aps.alert.body', alert({ body: 1 })],
  ['title-loc-key-type', '$.aps.alert["title-loc-key"]', alert({ 'title-loc-key': 1 })],
  ['subtitle-loc-key-type', '$.aps.alert["subtitle-loc-key"]', alert({ 'subtitle-loc-key': 1 })],
  ['loc-key-type', '$.aps.alert["loc-key"]', aps({ alert: { title: 'x', 'loc-key': 1 } })],
  ['loc-key-and-text', '$.aps.alert["loc-key"]', alert({ 'loc-key': 'K' })],
  ['loc-key-and-text', '$.aps.alert["title-loc-key"]', alert({ title: 'x', 'title-loc-key': 'K' })],
  ['key-push-type', '$.aps.alert.sound', alert({ sound: 'default' })],
  [
    'title-loc-args-type',
    '$.aps.alert["title-loc-args"][1]',
    alert({ 'title-loc-key': 'K', 'title-loc-args': ['a', 2] }),
  ],
  [
    'subtitle-loc-args-type',
    '$.aps.alert["subtitle-loc-args"]',
    alert({ 'subtitle-loc-key': 'K', 'subtitle-loc-args': 'a' }),
  ],
  ['loc-args-type', '$.aps.alert["loc-args"][0]', aps({ alert: { 'loc-key': 'K', 'loc-args': [1] } })],
  ['loc-args-unused', '$.aps.alert["loc-args"]', alert({ 'loc-args': ['a'] })],
  ['launch-image-type', '$.aps.alert["launch-image"]', alert({ 'launch-image': 1 })],
  ['alert-action-type', '$.aps.alert.action', alert({ action: 1 })],
  ['alert-action-safari', '$.aps.alert.action', alert({ action: 'Open' })],
  ['action-loc-key-type', '$.aps.alert["action-loc-key"]', alert({ 'action-loc-key': 1 })],
  ['action-loc-key-ignored', '$.aps.alert["action-loc-key"]', alert({ 'action-loc-key': 'K' })],
  ['summary-arg-type', '$.aps.alert["summary-arg"]', alert({ 'summary-arg': 1 })],
  ['summary-arg-ignored', '$.aps.alert["summary-arg"]', alert({ 'summary-arg': 'x' })],
  ['summary-arg-count-type', '$.aps.alert["summary-arg-count"]', alert({ 'summary-arg-count': '1' })],
  ['summary-arg-ignored', '$.aps.alert["summary-arg-count"]', alert({ 'summary-arg-count': 1 })],
  ['custom-key-in-alert', '$.aps.alert.extra', alert({ extra: 1 })],
  ['key-misspelled', '$.aps.alert.loc_key', alert({ loc_key: 'K' })],
];

const backgroundRows: readonly Row[] = [
  [
    'background-with-alert',
    '$.aps',
    { options: backgroundOptions, payload: { aps: { alert: 'x', 'content-available': 1 } } },
  ],
  ['background-without-content-available', '$.aps', { options: backgroundOptions, payload: { aps: {} } }],
  [
    'background-priority',
    'option:priority',
    { options: { ...backgroundOptions, priority: '10' }, payload: { aps: { 'content-available': 1 } } },
  ],
  [
    'background-priority-missing',
    'option:priority',
    { options: { ...backgroundOptions, priority: '' }, payload: { aps: { 'content-available': 1 } } },
  ],
  ['silent-push-type', 'option:pushType', { payload: { aps: { 'content-available': 1 } } }],
];

const activityRows: readonly Row[] = [
  ['timestamp-type', '$.aps.timestamp', live({ timestamp: '1795000000' })],
  ['timestamp-milliseconds', '$.aps.timestamp', live({ timestamp: 1_795_000_000_000 })],
  ['timestamp-past', '$.aps.timestamp', live({ timestamp: 1_500_000_000 })],
  ['timestamp-old', '$.aps.timestamp', { ...live({}), nowMs: 1_795_010_000_000 }],
  ['timestamp-ahead', '$.aps.timestamp', { ...live({}), nowMs: 1_794_960_000_000 }],
  ['stale-date-past', '$.aps["stale-date"]', live({ 'stale-date': 1_795_000_000 })],
  ['live-activity-sound', '$.aps.sound', live({ sound: 'default' })],
  ['event-value', '$.aps.event', live({ event: 'begin' })],
  ['event-value', '$.aps.event', live({ event: 'constructor' })],
  ['event-value', '$.aps.event', live({ event: '__proto__' })],
  ['content-state-type', '$.aps["content-state"]', live({ 'content-state': 'x' })],
  ['stale-date-type', '$.aps["stale-date"]', live({ 'stale-date': '2026' })],
  ['stale-date-milliseconds', '$.aps["stale-date"]', live({ 'stale-date': 1_795_000_000_000 })],
  ['dismissal-date-type', '$.aps["dismissal-date"]', live({ 'dismissal-date': 1.5 })],
  ['dismissal-date-milliseconds', '$.aps["dismissal-date"]', live({ 'dismissal-date': 1_795_000_000_000 })],
  ['attributes-type-type', '$.aps["attributes-type"]', begin({ 'attributes-type': 1 })],
  ['attributes-not-object', '$.aps.attributes', begin({ attributes: [] })],
  ['input-push-token-value', '$.aps["input-push-token"]', begin({ 'input-push-token': true })],
  ['input-push-channel-value', '$.aps["input-push-channel"]', begin({ 'input-push-channel': 'not base64!' })],
  ['key-start-only', '$.aps["attributes-type"]', live({ 'attributes-type': 'Ride' })],
  ['key-push-type', '$.aps["url-args"]', live({ 'url-args': ['denny'] })],
  ['custom-key-in-text', '$.aps.alert.title.table', live({ alert: { title: { 'loc-key': 'K', table: 'x' } } })],
  ['live-activity-missing', '$.aps.attributes', live({ alert: 'x', 'attributes-type': 'Ride' }, 'start')],
  ['alert-title-type', '$.aps.alert.title', live({ alert: { title: 1 } })],
  [
    'loc-args-type',
    '$.aps.alert.title["loc-args"][0]',
    live({ alert: { title: { 'loc-key': 'K', 'loc-args': [1] } } }),
  ],
];

const optionRows: readonly Row[] = [
  ['push-type-missing', 'option:pushType', option({ pushType: '' })],
  ['push-type-unknown', 'option:pushType', option({ pushType: 'Alert' })],
  ['topic-missing', 'option:topic', { ...option({ topic: '' }), target: { appIdentifier: '' } }],
  ['topic-characters', 'option:topic', { ...option({ topic: 'com example' }), target: { credential: null } }],
  ['topic-suffix', 'option:topic', { ...option({ pushType: 'voip' }) }],
  ['topic-suffix-unexpected', 'option:topic', option({ topic: `${bundle}.voip` })],
  ['priority-value', 'option:priority', option({ priority: 'high' })],
  ['expiration-value', 'option:expiration', option({ expiration: '-1' })],
  ['expiration-milliseconds', 'option:expiration', option({ expiration: '1795000000000' })],
  ['collapse-id-length', 'option:collapseId', option({ collapseId: '会'.repeat(22) })],
  ['apns-id-value', 'option:apnsId', option({ apnsId: '1' })],
  ['option-control-characters', 'option:collapseId', option({ collapseId: 'a\nb' })],
];

const targetRows: readonly Row[] = [
  ['token-empty', 'option:token', token('')],
  ['token-description', 'option:token', token(`<${spaced}>`)],
  ['token-description-cut', 'option:token', token('{length = 32, bytes = 0xc63963fd fdafa1b9 ... c63963fd fdafa1b9 }')],
  ['token-decorated', 'option:token', token(`"${deviceToken}"`)],
  ['token-base64', 'option:token', token(Buffer.from(deviceToken, 'hex').toString('base64'))],
  ['token-fcm', 'option:token', token(`dQw4w9WgXcQ12345:APA91b${'x'.repeat(130)}`)],
  ['token-uuid', 'option:token', token('6F1C0B5E-3B7E-4A64-9D0C-2F4A5B6C7D8E')],
  ['token-characters', 'option:token', token('hello')],
  ['token-odd', 'option:token', token(deviceToken.slice(1))],
  ['token-length', 'option:token', token('abcd')],
  ['credential-environment', 'option:credential', { target: { environment: 'production' } }],
  ['credential-topic', 'option:topic', option({ topic: 'com.example.other' })],
  [
    'certificate-topic',
    'option:topic',
    { ...option({ topic: 'com.example.other' }), target: { credential: certificate } },
  ],
  [
    'credential-token-only',
    'option:credential',
    { ...option({ topic: `${bundle}.location-query`, pushType: 'location' }), target: { credential: certificate } },
  ],
];

const tables = {
  text: textRows,
  root: rootRows,
  aps: apsRows,
  alert: alertRows,
  background: backgroundRows,
  'live activity': activityRows,
  options: optionRows,
  'token and credential': targetRows,
};

describe('apns lint: what is right has no problem', () => {
  const right: readonly [string, Change][] = [
    ['the valid push', {}],
    ['a silent push', { options: backgroundOptions, payload: { aps: { 'content-available': 1 } } }],
    ['a Live Activity update', live({ 'stale-date': 1_795_000_900, 'relevance-score': 75 })],
    ['a Live Activity update of this minute', { ...live({}), nowMs: 1_795_000_060_000 }],
    ['a website push', aps({ alert: { body: 'x', action: 'Open' }, 'url-args': ['denny'] })],
    ['a Live Activity end', { options: activityOptions, payload: { aps: { timestamp: 1_795_000_000, event: 'end' } } }],
    [
      'a Live Activity start',
      live(
        {
          alert: { title: { 'loc-key': 'T' }, body: 'x', sound: 'ring.caf' },
          'attributes-type': 'Ride',
          attributes: {},
        },
        'start',
      ),
    ],
    ['a critical sound', aps({ sound: { critical: 1, name: 'ring.caf', volume: 0.5 } })],
    ['localised texts', aps({ alert: { 'title-loc-key': 'T', 'loc-key': 'B', 'loc-args': ['Denny'] } })],
    ['a switch that is off', aps({ 'content-available': 0, 'mutable-content': 0 })],
    ['an alert that also wakes the app', aps({ 'content-available': 1 })],
    [
      'a Wallet pass',
      { options: { ...alertOptions, topic: 'pass.com.example' }, payload: {}, target: { credential: null } },
    ],
    [
      'a device management push',
      {
        options: { ...alertOptions, topic: 'com.apple.mgmt.External.x', pushType: 'mdm' },
        payload: { mdm: 'magic' },
        target: { credential: null },
      },
    ],
    [
      'a certificate for one topic and none named',
      { ...option({ topic: '' }), target: { appIdentifier: '', credential: certificate } },
    ],
    ['a token of a newer length', token('ab'.repeat(80))],
    [
      'a VoIP push of 5000 bytes',
      { options: { ...alertOptions, topic: `${bundle}.voip`, pushType: 'voip' }, payload: { call: 'x'.repeat(5000) } },
    ],
  ];
  it.each(right)('%s', (_name, change) => {
    expect(found(change)).toEqual([]);
  });
});

describe.each(Object.entries(tables))('apns lint: %s', (_name, rows) => {
  it.each(rows)('%s at %s', (code, path, change) => {
    expect(found(change)).toEqual([[`apns.${code}`, path]]);
  });
});

describe('apns lint: words', () => {
  it('every problem with words has a test above, and the other way round', () => {
    const tested = Object.values(tables).flatMap((rows) => rows.map(([code]) => code));
    const worded = Object.keys(en).flatMap((id) => /^apns\.problem\.([a-z0-9-]+)$/.exec(id)?.[1] ?? []);
    expect([...new Set(tested)].toSorted()).toEqual(worded.toSorted());
  });
  it('every error says what APNs or iOS does with it', () => {
    const silent = Object.values(tables)
      .flat()
      .flatMap(([, , change]) => problemsOf(change))
      .filter(({ severity, effect }) => severity === 'error' && !effect)
      .map(({ code }) => code.replace('apns.', ''));
    // The sentences of these say it themselves, or it is about the headers and Apple leaves open what follows.
    expect([...new Set(silent)].toSorted()).toEqual([
      'background-priority',
      'background-with-alert',
      'credential-environment',
      'credential-token-only',
      'option-control-characters',
      'silent-push-type',
      'topic-suffix',
    ]);
  });
  it('promises no answer that our own gateway does not give, nor more surely than it does', () => {
    const promised = Object.values(tables)
      .flat()
      .flatMap(([code, , change]) => {
        const effect = problemsOf(change).find((one) => one.code === `apns.${code}`)?.effect;
        // A certificate cannot be shown by a capture of headers; the tests of the gateway show one.
        const isSendable = change.target?.credential?.kind !== 'apns-certificate';
        return isSendable && effect?.phrase.id === 'apns.effect.refused' ? [{ code, change, effect }] : [];
      });
    expect(promised.length).toBeGreaterThan(15);
    for (const { code, change, effect } of promised) {
      const { payload: content, options = alertOptions, target: over } = change;
      const text = typeof content === 'string' ? content : JSON.stringify(content ?? valid);
      const to = { ...target, ...over };
      const request = sender.request({ payload: text, options }, to, goodToken);
      if ('unusable' in request) throw new Error(`${code} cannot be sent`);
      const registry = registryOf(to.credential ? { credentials: [to.credential] } : {});
      const { verdict } = decide(asCapture(request), { registry });
      const failed = verdict.checks.find(({ outcome }) => outcome === 'failed');
      expect([code, verdict.code, verdict.status], code).toEqual([
        code,
        effect.phrase.params?.['code'],
        effect.phrase.params?.['status'],
      ]);
      const sure = ['documented', 'measured', 'reported', 'guess'];
      expect(sure.indexOf(effect.certainty), code).toBeGreaterThanOrEqual(sure.indexOf(failed?.certainty ?? 'guess'));
    }
  });
  it('names the answer APNs gives, where Apple documents it', () => {
    expect(problemsOf(option({ priority: 'high' }))[0]?.effect).toEqual({
      phrase: { id: 'apns.effect.refused', params: { status: 400, code: 'BadPriority' } },
      certainty: 'documented',
    });
    expect(problemsOf(aps({ badge: '1' }))[0]?.effect?.certainty).toBe('guess');
  });
  it('offers the hexadecimal inside a printed NSData', () => {
    expect(problemsOf(token(`<${spaced}>`))[0]?.fix?.params).toEqual({ hex: deviceToken });
  });
  it('names the line and column of a mistake in the JSON', () => {
    expect(problemsOf({ payload: '{\n  "aps": nope\n}' })[0]?.phrase.params).toEqual({
      line: 2,
      column: 10,
      near: 'nope',
    });
  });
  it('names what weighs most in a payload that is too large', () => {
    expect(problemsOf(alert({ body: '合'.repeat(1500) }))[0]?.phrase.params).toMatchObject({
      key: '$.aps.alert.body',
      keyBytes: 4502,
      limit: 4096,
    });
  });
});
