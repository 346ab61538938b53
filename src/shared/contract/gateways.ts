import { oc } from '@orpc/contract';
import * as z from 'zod';
import { PushEnvironment, VendorId } from './common.ts';

/** How a gateway behaves. */
export const GatewaySettings = z.object({
  /** known: what the workspace knows is enforced, anything else is let through and marked unverified. */
  mode: z.enum(['known', 'strict']),
  /** APNs: which of Apple's two environments this gateway plays. */
  environment: PushEnvironment,
});
export type GatewaySettings = z.infer<typeof GatewaySettings>;

/** How to point one library here. `code` is complete; `changed` lists its lines (from 1) that differ from talking to the vendor. */
export const Recipe = z.object({
  id: z.string(),
  library: z.string(),
  /** Version the recipe was run with by the tests, or null when it is written from the library's documentation. */
  testedVersion: z.string().nullable(),
  language: z.string(),
  code: z.string(),
  changed: z.array(z.number().int()),
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
};
