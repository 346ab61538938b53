import { oc } from '@orpc/contract';
import * as z from 'zod';
import { PushEnvironment, VendorId } from './common.ts';
import { ExchangeSummary } from './exchanges.ts';
import { Message } from './message.ts';
import { Variables } from './presets.ts';
import { Decision } from './push.ts';

/** Where requests go. `local` is the gateway on this machine; anything else leaves it and is said on the Send button. */
export const Destination = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('local') }),
  /** The vendor's own hosts. APNs picks by the device's environment unless one is named. */
  z.object({
    kind: z.literal('vendor'),
    environment: PushEnvironment.optional(),
    /** Which of a vendor's hosts, by its id; the first where none is named. */
    hosts: z.partialRecord(VendorId, z.string()).optional(),
    /** Send as formal pushes. Absent or false: as tests, where the vendor has a switch for that and the push does not set it. */
    formal: z.boolean().optional(),
  }),
  /** `https://host:port`, for a proxy or somebody else's gateway. */
  z.object({ kind: z.literal('custom'), origin: z.url({ protocol: /^https?$/ }) }),
]);
export type Destination = z.infer<typeof Destination>;
const destination = Destination.default({ kind: 'local' });

export const MessageSend = z.object({
  kind: z.literal('message'),
  message: Message,
  /** Own variables for the texts of the message. */
  variables: Variables.optional(),
  destination,
  /** Send also to devices whose decision is no. */
  anyway: z.boolean().default(false),
  /** Only these devices. Absent: every device of every recipient. */
  deviceIds: z.array(z.string()).optional(),
});
export const RawSend = z.object({
  kind: z.literal('raw'),
  vendor: VendorId,
  /** The vendor's payload, as JSON or as text. Text goes on the wire byte for byte. */
  payload: z.union([z.string(), z.record(z.string(), z.unknown())]),
  options: z.record(z.string(), z.string()).default({}),
  destination,
  /** The simulated phone to send to, a token of any other, or many tokens. One of the three. */
  deviceId: z.string().optional(),
  token: z.string().max(4096).optional(),
  /**
   * The same payload to each of these, as many at once as the connections take. One result each, in this order. A token that the payload
   * names itself gives way to them.
   */
  tokens: z.array(z.string().max(4096)).min(1).max(10_000).optional(),
  /** Absent: the device's, its app's, or the only one of this vendor. */
  credentialId: z.string().optional(),
  /**
   * The exchange this is made from; a token that its payload names gives way to the one it is sent to. One that
   * was imported goes to gateways of this machine only, unless `outside` says otherwise.
   */
  exchangeId: z.string().optional(),
  outside: z.boolean().optional(),
});
export const SendInput = z.discriminatedUnion('kind', [MessageSend, RawSend]);
export type SendInput = z.infer<typeof SendInput>;

/** What became of one device. `exchange` is null when nothing was sent. */
export const SendResult = z.object({
  deviceId: z.string().nullable(),
  token: z.string().nullable(),
  vendor: VendorId,
  decision: Decision.nullable(),
  /** skipped: the decision was no. not-built: no request could be made; `problem` says why. */
  state: z.enum(['sent', 'skipped', 'not-built']),
  exchange: ExchangeSummary.nullable(),
  problem: z.object({ code: z.string(), message: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
});
export type SendResult = z.infer<typeof SendResult>;

export const SendReport = z.object({
  /** Ties the exchanges of this send together; the `messageId` of each. */
  messageId: z.string(),
  results: z.array(SendResult),
});
export type SendReport = z.infer<typeof SendReport>;

export const sends = {
  /** Sends, waits for every answer, and returns them. Rejections are results, not errors. */
  create: oc
    .route({ method: 'POST', path: '/sends', tags: ['sends'] })
    .input(SendInput)
    .output(SendReport),
};
