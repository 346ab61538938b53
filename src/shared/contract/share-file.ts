import * as z from 'zod';
import { Exchange } from './exchanges.ts';
import { Notification, Tap } from './phones.ts';
import { Draft } from './push.ts';

/** Exchanges one share file can hold. */
export const mostShared = 200;
/** Version of the form; a file of a later one is refused. */
export const shareVersion = 1;

/** What came of an exchange on one phone, with the payload its card was made of. */
const SharedArrival = z.object({ notification: Notification, draft: Draft });

/**
 * A `.pushscope` file: whole exchanges without secrets and with their device tokens hashed, and what phones made of them. Equal tokens
 * have equal hashes in every file. Members that are not known are left out when it is read.
 */
export const ShareFile = z.object({
  pushscope: z.literal(shareVersion),
  madeBy: z.string().max(100),
  madeAtMs: z.number().int(),
  /** Names, texts and tokens were masked. */
  isMasked: z.boolean(),
  phones: z.array(z.object({ id: z.string().max(200), name: z.string().max(200) })).max(1000),
  exchanges: z
    .array(
      z.object({
        exchange: Exchange,
        arrivals: z.array(SharedArrival).max(1000),
        taps: z.array(Tap).max(1000),
      }),
    )
    .max(mostShared),
});
export type ShareFile = z.infer<typeof ShareFile>;
export type SharedExchange = ShareFile['exchanges'][number];
