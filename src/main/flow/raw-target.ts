import { AppError } from '../../shared/contract/errors.ts';
import type { App, Credential, Device, PushEnvironment, VendorId } from '../../shared/contract/index.ts';
import type { SendTarget } from '../vendors/vendor.ts';
import { credentialFor } from './choose-credential.ts';
import type { Parts } from './parts.ts';

type Needs = Pick<Parts, 'workspace' | 'credentials'>;

/** How a raw payload names who gets it: a simulated phone, or a token that may belong to one. */
export interface RawAddress {
  readonly vendor: VendorId;
  readonly deviceId?: string | undefined;
  readonly token?: string | undefined;
  readonly credentialId?: string | undefined;
  /** For a token of nobody's; `sandbox` when it is not said. */
  readonly environment?: PushEnvironment | undefined;
}

export interface RawTarget {
  readonly device: Device | undefined;
  readonly app: App | undefined;
  readonly credential: Credential | undefined;
  /** Null: nobody is named. The token is empty when the phone has none. */
  readonly target: SendTarget | null;
}

/**
 * Who a raw payload goes to and as whom. AppError `workspace.not-found` for a phone, `credential.not-found` and
 * `send.no-credential` for a named credential that is gone or is another vendor's.
 */
export const rawTarget = (parts: Needs, address: RawAddress): RawTarget => {
  const device = findDevice(parts, address);
  const app = device && parts.workspace.apps.find(device.appId);
  const credential = chooseCredential(parts, address, device, app);
  if (!device && address.token === undefined) return { device, app, credential, target: null };
  const target: SendTarget = {
    token: address.token ?? device?.token ?? '',
    appIdentifier: (device && app?.identifiers[device.platform]) ?? '',
    environment: device?.environment ?? address.environment ?? 'sandbox',
    credential: credential?.facts ?? null,
  };
  return { device, app, credential, target };
};

const findDevice = ({ workspace }: Needs, { vendor, deviceId, token }: RawAddress): Device | undefined => {
  if (deviceId !== undefined) return workspace.devices.get(deviceId);
  return token === undefined ? undefined : workspace.findDeviceByToken(vendor, token);
};

const chooseCredential = (
  { credentials }: Needs,
  { vendor, credentialId }: RawAddress,
  device: Device | undefined,
  app: App | undefined,
): Credential | undefined => {
  const all = credentials.all();
  if (credentialId === undefined) return credentialFor(all, vendor, device ?? null, app);
  const named = all.find((one) => one.id === credentialId);
  if (!named) throw new AppError('credential.not-found', { id: credentialId });
  if (named.vendor !== vendor) throw new AppError('send.no-credential', { vendor, credentialId: named.id });
  return named;
};
