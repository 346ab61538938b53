import { useEffect, useMemo } from 'react';
import type { Account, Device, PreviewRow, VendorInfo } from '../../../../shared/contract/index.ts';
import { useFrom, useStores, type Stores } from '../../stores/index.ts';
import { hostsOf, type Hosts, type SendGoal } from './model/destination.ts';
import { drawnDevice, exampleOf, toCheck, type RawDraft } from './model/raw-draft.ts';

/** One device of one recipient, with the entries the answer names. */
export interface DecisionRow extends PreviewRow {
  readonly device: Device;
  readonly account: Account;
}

const joined = new WeakMap<PreviewRow, DecisionRow>();

/** A row with its entries; the same object as before while none of the three has changed. */
const join = (row: PreviewRow, device: Device, account: Account): DecisionRow => {
  const before = joined.get(row);
  if (before?.device === device && before.account === account) return before;
  const made = { ...row, device, account };
  joined.set(row, made);
  return made;
};

/** The newest decisions, joined with the workspace. Devices that were removed since are left out. */
export const useDecisionRows = (): readonly DecisionRow[] => {
  const preview = useFrom('compose', (state) => state.preview);
  const devices = useFrom('workspace', (state) => state.devices);
  const accounts = useFrom('workspace', (state) => state.accounts);
  return useMemo(
    () =>
      (preview?.rows ?? []).flatMap((row) => {
        const device = devices.find((one) => one.id === row.deviceId);
        const account = accounts.find((one) => one.userId === row.userId);
        return device && account ? [join(row, device, account)] : [];
      }),
    [preview, devices, accounts],
  );
};

/** The row that is looked at: the chosen device, else the first. */
export const useChosenRow = (rows: readonly DecisionRow[]): DecisionRow | undefined => {
  const chosen = useFrom('ui', (state) => state.chosen.compose);
  return rows.find((row) => row.deviceId === chosen) ?? rows[0];
};

/** The raw draft of the chosen vendor: what was written, or the vendor's example. Null while no vendor is known. */
export const useRaw = (): { readonly raw: RawDraft; readonly vendor: VendorInfo } | null => {
  const id = useFrom('compose', (state) => state.rawVendor);
  const raws = useFrom('compose', (state) => state.raws);
  const vendors = useFrom('settings', (state) => state.vendors);
  const devices = useFrom('workspace', (state) => state.devices);
  return useMemo(() => {
    const vendor = vendors.find((one) => one.id === id) ?? vendors[0];
    if (!vendor) return null;
    return { vendor, raw: raws.find((one) => one.vendor === vendor.id) ?? exampleOf(vendor, devices) };
  }, [id, raws, vendors, devices]);
};

/** Calls `ask` now and with every change of what an answer is judged by, until the returned function is called. */
const askNowAndWith = (stores: Stores, ask: () => void, more: readonly (() => void)[]): (() => void) => {
  const { compose, workspace, credentials, switches } = stores;
  ask();
  // What went out took its UUID along; the next answer shows the next one.
  const stopSent = compose.subscribe((now, before) => now.sent !== before.sent && ask());
  const stops = [workspace.subscribe(ask), credentials.subscribe(ask), switches.subscribe(ask), stopSent, ...more];
  return () => stops.forEach((stop) => stop());
};

/** Asks the core with every change of what is written and of what it is judged by. */
export const useLiveAnswer = (): void => {
  const stores = useStores();
  const mode = useFrom('compose', (state) => state.mode);
  const destination = useFrom('compose', (state) => state.destination);
  const raw = useRaw()?.raw;
  useEffect(() => {
    if (mode !== 'raw' || !raw) return;
    return askNowAndWith(stores, () => void stores.compose.check(toCheck(raw, destination)), []);
  }, [stores, mode, raw, destination]);
  useEffect(() => {
    if (mode !== 'message') return;
    const { compose, presets } = stores;
    const ask = () => {
      const message = compose.getState().draft?.message;
      if (message) void compose.preview(message, presets.getState().variables);
    };
    // From the store itself, not from what React drew of it: a message that was read from its JSON need not wait to be painted.
    return askNowAndWith(stores, ask, [
      compose.subscribe((now, before) => {
        const message = now.draft?.message;
        // A message that was read from its JSON brings its preview along.
        const isAnswered = now.previewOf !== before.previewOf && now.previewOf === message;
        if (message !== before.draft?.message && !isAnswered) ask();
      }),
      presets.subscribe((now, before) => now.variables !== before.variables && ask()),
    ]);
  }, [stores, mode]);
};

/** What a press on Send would do. */
export interface SendPlan {
  readonly hosts: Hosts;
  /** Every decision is no; the send goes out against it. */
  readonly anyway: boolean;
  /** Nothing can be sent: nobody to send to, nothing to send, or JSON that says something else than the message. */
  readonly blocked: 'no-devices' | 'no-text' | 'no-target' | 'rest-behind' | null;
}

/** Who gets the message: the devices that are pushed to, or all that could be when none is. */
const messageGoals = (rows: readonly DecisionRow[], anyway: boolean): SendGoal[] =>
  rows
    .filter(({ decision }) => decision.intent !== null && (decision.pushed || anyway))
    .map(({ device }) => ({ vendor: device.vendor, environment: device.environment }));

export const useSendPlan = (): SendPlan => {
  const mode = useFrom('compose', (state) => state.mode);
  const isBehind = useFrom('compose', (state) => state.rest?.isBehind ?? false);
  const destination = useFrom('compose', (state) => state.destination);
  const gateways = useFrom('gateways', (state) => state.gateways);
  const vendors = useFrom('settings', (state) => state.vendors);
  const credentials = useFrom('credentials', (state) => state.credentials);
  const devices = useFrom('workspace', (state) => state.devices);
  const rows = useDecisionRows();
  const raw = useRaw()?.raw;
  return useMemo(() => {
    const known = { gateways, vendors, credentials };
    if (mode === 'raw' && raw) {
      const drawn = drawnDevice(raw, devices);
      const environment = drawn && !drawn.standsIn ? drawn.device.environment : 'sandbox';
      const hasTarget = raw.target.kind === 'device' ? !drawn?.standsIn : raw.target.token.trim() !== '';
      const hosts = hostsOf(destination, [{ vendor: raw.vendor, environment }], known);
      return { hosts, anyway: false, blocked: hasTarget ? null : 'no-target' };
    }
    const anyway = rows.length > 0 && rows.every((row) => !row.decision.pushed);
    const goals = messageGoals(rows, anyway);
    const lacks = rows.length === 0 ? 'no-devices' : goals.length === 0 ? 'no-text' : null;
    const blocked = isBehind ? 'rest-behind' : lacks;
    return { hosts: hostsOf(destination, goals, known), anyway, blocked };
  }, [mode, isBehind, raw, rows, destination, gateways, vendors, credentials, devices]);
};
