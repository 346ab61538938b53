import { describe, expect, it } from 'vitest';
import { CheckVerdict } from '../../../shared/contract/credentials.ts';
import type { AppState, HeaderList, Intent, Phrase } from '../../../shared/contract/index.ts';
import type { Capture, GatewayRegistry, OpenCredential, SendTarget, Vendor, WireRequest } from '../vendor.ts';
import { vendorWiring } from './conformance-wiring.ts';
import { noSample } from './samples.ts';
import { toBytes } from './text.ts';

/** What a vendor's own test hands to the suite. */
export interface ConformanceSamples {
  readonly target: SendTarget;
  readonly credential: OpenCredential;
  /** A bearer or JWT the gateway takes as current at `nowMs`; null where none is needed (client certificate). */
  readonly token: string | null;
  readonly registry: GatewayRegistry;
  readonly nowMs: number;
  /** Declared gaps: part of the suite that does not apply, and why. Printed with the test. */
  readonly gaps?: Readonly<Partial<Record<'sound' | 'badge', string>>>;
  /** One request to `target.token` and to `dead`, whose app is gone; or why the vendor takes one phone a request. */
  readonly batch: { readonly capture: Capture; readonly dead: string; readonly memory?: unknown } | string;
  /** What differs from `sampleIntent`, where a vendor cannot carry it as it is; `ext` still has to contain «jump to denny». */
  readonly intent?: Readonly<Partial<Intent>>;
}

export const sampleIntent: Intent = {
  title: 'Denny',
  subtitle: null,
  body: 'Lunch at 12:30? 合同我也带一份。',
  sound: 'default',
  badge: 1,
  ext: 'jump to denny',
  image: null,
  mutableContent: false,
  interruptionLevel: null,
  lifetimeSeconds: 604_800,
  androidChannelId: null,
  androidPriority: 'high',
  category: null,
  importance: null,
  badgeChange: null,
  contentAvailable: false,
  voip: false,
  voipToken: null,
  liveActivity: null,
  longText: false,
  click: { kind: 'app' },
  vendorSettings: { android: null, harmony: null, console: {} },
  traces: [],
};

/** A request as the vendor's gateway would receive it. */
export const asCapture = (request: WireRequest, over: Partial<Capture> = {}): Capture => ({
  method: request.method,
  path: request.path,
  host: 'localhost',
  headers: request.headers,
  body: request.body,
  httpVersion: '2',
  tls: true,
  clientCertificate: null,
  ...over,
});

const because = (reason: string | undefined): string => (reason === undefined ? '' : ` (skipped: ${reason})`);

const garbage: readonly Uint8Array[] = [
  new Uint8Array(0),
  toBytes('{'),
  toBytes('[]'),
  toBytes('null'),
  toBytes('"text"'),
  toBytes('{"aps":7,"message":[]}'),
  toBytes('a=b&c=d'),
  Uint8Array.of(0xff, 0xfe, 0x00, 0x80),
  toBytes(`{"deep":${'['.repeat(2000)}${']'.repeat(2000)}}`),
];
const phones: readonly AppState[] = ['foreground', 'background', 'killed'];

/** One suite for every vendor: the parts agree with each other and with what the vendor declares. */
export function vendorConformance(vendor: Vendor, samples: ConformanceSamples): void {
  vendorWiring(vendor);
  const { target, registry, nowMs, token, gaps = {} } = samples;
  const intent: Intent = { ...sampleIntent, ...samples.intent };
  const newId = () => '6f1c0b5e-3b7e-4a64-9d0c-2f4a5b6c7d8e';
  const settings = {
    mode: 'known',
    environment: target.environment,
    profile: 'apple',
    perTokenPerMinute: 0,
    idleSeconds: 0,
  } as const;
  const decide = (capture: Capture, memory: unknown = vendor.gateway.newMemory()) =>
    vendor.gateway.decide({
      capture,
      connection: vendor.gateway.newConnection(),
      memory,
      registry,
      settings,
      nowMs,
      newId,
    });
  const says = (phrase: Phrase) => {
    for (const words of [vendor.texts.en[phrase.id], vendor.texts['zh-CN'][phrase.id]]) {
      expect(words, `text of ${phrase.id}`).toBeTruthy();
      for (const hole of words?.matchAll(/\{\{(\w+)\}\}/g) ?? []) {
        expect(Object.keys(phrase.params ?? {}), `hole of ${phrase.id}`).toContain(hole[1]);
      }
    }
  };
  const draft = vendor.payload.fromIntent(intent, target, nowMs);
  const build = (): WireRequest => {
    const request = vendor.sender.request(draft, target, token, nowMs);
    if ('unusable' in request) throw new Error(`no request: ${JSON.stringify(request.unusable)}`);
    return request;
  };

  describe(`${vendor.id}: what is declared`, () => {
    it('limits and errors name their source and the day it was checked', () => {
      for (const row of [...vendor.limits, ...vendor.errors]) {
        expect(row.source.title).not.toBe('');
        expect(row.source.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
      expect(vendor.errors.length).toBeGreaterThan(0);
    });
    it('every error has words in every language', () => {
      for (const row of vendor.errors) {
        const explained = vendor.explain(row.code, row.status);
        expect(explained, row.code).not.toBeNull();
        for (const phrase of [explained!.meaning, explained!.cause, explained!.fix]) says(phrase);
      }
      expect(vendor.explain('no-such-code', null)).toBeNull();
    });
    it('catalogues have the same entries and only their own', () => {
      expect(Object.keys(vendor.texts['zh-CN']).toSorted()).toEqual(Object.keys(vendor.texts.en).toSorted());
      for (const id of Object.keys(vendor.texts.en)) expect(id.startsWith(`${vendor.id}.`), id).toBe(true);
    });
    it('option fields have help', () => {
      for (const field of vendor.payload.options) says(field.help);
    });
  });

  describe(`${vendor.id}: payload`, () => {
    it('the example has no errors and can be seen', () => {
      const example = { payload: vendor.payload.example, options: {} };
      expect(vendor.payload.check(example, null).problems.filter((problem) => problem.severity === 'error')).toEqual(
        [],
      );
      const card = vendor.display.card(example, { platform: vendor.platforms[0]!, appName: 'App' });
      expect(card.visible).toBe(true);
    });
    it('an intent becomes a draft without errors', () => {
      const { problems, sizes } = vendor.payload.check(draft, target);
      expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
      expect(sizes.length).toBeGreaterThan(0);
      expect(draft.payload).toContain('jump to denny');
    });
    it('a draft survives the wire', () => {
      const read = vendor.payload.fromRequest(build());
      expect(read?.tokens).toEqual([target.token]);
      expect(read?.title).toBe(intent.title);
      expect(read?.body).toBe(intent.body);
      expect(JSON.parse(read?.draft.payload ?? '')).toEqual(JSON.parse(draft.payload));
    });
    it('a pasted payload and a pasted token are recognised as this vendor’s', () => {
      const read = vendor.payload.recognise(draft.payload, '');
      expect(read?.kind).toBe('vendor-payload');
      expect(JSON.parse(read?.draft?.payload ?? '')).toEqual(JSON.parse(draft.payload));
      expect(vendor.payload.recognise(target.token, '')).toMatchObject({
        kind: 'device-token',
        tokens: [target.token],
      });
      for (const other of ['', 'hello', '{}', '[]', '{"a":1}', '42'])
        expect(vendor.payload.recognise(other, ''), other).toBeNull();
    });
    it('any bytes are looked at without throwing', () => {
      for (const bytes of garbage) {
        const payload = Buffer.from(bytes).toString('utf8');
        for (const problem of vendor.payload.check({ payload, options: {} }, null).problems) {
          says(problem.phrase);
          if (problem.fix) says(problem.fix);
        }
        vendor.payload.fromRequest({ ...build(), body: bytes });
        vendor.payload.recognise(payload, 'x.apns');
        vendor.display.card({ payload, options: {} }, { platform: vendor.platforms[0]!, appName: 'App' });
      }
    });
  });

  describe(`${vendor.id}: gateway`, () => {
    it('takes what the sender sends, and the sender understands it', () => {
      const request = build();
      const answer = decide(asCapture(request));
      expect(answer.verdict.checks.filter((check) => check.outcome === 'failed')).toEqual([]);
      expect(answer.verdict.accepted).toBe(true);
      expect(answer.kind).toBe('push');
      expect(answer.targets.map((one) => one.token)).toEqual([target.token]);
      expect(JSON.parse(answer.delivery?.payload ?? '')).toEqual(JSON.parse(draft.payload));
      says(answer.verdict.why);
      for (const check of answer.verdict.checks) says(check.phrase);
      const reading = vendor.sender.read(request, answer.reply);
      expect(reading.outcome).toBe('accepted');
      expect(reading.code).toBeNull();
      expect(reading.vendorMessageId).toBe(answer.vendorMessageId);
    });
    const { batch } = samples;
    const noBatch = typeof batch === 'string' ? batch : undefined;
    it.skipIf(noBatch)(`takes a part of a batch, says which, and the sender understands it${because(noBatch)}`, () => {
      if (typeof batch === 'string') throw new Error(batch);
      const { capture, dead, memory } = batch;
      const answer = decide(capture, memory);
      const outcomes = [
        [target.token, 'accepted'],
        [dead, 'rejected'],
      ];
      expect(answer.verdict.accepted).toBe(true);
      expect(answer.targets.map(({ token: to, outcome }) => [to, outcome])).toEqual(outcomes);
      expect(answer.targets[0]?.delivery ?? answer.delivery).not.toBeNull();
      const reading = vendor.sender.read(capture, answer.reply);
      expect(reading.outcome).toBe('partly-accepted');
      expect(reading.targets.map(({ token: to, outcome }) => [to, outcome])).toEqual(outcomes);
      expect(reading.targets.map(({ reason }) => reason === null)).toEqual([true, false]);
      expect(reading.dropToken).toBe(false);
    });
    it('answers any bytes with a code of its own table, and says why', () => {
      for (const body of garbage) {
        const request = { ...build(), body };
        const answer = decide(asCapture(request));
        says(answer.verdict.why);
        for (const check of answer.verdict.checks) says(check.phrase);
        if (answer.verdict.accepted) continue;
        expect(vendor.errors.map((row) => row.code)).toContain(answer.verdict.code);
        const reading = vendor.sender.read(request, answer.reply);
        expect(reading.code).toBe(answer.verdict.code);
      }
    });
    it('refuses a request that names no way in', () => {
      const answer = decide(asCapture({ method: 'POST', path: '/nowhere', headers: [], body: new Uint8Array(0) }));
      expect(answer.verdict.accepted).toBe(false);
      expect(answer.delivery).toBeNull();
    });
    it('an answer that is not the vendor’s is unreadable, not a success', () => {
      const reading = vendor.sender.read(build(), {
        status: 502,
        headers: [],
        body: toBytes('<html>Bad gateway</html>'),
      });
      expect(reading.outcome).not.toBe('accepted');
    });
    it('a push that could not be stored is answered with «later»', () => {
      const later = vendor.gateway.unavailable();
      expect(later.status).toBe(503);
      expect(vendor.errors.map((row) => row.code)).toContain(vendor.sender.read(build(), later).code);
    });
    it('recipes are complete', () => {
      const place = { origin: 'https://127.0.0.1:1', port: 1, caPath: '/ca.pem' };
      const values = samples.credential.facts.kind === 'app-keys' ? samples.credential.facts.values : {};
      const { token, appIdentifier } = samples.target;
      const full = { token, appIdentifier, values, keyFolder: '/demo-keys' };
      for (const sample of [noSample, full]) {
        const recipes = vendor.gateway.recipes({ ...place, sample });
        expect(new Set(recipes.map(({ id }) => id)).size).toBe(recipes.length);
        expect(recipes.some(({ testedVersion }) => testedVersion !== null)).toBe(true);
        for (const { code, changed } of recipes) {
          const lines = code.split('\n').length;
          expect(code).not.toMatch(/»|\bundefined\b/);
          expect(changed.every((line) => line >= 1 && line <= lines)).toBe(true);
        }
        // What the tests run goes to the phone of the workspace, where it has one.
        const run = recipes.filter(({ testedVersion, language }) => testedVersion !== null && language === 'shell');
        for (const { code } of run) expect(code.includes(token)).toBe(sample === full);
      }
    });
    it('a recipe takes any value of the workspace as a text', () => {
      const odd = `a'b"c$(d)\`e\\f\ng`;
      const sample = {
        token: odd,
        appIdentifier: odd,
        values: { appId: odd, keyId: odd, teamId: odd },
        keyFolder: null,
      };
      const recipes = vendor.gateway.recipes({ origin: 'https://127.0.0.1:1', port: 1, caPath: '/ca.pem', sample });
      const scripts = recipes.filter(
        ({ language, testedVersion }) => language === 'javascript' && testedVersion !== null,
      );
      // Some take all from a key file, or are loaded before a program of one's own.
      const asText = JSON.stringify(odd).slice(4, -1).replaceAll('\\"', '"');
      expect(scripts.some(({ code }) => code.includes(asText))).toBe(true);
      const shells = recipes.filter(({ language, testedVersion }) => /sh/.test(language) && testedVersion !== null);
      for (const { code } of shells) expect(code).toContain(`='a'\\''b"c$(d)\`e\\f\ng'`);
    });
  });

  describe(`${vendor.id}: faults`, () => {
    const { gateway } = vendor;
    const { reply } = decide(asCapture(build()));
    const tokenCodes = gateway.tokenCodes ?? [];
    const plan = vendor.auth.plan(samples.credential, 'https://127.0.0.1:1', draft);
    const answerWith = (code: string, status: number) =>
      gateway.faultReply?.({ code, status, tokens: [target.token] }, reply, nowMs) ?? reply;
    const rows = vendor.errors.filter(({ code }) => !gateway.partialCodes?.includes(code));
    it.each(rows.map(({ code, status }) => [code, status ?? 500] as const))('can answer with %s', (code, status) => {
      const made = answerWith(code, status);
      expect(made.status).toBe(status);
      if (!tokenCodes.includes(code)) {
        expect(vendor.sender.read(build(), made)).toMatchObject({ code, outcome: 'rejected' });
      }
      if (tokenCodes.includes(code)) {
        if (plan.kind !== 'fetched') throw new Error('codes of a token address, and no token is fetched');
        expect(plan.read(made, nowMs)).toEqual({ ok: false, code, outcome: 'rejected' });
      }
    });
    it('names only codes of its own table', () => {
      const named = [
        ...tokenCodes,
        ...(gateway.partialCodes ?? []),
        gateway.busyCode,
        gateway.accessToken?.expired.code,
      ];
      const known = new Set(vendor.errors.map((row) => row.code));
      expect(named.filter((code) => code !== undefined && !known.has(code))).toEqual([]);
    });
    it('429 comes with a wait that the sender reads', () => {
      const busy = answerWith(gateway.busyCode ?? '', 429);
      const headers: HeaderList = [...busy.headers, ['retry-after', '7']];
      const made = { ...busy, status: 429, headers };
      expect(vendor.sender.read(build(), made)).toMatchObject({
        outcome: 'rejected',
        code: gateway.busyCode,
        retryAfterMs: 7000,
      });
    });
    it('an access token that ran out is seen in the request, and dropped by the sender', () => {
      const isFetched = plan.kind === 'fetched' || vendor.id === 'apns';
      expect(gateway.accessToken !== undefined).toBe(isFetched);
      if (!gateway.accessToken) return;
      expect(gateway.accessToken.shownIn(asCapture(build()))).toContain(token);
      const { code, status } = gateway.accessToken.expired;
      expect(vendor.sender.read(build(), answerWith(code, status)).dropToken).toBe(true);
    });
    it('a token taken for dead is refused in the vendor’s own way', () => {
      const unknown = { token: target.token, deviceId: '', appIdentifier: '', environment: target.environment };
      const dead = { ...registry, findToken: () => ({ ...unknown, state: 'unregistered', deadAtMs: nowMs }) as const };
      const answer = vendor.gateway.decide({
        capture: asCapture(build()),
        connection: gateway.newConnection(),
        memory: gateway.newMemory(),
        registry: dead,
        settings,
        nowMs,
        newId,
      });
      const reading = vendor.sender.read(build(), answer.reply);
      expect(reading.targets.map(({ outcome }) => outcome)).toEqual(['rejected']);
      expect(vendor.errors.map((row) => row.code)).toContain(reading.code);
    });
  });

  describe(`${vendor.id}: probe`, () => {
    const { facts } = samples.credential;
    const probing = { ...target, token: vendor.probe.token };
    const request = vendor.sender.request(vendor.probe.draft(facts, target.appIdentifier, ''), probing, token, nowMs);
    it('is a push that only its token is wrong with, and the refusal means that the credential was taken', () => {
      if ('unusable' in request) throw new Error(`no request: ${JSON.stringify(request.unusable)}`);
      const { verdict } = decide(asCapture(request));
      const failed = verdict.checks.filter((check) => check.outcome === 'failed');
      expect(failed.map((check) => vendor.probe.judge(check.code ?? ''))).toEqual(['accepted']);
      expect(vendor.probe.judge(verdict.code ?? '')).toBe('accepted');
    });
    it('has words for every verdict', () => {
      const verdicts = CheckVerdict.options;
      const params = { host: 'api.example.test', code: 'Code' };
      for (const verdict of verdicts) says({ id: `${vendor.id}.probe.${verdict}`, params });
      for (const { code } of vendor.errors) expect(verdicts, code).toContain(vendor.probe.judge(code));
      // The second is what every object has a member of.
      for (const code of ['no-such-code', 'constructor']) expect(vendor.probe.judge(code)).toBe('unclear');
    });
  });

  describe(`${vendor.id}: phone`, () => {
    const platform = vendor.platforms[0]!;
    const card = vendor.display.card(draft, { platform, appName: 'App' });
    it('the card says what the intent wanted', () => {
      expect(card).toMatchObject({
        visible: true,
        title: intent.title,
        body: intent.body,
        ext: intent.ext,
      });
      for (const note of card.notes) says(note.phrase);
    });
    it.skipIf(gaps.sound)(`the card has the sound${because(gaps.sound)}`, () =>
      expect(card.sound.kind).toBe('default'),
    );
    it.skipIf(gaps.badge)(`the card has the badge${because(gaps.badge)}`, () => expect(card.badge).toBe(intent.badge));
    it('nothing else is on the card', () => {
      expect(card.subtitle).toBe('');
    });
    for (const appState of phones) {
      it(`a tap hands ext to the app: ${appState}`, () => {
        const plan = vendor.tap.plan(draft, { platform, appState, action: 'default', vendorMessageId: null, nowMs });
        expect(plan.ext).toBe(intent.ext);
        expect(plan.steps.length).toBeGreaterThan(0);
        for (const step of plan.steps) {
          says(step.phrase);
          if (step.detail) says(step.detail);
        }
        expect(JSON.stringify(JSON.parse(plan.received))).toContain('jump to denny');
        const arrival = vendor.tap.arrival(draft, { platform, appState, presentsInForeground: true });
        for (const step of arrival.steps) says(step.phrase);
        if (arrival.because) says(arrival.because);
        expect(arrival.because === null, 'what is not drawn has a reason').toBe(arrival.drawn);
        for (const receipt of arrival.receipts) {
          says(receipt.phrase);
          expect(JSON.stringify(JSON.parse(receipt.received))).toContain('jump to denny');
        }
      });
    }
  });
}
