import { oc } from '@orpc/contract';
import * as z from 'zod';
import { colours } from '../kit/filter/colours.ts';
import { Certainty, Done, HeaderList, IdInput, Phrase, PushEnvironment, Source, VendorId } from './common.ts';
import { Message } from './message.ts';
import { Notification, Tap } from './phones.ts';
import { Decision, DraftView, Explanation, RequestLine, Verdict } from './push.ts';

/** A filter as it is typed: `vendor:xiaomi status:>=400 -"term"`. AppError `exchange.bad-filter` says where it cannot be read. */
export const FilterText = z.string().max(10_000);

export const Outcome = z.enum(['accepted', 'partly-accepted', 'rejected', 'failed', 'unreadable']);
export type Outcome = z.infer<typeof Outcome>;
export const Origin = z.enum(['sent', 'captured', 'imported']);
export type Origin = z.infer<typeof Origin>;

export const Target = z.object({
  token: z.string(),
  /** The simulated phone with this token, if there is one. */
  deviceId: z.string().nullable(),
  outcome: Outcome,
  reason: z.string().nullable(),
});
export type Target = z.infer<typeof Target>;

/** What a person put on an exchange. */
export const ExchangeMark = z.object({
  /** Stays when the log is trimmed. */
  isPinned: z.boolean(),
  colour: z.enum(colours).nullable(),
  note: z.string().max(4000),
  tags: z.array(z.string().trim().min(1).max(60)).max(20),
});
export type ExchangeMark = z.infer<typeof ExchangeMark>;

/** One row of the log. */
export const ExchangeSummary = z.object({
  id: z.string(),
  /** Rises by one per exchange; never reused. */
  seq: z.number().int(),
  atMs: z.number().int(),
  origin: Origin,
  vendor: VendorId,
  /** auth: a token request, an exchange of its own. */
  kind: z.enum(['push', 'auth']),
  outcome: Outcome,
  /** HTTP status; null when no answer came. */
  status: z.number().int().nullable(),
  /** The vendor's code or, when the connection failed, ours. Null when accepted. */
  reason: z.string().nullable(),
  /** What ties exchanges together: our message, or for pushes of others the vendor's own id. */
  messageId: z.string().nullable(),
  /** The id the vendor gave or echoed: `apns-id`, FCM message name. */
  vendorMessageId: z.string().nullable(),
  title: z.string(),
  body: z.string(),
  targets: z.array(Target),
  /** Whole request to whole response. */
  tookMs: z.number().nullable(),
  requestBytes: z.number().int(),
  /** Absent: nobody marked it. */
  mark: ExchangeMark.optional(),
  /** Values of the payload that the list was asked for, by their path. */
  values: z.record(z.string(), z.string()).optional(),
});
export type ExchangeSummary = z.infer<typeof ExchangeSummary>;

/** A body: as text when it is UTF-8, as base64 when not. */
export const WireBody = z.object({
  bytes: z.number().int(),
  text: z.string().nullable(),
  bodyB64: z.string().nullable(),
  /** Only the first part was kept. */
  cut: z.boolean(),
});
export type WireBody = z.infer<typeof WireBody>;

export const RecordedRequest = z.object({
  method: z.string(),
  /** `https://host:port` the request went to or came in on. */
  origin: z.string(),
  path: z.string(),
  httpVersion: z.string(),
  headers: HeaderList,
  body: WireBody,
});
export type RecordedRequest = z.infer<typeof RecordedRequest>;

export const RecordedResponse = z.object({ status: z.number().int(), headers: HeaderList, body: WireBody });
export type RecordedResponse = z.infer<typeof RecordedResponse>;

/** Milliseconds of each step; null where a step did not happen (a warm connection has no `connectMs`). */
export const Timing = z.object({
  startedAtMs: z.number(),
  queueMs: z.number().nullable(),
  dnsMs: z.number().nullable(),
  connectMs: z.number().nullable(),
  tlsMs: z.number().nullable(),
  sendMs: z.number().nullable(),
  waitMs: z.number().nullable(),
  totalMs: z.number(),
});
export type Timing = z.infer<typeof Timing>;

export const Peer = z.object({
  address: z.string(),
  tlsVersion: z.string().nullable(),
  alpn: z.string().nullable(),
  /** Subject and SHA-256 of the certificate the peer showed. */
  certificate: z.object({ subject: z.string(), sha256: z.string() }).nullable(),
});
export type Peer = z.infer<typeof Peer>;

/** Everything known about one request and its answer. Secrets are fingerprints. */
export const Exchange = ExchangeSummary.extend({
  request: RecordedRequest,
  response: RecordedResponse.nullable(),
  timing: Timing,
  peer: Peer.nullable(),
  decision: Decision.nullable(),
  /** The message it was made of, as it was composed, with its variables; never in a share file. Absent: it was made of no message. */
  message: Message.optional(),
  /** What our gateway decided; only on captured exchanges. */
  verdict: Verdict.nullable(),
  explanation: Explanation.nullable(),
  /**
   * Why no answer came, in words of the network stack. `mayHaveArrived`: nobody knows whether the vendor acted on the push, so it was
   * not sent again; false: it cannot have.
   */
  failure: z.object({ code: z.string(), message: z.string(), mayHaveArrived: z.boolean().optional() }).nullable(),
  /** How often it was on the wire. More than once only when the server said each time before that it had not acted on it; absent: once. */
  attempts: z.number().int().optional(),
  /** The credential used, or recognised by its fingerprint. */
  credentialId: z.string().nullable(),
  /** The notifications and taps that came of it. */
  shown: z.array(z.object({ notificationId: z.string(), deviceId: z.string(), atMs: z.number().int() })),
  taps: z.array(z.object({ tapId: z.string(), deviceId: z.string(), atMs: z.number().int() })),
});
export type Exchange = z.infer<typeof Exchange>;

export const ExchangePage = z.object({
  items: z.array(ExchangeSummary),
  /** Pass as `before` for the next page; null: this was the last. */
  nextBefore: z.number().int().nullable(),
  /** Asked with `after`: pass as `after` for what is newer; null: there is nothing yet. */
  nextAfter: z.number().int().nullable().optional(),
});
export type ExchangePage = z.infer<typeof ExchangePage>;

/** What came of an exchange on the simulated phones. */
export const Arrivals = z.object({ notifications: z.array(Notification), taps: z.array(Tap) });
export type Arrivals = z.infer<typeof Arrivals>;

/** What a button beside a cause does. `resend`: once more with only this changed, authenticated anew. */
export const CauseAction = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('resend'),
    token: z.string().optional(),
    payload: z.string().optional(),
    options: z.record(z.string(), z.string()).optional(),
    environment: PushEnvironment.optional(),
    credentialId: z.string().optional(),
  }),
  /** Lets the gateway of this vendor play the other environment. */
  z.object({ kind: z.literal('gateway-environment'), environment: PushEnvironment }),
  /** Takes every fault off the gateway of this vendor. */
  z.object({ kind: z.literal('clear-faults') }),
  /** Opens a credential. */
  z.object({ kind: z.literal('credential'), id: z.string() }),
]);
export type CauseAction = z.infer<typeof CauseAction>;

/** Why an exchange was refused, as far as Pushscope can tell from the exchange, the workspace and the credentials. */
export const Cause = z.object({
  /** Stable: `token-form`, `environment`, …; `usual` is what the vendor's code mostly means. */
  id: z.string(),
  /** found: it is so in this very request. likely: it fits. possible: nothing speaks against it. ruled-out: looked at, not the reason. */
  rank: z.enum(['found', 'likely', 'possible', 'ruled-out']),
  phrase: Phrase,
  certainty: Certainty,
  fix: z.object({ phrase: Phrase, action: CauseAction.nullable() }).nullable(),
});
export type Cause = z.infer<typeof Cause>;
/** A request by a way in that its vendor closed, and what is sent today in its place. */
export const ModernRequest = z.object({
  /** The retired form by its name, the same in every language: `FCM legacy HTTP`. */
  form: z.string(),
  /** The first request, with placeholders in angle brackets for what the old one did not say. */
  request: RequestLine.extend({ origin: z.string(), body: z.string() }),
  /** How many such requests take the place of this one. 0: no message came, and the request is only an example. */
  count: z.number().int(),
  notes: z.array(Phrase),
  certainty: Certainty,
  source: Source,
});
export type ModernRequest = z.infer<typeof ModernRequest>;

export const exchanges = {
  list: oc
    .route({ method: 'GET', path: '/exchanges', tags: ['exchanges'] })
    .input(
      z.object({
        limit: z.coerce.number().int().min(1).max(500).default(50),
        /** Only exchanges with a lower `seq`. */
        before: z.coerce.number().int().min(0).optional(),
        /** Only exchanges with a higher `seq`, those next to it first; the page itself is newest first as always. Not with `before`. */
        after: z.coerce.number().int().min(0).optional(),
        filter: FilterText.optional(),
        /** Paths of payload values to give with each row, parted by commas: `aps.badge,aps.alert.title`. At most four. */
        values: z.string().max(500).optional(),
        /**
         * Answer after about this long with what was found; `nextBefore` (`nextAfter`) says where to go on. Absent: search until the
         * page is full or the log ends.
         */
        budgetMs: z.coerce.number().int().min(5).max(1000).optional(),
      }),
    )
    .output(ExchangePage),
  get: oc
    .route({ method: 'GET', path: '/exchanges/{id}', tags: ['exchanges'] })
    .input(z.object({ id: z.string().min(1) }))
    .output(Exchange),
  /**
   * The push read back into its vendor's terms: payload, options, problems, card. Null when it is no push, when only part of its
   * body was kept, or when it cannot be read.
   */
  draft: oc
    .route({ method: 'GET', path: '/exchanges/{id}/draft', tags: ['exchanges'] })
    .input(IdInput)
    .output(z.object({ view: DraftView.nullable(), modern: ModernRequest.nullable() })),
  /** What the phones made of a captured push: each arrival, also the quiet and the gone, and each tap, oldest first. */
  arrivals: oc
    .route({ method: 'GET', path: '/exchanges/{id}/arrivals', tags: ['exchanges'] })
    .input(IdInput)
    .output(Arrivals),
  /** Why it was refused, the surest first. Empty when it was not refused with a code of the vendor's. */
  causes: oc
    .route({ method: 'GET', path: '/exchanges/{id}/causes', tags: ['exchanges'] })
    .input(IdInput)
    .output(z.object({ causes: z.array(Cause) })),
  /** Pins, colours, notes, tags; what is not named stays. */
  mark: oc
    .route({ method: 'PATCH', path: '/exchanges/{id}/mark', tags: ['exchanges'] })
    .input(ExchangeMark.partial().extend({ id: z.string().min(1) }))
    .output(ExchangeMark),
  /** How many exchanges pass a filter. Counts for about `budgetMs`; `isWhole` says whether it came to the end. */
  count: oc
    .route({ method: 'GET', path: '/exchanges/count', tags: ['exchanges'] })
    .input(
      z.object({ filter: FilterText.optional(), budgetMs: z.coerce.number().int().min(5).max(10_000).default(1000) }),
    )
    .output(z.object({ count: z.number().int(), isWhole: z.boolean() })),
  /**
   * Takes everything, or what passes the filter, out of the log at once. Devices keep what they show. For a minute `restore` brings it
   * back; then it is removed from the disk.
   */
  clear: oc
    .route({ method: 'DELETE', path: '/exchanges', tags: ['exchanges'] })
    .input(z.object({ filter: FilterText.optional() }).optional())
    .output(z.object({ removed: z.number().int(), removalId: z.string() })),
  /** Brings back what a `clear` took. AppError `exchange.removal-gone`. */
  restore: oc
    .route({ method: 'POST', path: '/exchanges/removals/{id}/restore', tags: ['exchanges'] })
    .input(IdInput)
    .output(Done),
};
