import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Certainty, Source } from './common.ts';

/** A rule that Tencent's documents dispute or leave open, and how the IM backend of this workspace reads it. */
export const ImSwitch = z.object({
  id: z.string(),
  /** The reading in force. */
  reading: z.string(),
  /** Every reading, the default first. Their words are `im.switch.<id>.<value>`. */
  readings: z.array(
    z.object({
      value: z.string(),
      /** documented: the sources say it. guess: no document does. */
      certainty: Certainty,
      sources: z.array(Source),
    }),
  ),
  /** True: documents disagree. False: none says it, and the default is an assumption. */
  conflict: z.boolean(),
  /** Gate or field of the intent that a reading can change; `answer`: what the REST API says; `none`: nothing. */
  at: z.string(),
  /** Further pages that raise the question. */
  about: z.array(Source),
});
export type ImSwitch = z.infer<typeof ImSwitch>;

export const switches = {
  list: oc.route({ method: 'GET', path: '/switches', tags: ['switches'] }).output(z.array(ImSwitch)),
  /** Chooses readings by switch; null goes back to the default. AppError `switch.unknown`; nothing is stored then. */
  update: oc
    .route({ method: 'PATCH', path: '/switches', tags: ['switches'] })
    .input(z.object({ readings: z.record(z.string(), z.string().nullable()) }))
    .output(z.array(ImSwitch)),
};
