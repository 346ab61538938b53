/** Finds out what Pushscope does with a field, by trying it: the words of «Our behaviour» in docs/vendors. */
import { Device, DeviceInput } from '../src/shared/contract/workspace.ts';
import type { Draft } from '../src/shared/contract/index.ts';
import type { FieldTrial, Vendor, VendorField } from '../src/main/vendors/vendor.ts';
import { vendorCase } from '../tests/support/nine-vendors.ts';

const nowMs = Date.UTC(2026, 10, 21, 8);
type Json = Readonly<Record<string, unknown>>;

/** Nothing, a text, a long one, numbers, and the wrong kinds. */
const hostile: readonly unknown[] = ['', 'x', 'x y', 'x'.repeat(5000), -5, 77, 1e15, 0.5, true, {}, [], [7]];

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object with one member set, or taken away where the value is undefined. */
const withMember = (value: unknown, [name, ...rest]: readonly string[], member: unknown): unknown => {
  if (name === undefined) return member;
  const object = isObject(value) ? value : {};
  if (member === undefined && rest.length === 0) {
    const { [name]: _gone, ...others } = object;
    return others;
  }
  return { ...object, [name]: withMember(object[name], rest, member) };
};

interface Seen {
  readonly card: string;
  readonly tap: string;
  readonly kept: string;
  readonly arrival: string;
  readonly quiet: string;
  readonly problems: readonly { readonly code: string; readonly path: string }[];
  /** Null: the gateway takes it. */
  readonly refusal: string | null;
}

/** A phone of this vendor as it comes. */
const phoneOf = ({ id, platforms }: Vendor): Device => ({
  ...Device.parse({
    ...DeviceInput.parse({
      name: id,
      platform: platforms[0] ?? 'android',
      model: 'pixel-10',
      osVersion: '16',
      appId: 'app',
      vendor: id,
      token: vendorCase(id).tokenOf(1),
    }),
    id: 'device',
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }),
});

const look = (vendor: Vendor, draft: Draft): Seen => {
  const [platform = 'android'] = vendor.platforms;
  const about = { platform, appState: 'killed', action: 'default', vendorMessageId: null, nowMs } as const;
  const { ext, opens, values, stoppedBecause } = vendor.tap.plan(draft, about);
  const own = vendorCase(vendor.id);
  const { problems } = vendor.payload.check(draft, own.target(1), nowMs);
  return {
    card: JSON.stringify(vendor.display.card(draft, { platform, appName: 'App' })),
    tap: JSON.stringify([ext, opens, values, stoppedBecause]),
    arrival: JSON.stringify(
      (['foreground', 'background', 'killed'] as const).map((appState) => {
        const { drawn, because, receipts } = vendor.tap.arrival(draft, {
          platform,
          appState,
          presentsInForeground: true,
        });
        return [drawn, because, receipts.map(({ callback }) => callback)];
      }),
    ),
    quiet: JSON.stringify(
      vendor.display.quiet?.(draft, { device: phoneOf(vendor), app: undefined, atMs: nowMs }) ?? [],
    ),
    kept: JSON.stringify(vendor.keepPlan?.(draft, nowMs) ?? null),
    problems: problems.map(({ code, path }) => ({ code: code.slice(vendor.id.length + 1), path })),
    refusal: answerOf(vendor, draft),
  };
};

const answerOf = ({ id, gateway }: Vendor, draft: Draft): string | null => {
  const request = vendorCase(id).requestOf(draft, 1, nowMs);
  if (request === null) return null;
  const { verdict } = gateway.decide({
    capture: { ...request, host: 'localhost', httpVersion: '1.1', tls: true, clientCertificate: null },
    connection: gateway.newConnection(),
    memory: gateway.newMemory(),
    registry: { findToken: () => null, credentials: [], appIdentifiers: new Set(['com.example.im']) },
    settings: { mode: 'known', environment: 'sandbox', profile: 'apple', perTokenPerMinute: 0, idleSeconds: 0 },
    nowMs,
    newId: () => '00000000-0000-4000-8000-000000000001',
  });
  return verdict.accepted ? null : (verdict.code ?? null);
};

/** A path of a problem is this field's when it names it or something in it; the fields of some options are named by them. */
const isAt = (path: string, trial: FieldTrial): boolean => {
  const dotted = trial.path.map((name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `["${name}"]`)).join('');
  const at = `$${dotted}`;
  return path === at || (path.startsWith(at) && /^[.[]/.test(path.slice(at.length)));
};

const listed = (before: string, codes: ReadonlySet<string>, isCode: boolean): string[] =>
  codes.size === 0 ? [] : [`${before} ${[...codes].map((code) => (isCode ? `\`${code}\`` : code)).join(', ')}`];

/** What came of trying a field; the words of its table where it has them. */
export const fieldUse = (vendor: Vendor, { does, trial }: VendorField): string => {
  if (!trial || does !== '') return does;
  const base: Draft = trial.base ?? { payload: vendor.payload.example, options: {} };
  const set = (value: unknown): Draft => ({
    ...base,
    payload: JSON.stringify(withMember(JSON.parse(base.payload), trial.path, value)),
  });
  const before = look(vendor, base);
  const right = trial.values.map((value) => look(vendor, set(value)));
  const all = [...right, ...[undefined, ...hostile].map((value) => look(vendor, set(value)))];
  const changes = (['card', 'tap', 'arrival', 'quiet', 'kept'] as const).filter((part) =>
    right.some((seen) => seen[part] !== before[part]),
  );
  const words = {
    card: 'card',
    tap: 'touch',
    arrival: 'who hears of it when it arrives',
    quiet: 'why it may stay unnoticed',
    kept: 'how long and in whose place it waits for an absent phone',
  };
  const problems = new Set(
    all.flatMap((seen) => seen.problems.filter(({ path }) => isAt(path, trial)).map(({ code }) => code)),
  );
  const refusals = new Set(
    before.refusal === null ? all.flatMap(({ refusal }) => (refusal === null ? [] : [refusal])) : [],
  );
  const said = [
    ...(changes.length > 0 ? [`changes: ${changes.map((part) => words[part]).join(', ')}`] : []),
    ...listed('Problems:', problems, true),
    ...listed('gateway:', refusals, false),
  ];
  return said.length === 0 ? 'taken as it is; no effect here' : said.join('. ');
};
