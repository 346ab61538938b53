import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Certainty, Phrase, Problem, VendorId } from './common.ts';
import { ExchangeSummary, FilterText } from './exchanges.ts';
import { Draft } from './push.ts';

/** Something pasted or dropped: a text, or the bytes of a file. One of the two. */
export const Pasted = z.object({
  text: z.string().max(4_000_000).optional(),
  bytesB64: z.string().max(6_000_000).optional(),
  fileName: z.string().max(255).default(''),
});

/** One reading of what was pasted. Secrets are fingerprints already. */
export const PastedReading = z.object({
  /** Its place among the readings; the same input gives the same ones again. */
  index: z.number().int(),
  what: z.enum(['exchange', 'draft', 'message', 'device-token', 'credential', 'share']),
  vendor: VendorId.nullable(),
  certainty: Certainty,
  phrase: Phrase,
  /** How it was got at, outermost first: decoded from base64, found in line 7. */
  steps: z.array(Phrase),
  /** What was left out on purpose. */
  left: z.array(Phrase),
  title: z.string(),
  body: z.string(),
  draft: Draft.nullable(),
  tokens: z.array(z.string()),
  /** The JSON of a call of the IM REST API. */
  message: z.string().nullable(),
  /** Status of the answer it came with; null when it came with none. */
  status: z.number().int().nullable(),
  /** It can be put into the log. */
  canImport: z.boolean(),
});
export type PastedReading = z.infer<typeof PastedReading>;

/** Something that one vendor's push had and another's has not, or has otherwise. `data`: a value for the app, by its `name`. */
export const Lost = z.object({
  field: z.enum([
    'title',
    'subtitle',
    'body',
    'sound',
    'badge',
    'image',
    'group',
    'replace',
    'category',
    'channel',
    'level',
    'color',
    'ext',
    'buttons',
    'data',
  ]),
  name: z.string(),
  before: z.string(),
  /** Empty: nothing takes its place. */
  after: z.string(),
});

/** A push in the terms of another vendor or for another phone. */
export const Carried = z.object({
  draft: Draft,
  /** Of the phone; null: none is named, or it has none. */
  token: z.string().nullable(),
  lost: z.array(Lost),
  problems: z.array(Problem),
});
export type Carried = z.infer<typeof Carried>;

export const ExportFormat = z.enum(['har', 'ndjson', 'csv', 'apns', 'pushscope']);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** Where an export goes on. */
export const ExportCursor = z.object({
  /** Only exchanges with a lower `seq`. */
  before: z.number().int(),
  /** How many are in the file so far. */
  written: z.number().int(),
  /** Keeps equal tokens equal in all pieces of one file. */
  salt: z.string().max(64),
});
export type ExportCursor = z.infer<typeof ExportCursor>;

export const handOver = {
  /** Everything that a pasted text or a dropped file can be. Nothing is stored. */
  read: oc
    .route({ method: 'POST', path: '/hand-over/read', tags: ['hand-over'] })
    .input(Pasted)
    .output(z.object({ readings: z.array(PastedReading) })),
  /**
   * Puts chosen readings into the log, with origin «imported» and without their secrets. `mask`: names, texts and tokens are made
   * unreadable too. AppError `recognise.nothing-found` when one of them cannot be imported, `share.unreadable` for a share file that
   * is damaged or newer.
   */
  import: oc
    .route({ method: 'POST', path: '/hand-over/import', tags: ['hand-over'] })
    .input(
      Pasted.extend({ indexes: z.array(z.number().int().min(0)).min(1).max(500), mask: z.boolean().default(false) }),
    )
    .output(z.object({ exchanges: z.array(ExchangeSummary) })),
  /**
   * The push of an exchange for another vendor or another phone, `draft` as it was edited. The same vendor gets it byte for byte; for
   * another one it is said in its terms, and what is lost is named. Sends nothing. AppError `exchange.not-found`, `workspace.not-found`.
   */
  carry: oc
    .route({ method: 'POST', path: '/hand-over/carry', tags: ['hand-over'] })
    .input(z.object({ id: z.string(), vendor: VendorId, deviceId: z.string().nullable().default(null), draft: Draft }))
    .output(Carried),
  /**
   * One piece of a file with the exchanges that pass a filter, newest first. The pieces one after the other are the file; `next` null:
   * this was the last. `apns`: a tar archive with a `.apns` file for each push of APNs, others left out; of one exchange the file itself,
   * empty where there is none. `mask`: names, texts and tokens are made unreadable. AppError `exchange.bad-filter`, `share.too-many`.
   */
  export: oc
    .route({ method: 'POST', path: '/hand-over/export', tags: ['hand-over'] })
    .input(
      z.object({
        format: ExportFormat,
        /** One exchange only; then no filter counts. */
        id: z.string().optional(),
        filter: FilterText.optional(),
        mask: z.boolean().default(false),
        cursor: ExportCursor.optional(),
      }),
    )
    .output(z.object({ piece: z.string(), next: ExportCursor.nullable(), written: z.number().int() })),
};
