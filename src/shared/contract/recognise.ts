import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Certainty, Phrase, VendorId } from './common.ts';
import { Draft } from './push.ts';

/** One reading of a pasted text. Several may be offered; nothing is guessed silently. */
export const Candidate = z.object({
  kind: z.enum(['vendor-payload', 'curl', 'apns-file', 'device-token', 'credential']),
  vendor: VendorId.nullable(),
  certainty: Certainty,
  phrase: Phrase,
  draft: Draft.nullable(),
  /** Device tokens named in the text. */
  tokens: z.array(z.string()),
  /** What was left out on purpose, for example an authorization header. */
  left: z.array(Phrase),
});
export type Candidate = z.infer<typeof Candidate>;

export const recognise = {
  paste: oc
    .route({ method: 'POST', path: '/recognise', tags: ['compose'] })
    .input(z.object({ text: z.string().max(4_000_000), fileName: z.string().max(255).default('') }))
    .output(z.object({ candidates: z.array(Candidate) })),
};
