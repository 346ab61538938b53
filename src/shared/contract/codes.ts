import { oc } from '@orpc/contract';
import * as z from 'zod';
import { VendorId } from './common.ts';
import { Explanation } from './push.ts';

/** One row of a vendor's error table: a code that stands in an answer, what it means, why it comes, what to do. */
export const VendorCode = Explanation.extend({
  /** Whether the very same request can go through another time. */
  retry: z.enum(['never', 'later', 'after-fix']),
  /** What brings it about at the gateways here: the request alone, the workspace, what went before, or only a fault. */
  decidedBy: z.enum(['request', 'state', 'history', 'fault']),
});
export type VendorCode = z.infer<typeof VendorCode>;

export const codes = {
  /** Every code of every vendor, or of one. A code may stand twice, with different statuses. */
  list: oc
    .route({ method: 'GET', path: '/codes', tags: ['codes'] })
    .input(z.object({ vendor: VendorId.optional() }))
    .output(z.array(VendorCode)),
};
