import type { ContractRouterClient } from '@orpc/contract';
import { bulk } from './bulk.ts';
import { codes } from './codes.ts';
import { compose } from './compose.ts';
import { credentials } from './credentials.ts';
import { events } from './events.ts';
import { exchanges } from './exchanges.ts';
import { gateways } from './gateways.ts';
import { handOver } from './hand-over.ts';
import { phones } from './phones.ts';
import { presets } from './presets.ts';
import { recognise } from './recognise.ts';
import { sends } from './sends.ts';
import { settings } from './settings.ts';
import { switches } from './switches.ts';
import { system } from './system.ts';
import { workspace } from './workspace.ts';

/**
 * The single list of what can be asked of the core and what it announces. The window, the REST API, the command line and the
 * tests all use it. JSON values only: bytes are base64 in fields ending `B64`, instants are integers ending `AtMs`, durations
 * `Ms`, sizes `Bytes`. Private keys and passwords go in, never out.
 */
export const contract = {
  bulk,
  codes,
  compose,
  credentials,
  events,
  exchanges,
  gateways,
  handOver,
  phones,
  presets,
  recognise,
  sends,
  settings,
  switches,
  system,
  workspace,
};
export type Contract = typeof contract;
/** An interface and not an alias: its name stands for it where a type is written out, and the whole would be too long for that. */
export interface Client extends ContractRouterClient<Contract> {}

export * from './common.ts';
export * from './errors.ts';
export type * from './bulk.ts';
export type * from './codes.ts';
export type * from './compose.ts';
export type * from './credentials.ts';
export type * from './events.ts';
export type * from './exchanges.ts';
export type * from './gateways.ts';
export type * from './hand-over.ts';
export type * from './message.ts';
export type * from './offline-push.ts';
export type * from './phones.ts';
export type * from './presets.ts';
export type * from './push.ts';
export type * from './recognise.ts';
export type * from './rest.ts';
export type * from './sdk.ts';
export type * from './sends.ts';
export type * from './settings.ts';
export type * from './switches.ts';
export type * from './system.ts';
export type * from './workspace.ts';
