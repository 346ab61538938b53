import type { VendorId } from '../../src/shared/contract/index.ts';
import type { RunningApp } from './app.ts';

/** Leaves Vinson the phones of these vendors, for tests that look at two closely and need no nine. */
export const keepPhonesOf = async (
  { client }: Pick<RunningApp, 'client'>,
  vendors: readonly VendorId[],
): Promise<void> => {
  const { devices } = await client.workspace.get();
  const others = devices.filter(({ vendor }) => !vendors.includes(vendor));
  await Promise.all(others.map(({ id }) => client.workspace.devices.remove({ id })));
};

/** Takes away the demo's keys of a vendor, so that its gateway knows no secret to compare with. */
export const forgetKeysOf = async ({ client }: Pick<RunningApp, 'client'>, vendor: VendorId): Promise<void> => {
  const [app] = (await client.workspace.get()).apps;
  const { [vendor]: id, ...credentialIds } = app?.credentialIds ?? {};
  if (!app || id === undefined) return;
  await client.workspace.apps.update({ id: app.id, credentialIds });
  await client.credentials.remove({ id });
};
