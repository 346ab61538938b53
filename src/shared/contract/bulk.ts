import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Done, IdInput, VendorId } from './common.ts';
import { Destination } from './sends.ts';

/** Items of one job at most. */
export const mostBulkItems = 100_000;

/** One payload to many tokens, or many times to one. */
export const BulkInput = z.object({
  vendor: VendorId,
  payload: z.string().max(1_000_000),
  options: z.record(z.string(), z.string()).default({}),
  destination: Destination.default({ kind: 'local' }),
  /** One item each, in this order; a token that stands twice gets it twice. */
  tokens: z.array(z.string().min(1).max(4096)).min(1).max(mostBulkItems),
  /** How often each token gets it. */
  repeat: z.number().int().min(1).max(10_000).default(1),
  /** Pushes per second at most; null: as fast as the connections take them. */
  ratePerSecond: z.number().min(0.1).max(10_000).nullable().default(null),
  credentialId: z.string().optional(),
  /** The exchange it is made from; one that was imported goes to gateways of this machine only unless `outside`. */
  exchangeId: z.string().optional(),
  outside: z.boolean().optional(),
});
export type BulkInput = z.infer<typeof BulkInput>;

export const BulkState = z.enum(['running', 'paused', 'cancelled', 'done']);

/** A job as it stands. */
export const BulkJob = z.object({
  id: z.string(),
  atMs: z.number().int(),
  state: BulkState,
  vendor: VendorId,
  destination: Destination,
  ratePerSecond: z.number().nullable(),
  total: z.number().int(),
  /** Neither accepted nor refused yet. */
  waiting: z.number().int(),
  accepted: z.number().int(),
  rejected: z.number().int(),
  failed: z.number().int(),
  /** Pushscope ended while they were under way; nobody knows whether they arrived, and they are not sent again. */
  unknown: z.number().int(),
  /** Why not, the most frequent first. */
  reasons: z.array(z.object({ reason: z.string(), n: z.number().int() })),
});
export type BulkJob = z.infer<typeof BulkJob>;

export const bulk = {
  /** Begins a job. AppError `bulk.too-many`, `send.imported-local-only`, `send.no-credential`, `credential.not-found`. */
  start: oc
    .route({ method: 'POST', path: '/bulk', tags: ['bulk'] })
    .input(BulkInput)
    .output(BulkJob),
  /** The latest hundred, the newest first. Those that ran when Pushscope ended are paused. */
  list: oc.route({ method: 'GET', path: '/bulk', tags: ['bulk'] }).output(z.array(BulkJob)),
  /** AppError `bulk.not-found`. */
  get: oc
    .route({ method: 'GET', path: '/bulk/{id}', tags: ['bulk'] })
    .input(IdInput)
    .output(BulkJob),
  pause: oc
    .route({ method: 'POST', path: '/bulk/{id}/pause', tags: ['bulk'] })
    .input(IdInput)
    .output(BulkJob),
  resume: oc
    .route({ method: 'POST', path: '/bulk/{id}/resume', tags: ['bulk'] })
    .input(IdInput)
    .output(BulkJob),
  /** Nothing new is sent; what is under way is waited for. */
  cancel: oc
    .route({ method: 'POST', path: '/bulk/{id}/cancel', tags: ['bulk'] })
    .input(IdInput)
    .output(BulkJob),
  /** Forgets a job and its results; the log keeps its exchanges. */
  remove: oc
    .route({ method: 'DELETE', path: '/bulk/{id}', tags: ['bulk'] })
    .input(IdInput)
    .output(Done),
  /** A piece of the results as CSV: place, token, state, reason, status, exchange. `next` null: the last. */
  results: oc
    .route({ method: 'GET', path: '/bulk/{id}/results', tags: ['bulk'] })
    .input(IdInput.extend({ from: z.coerce.number().int().min(0).default(0) }))
    .output(z.object({ piece: z.string(), next: z.number().int().nullable() })),
};
