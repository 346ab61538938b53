import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Certainty, Phrase, Source, VendorId } from './common.ts';
import { Explanation } from './push.ts';

/** One row of a vendor's error table: a code that stands in an answer, what it means, why it comes, what to do. */
export const VendorCode = Explanation.extend({
  /** Whether the very same request can go through another time. */
  retry: z.enum(['never', 'later', 'after-fix']),
  /** What brings it about at the gateways here: the request alone, the workspace, what went before, or only a fault. */
  decidedBy: z.enum(['request', 'state', 'history', 'fault']),
});
export type VendorCode = z.infer<typeof VendorCode>;

/** One or several codes of one meaning: of the IM backend, of its report on an offline push, or of the SDK in an app. */
export const ImCode = z.object({
  group: z.enum(['backend', 'push', 'client']),
  codes: z.array(z.number().int()),
  meaning: Phrase,
  /** What brings it about here: a call, an event on a phone, or nothing. */
  answered: z.enum(['call', 'event', 'never']),
  /** The refusals, or answers to an event, that have it. Empty: `why` says why nothing does. */
  by: z.array(z.string()),
  why: Phrase.nullable(),
  certainty: Certainty,
  source: Source,
});
export type ImCode = z.infer<typeof ImCode>;

export const codes = {
  /** The codes of the IM backend and its SDK that concern sending and offline push. */
  im: oc.route({ method: 'GET', path: '/codes/im', tags: ['codes'] }).output(z.array(ImCode)),
  /** Every code of every vendor, or of one. A code may stand twice, with different statuses. */
  list: oc
    .route({ method: 'GET', path: '/codes', tags: ['codes'] })
    .input(z.object({ vendor: VendorId.optional() }))
    .output(z.array(VendorCode)),
};
