import { oc } from '@orpc/contract';
import * as z from 'zod';
import { PushEnvironment, VendorId } from './common.ts';

/** In which order a gateway looks at a request, and at what. `apple`: as the vendor does. The others: as a public mock server does. */
export const GatewayProfile = z.enum(['apple', 'pushy-compatible']);
export type GatewayProfile = z.infer<typeof GatewayProfile>;

/** How a gateway behaves. What a vendor's gateway does not offer is ignored by it. */
export const GatewaySettings = z.object({
  /**
   * anything: whatever can be read as a push is taken, and what speaks against it is only told. known: what the workspace knows is
   * enforced, anything else is let through and marked unverified. strict: what the workspace does not know is refused.
   */
  mode: z.enum(['anything', 'known', 'strict']),
  /** APNs: which of Apple's two environments this gateway plays. */
  environment: PushEnvironment,
  profile: GatewayProfile,
  /** Accepted pushes to one token within a minute after which further ones are refused; 0: no limit. */
  perTokenPerMinute: z.number().int().min(0).max(100_000),
  /** Seconds without traffic after which a new connection is closed; 0: never. */
  idleSeconds: z.number().int().min(0).max(86_400),
});
export type GatewaySettings = z.infer<typeof GatewaySettings>;

/** What happens to a request that meets a fault. */
export const FaultAction = z.discriminatedUnion('kind', [
  /** It gets this answer, whatever it deserved. Several vendors refuse with HTTP 200 and a code in the body. */
  z.object({ kind: z.literal('answer'), code: z.string().min(1), status: z.number().int().min(200).max(599) }),
  /** It gets HTTP 429 with `retry-after`. */
  z.object({ kind: z.literal('busy'), retryAfterSeconds: z.number().int().min(0).max(86_400) }),
  /** The access token it shows has run out: it and every later request with this token are refused until a new one is fetched. */
  z.object({ kind: z.literal('expire-token') }),
  /** This part of the device tokens it names is dead; of several never all and never none. */
  z.object({ kind: z.literal('dead-tokens'), percent: z.number().int().min(1).max(100) }),
  /** The connection stays open, and nothing is said on it any more. */
  z.object({ kind: z.literal('half-open') }),
  /** It gets no answer but a GOAWAY with this code, and the connection ends. HTTP/2 only. */
  z.object({ kind: z.literal('goaway'), code: z.string().min(1) }),
  /** The connection is cut without a word. */
  z.object({ kind: z.literal('drop') }),
  /** It gets the answer it deserves, late. */
  z.object({ kind: z.literal('delay') }),
]);
export type FaultAction = z.infer<typeof FaultAction>;

const FaultFields = z.object({
  action: FaultAction,
  /** Only requests to this device token; empty: all. */
  token: z.string().trim().max(4096),
  /** How many more requests it meets; null: until it is cleared. */
  remaining: z.number().int().min(1).max(1_000_000).nullable(),
  /** How long every request it meets is kept waiting. */
  delayMs: z.number().int().min(0).max(120_000),
  /** Of a hundred requests it could meet, how many it does; chance decides which. */
  percent: z.number().int().min(1).max(100),
  /** How many requests that it could meet pass first: a fault in the middle of a batch. */
  after: z.number().int().min(0).max(1_000_000),
});
export const FaultInput = FaultFields.extend({
  token: FaultFields.shape.token.default(''),
  remaining: FaultFields.shape.remaining.default(1),
  delayMs: FaultFields.shape.delayMs.default(0),
  percent: FaultFields.shape.percent.default(100),
  after: FaultFields.shape.after.default(0),
});
/** A fault in force. Faults live until they are used up, cleared, or Pushscope ends. */
export const Fault = FaultInput.extend({
  id: z.string(),
  hits: z.number().int(),
  /** 0: it meets no further request, but an access token that it let run out stays so until it is cleared. */
  remaining: z.number().int().min(0).max(1_000_000).nullable(),
});
export type Fault = z.infer<typeof Fault>;
export type FaultInput = z.infer<typeof FaultInput>;

/** What can be set at a vendor's gateway beyond its strictness. */
export const GatewayOffers = z.object({
  /** Empty: there is only one way to look at requests. */
  profiles: z.array(GatewayProfile),
  perTokenPerMinute: z.boolean(),
  idleSeconds: z.boolean(),
  /** Codes a fault can answer with. */
  faultAnswers: z.array(z.object({ code: z.string(), status: z.number().int() })),
  /** Faults can end the connection with a code of the vendor's. */
  goaway: z.boolean(),
  /** Faults can let the access token of a sender run out: the vendor has one. */
  expireToken: z.boolean(),
});
export type GatewayOffers = z.infer<typeof GatewayOffers>;

/** How to point one library here. `code` is complete; `changed` lists its lines (from 1) that differ from talking to the vendor. */
export const Recipe = z.object({
  id: z.string(),
  library: z.string(),
  /** Version the recipe was run with by the tests, or null when it is written from the library's documentation. */
  testedVersion: z.string().nullable(),
  language: z.string(),
  code: z.string(),
  changed: z.array(z.number().int()),
  /** The file it is saved as, and the command that starts it. Null: it is pasted into a terminal, or into a program of one's own. */
  start: z.object({ file: z.string(), command: z.string() }).nullable(),
});
export type Recipe = z.infer<typeof Recipe>;

export const Gateway = z.object({
  vendor: VendorId,
  state: z.enum(['listening', 'failed', 'stopped']),
  /** `https://127.0.0.1:2197`. */
  origin: z.string(),
  port: z.number().int(),
  /** The port it would have had; differs from `port` when another program had taken it. */
  defaultPort: z.number().int(),
  moved: z.boolean(),
  speaks: z.array(z.enum(['HTTP/2', 'HTTP/1.1', 'TLS', 'plain'])),
  settings: GatewaySettings,
  offers: GatewayOffers,
  /** In force now; the first that fits a request meets it. */
  faults: z.array(Fault),
  counts: z.object({ captured: z.number().int(), accepted: z.number().int(), rejected: z.number().int() }),
  lastAtMs: z.number().int().nullable(),
  recipes: z.array(Recipe),
  failure: z.string().nullable(),
});
export type Gateway = z.infer<typeof Gateway>;

export const gateways = {
  list: oc
    .route({ method: 'GET', path: '/gateways', tags: ['gateways'] })
    .output(z.object({ caPath: z.string(), caPem: z.string(), gateways: z.array(Gateway) })),
  update: oc
    .route({ method: 'PATCH', path: '/gateways/{vendor}', tags: ['gateways'] })
    .input(GatewaySettings.partial().extend({ vendor: VendorId }))
    .output(Gateway),
  /** Makes the next requests fail on purpose. */
  addFault: oc
    .route({ method: 'POST', path: '/gateways/{vendor}/faults', tags: ['gateways'] })
    .input(FaultInput.extend({ vendor: VendorId }))
    .output(Gateway),
  /** Takes one fault away, or with no `id` all of them. One that is no longer there is no error. */
  clearFaults: oc
    .route({ method: 'DELETE', path: '/gateways/{vendor}/faults', tags: ['gateways'] })
    .input(z.object({ vendor: VendorId, id: z.string().optional() }))
    .output(Gateway),
};
