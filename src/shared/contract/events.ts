import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { Credential } from './credentials.ts';
import { ExchangeMark, ExchangeSummary } from './exchanges.ts';
import { Gateway } from './gateways.ts';
import { PhoneView, Tap } from './phones.ts';
import { Notice, Settings } from './settings.ts';
import { ImSwitch } from './switches.ts';
import { Account, App, Device, Group, Rule } from './workspace.ts';

const changed = <K extends string, S extends z.ZodType>(kind: K, entry: S) =>
  z.object({ type: z.literal('workspace.changed'), kind: z.literal(kind), id: z.string(), entry: entry.nullable() });

/** Facts, in the past tense. An `entry` of null means it was removed. */
export const CoreEvent = z.union([
  z.object({ type: z.literal('exchange.added'), exchange: ExchangeSummary }),
  z.object({ type: z.literal('exchanges.cleared') }),
  /** Some exchanges left the log (a filter, the limits of the log), or came back. */
  z.object({ type: z.literal('exchanges.changed') }),
  z.object({ type: z.literal('exchange.marked'), id: z.string(), mark: ExchangeMark }),
  changed('app', App),
  changed('account', Account),
  changed('group', Group),
  changed('device', Device),
  changed('rule', Rule),
  z.object({ type: z.literal('credential.changed'), id: z.string(), credential: Credential.nullable() }),
  z.object({ type: z.literal('phone.changed'), phone: PhoneView }),
  z.object({ type: z.literal('tap.recorded'), tap: Tap }),
  z.object({ type: z.literal('gateway.changed'), gateway: Gateway }),
  z.object({ type: z.literal('settings.changed'), settings: Settings }),
  z.object({ type: z.literal('switches.changed'), switches: z.array(ImSwitch) }),
  /** Files of presets or scenarios changed on disk, or the folder did. */
  z.object({ type: z.literal('presets.changed') }),
  z.object({ type: z.literal('notices.changed'), notices: z.array(Notice) }),
]);
export type CoreEvent = z.infer<typeof CoreEvent>;

/**
 * Events in batches, each with the sequence of its last one. `resync`: some were lost (the listener was too slow or asked for
 * events no longer kept); take new snapshots and go on from `seq`.
 */
export const EventBatch = z.object({ seq: z.number().int(), resync: z.boolean(), events: z.array(CoreEvent) });
export type EventBatch = z.infer<typeof EventBatch>;

export const events = {
  watch: oc
    .route({ method: 'GET', path: '/events', tags: ['events'] })
    .input(z.object({ afterSeq: z.coerce.number().int().min(0).optional() }))
    .output(eventIterator(EventBatch)),
};
