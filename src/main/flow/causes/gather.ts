import type { Cause, Credential, Device, Exchange, PushEnvironment } from '../../../shared/contract/index.ts';
import type { Vendor } from '../../vendors/vendor.ts';
import { credentialFor } from '../choose-credential.ts';
import type { Gateways } from '../gateways.ts';
import type { Parts } from '../parts.ts';
import { viewDraft } from '../preview.ts';
import { readBack } from '../read-back.ts';
import { causesOf } from './causes.ts';
import type { KnownValue } from './evidence.ts';

type Needs = Pick<Parts, 'workspace' | 'credentials' | 'vendor' | 'journal'> & {
  readonly gateways: Pick<Gateways, 'originOf' | 'settingsOf'>;
};

/** What stands in credentials of this vendor, by fingerprint. A credential that is locked tells what is not secret. */
const knownValues = async (
  { credentials, journal }: Needs,
  vendor: Vendor,
): Promise<ReadonlyMap<string, KnownValue>> => {
  const known = new Map<string, KnownValue>();
  for (const { id, name, facts, locked, vendor: of } of credentials.all()) {
    if (of !== vendor.id || facts.kind !== 'app-keys') continue;
    const add = (values: Readonly<Record<string, string>>, isSecret: boolean) => {
      for (const [field, value] of Object.entries(values))
        if (value !== '')
          known.set(journal.fingerprint(value), { credentialId: id, credentialName: name, field, isSecret });
    };
    if (!locked) add((await credentials.open(id).catch(() => null))?.secret ?? {}, true);
    add(facts.values, false);
  }
  return known;
};

const hostEnvironmentOf = (
  { gateways }: Needs,
  vendor: Vendor,
  { origin, request }: Exchange,
): { readonly hostEnvironment: PushEnvironment | null; readonly isLocal: boolean } => {
  const hasTwo = vendor.sender.hosts.some((host) => host.environment !== null);
  const host = vendor.sender.hosts.find((one) => one.origin === request.origin);
  const isLocal = origin === 'captured' || (!host && gateways.originOf(vendor.id) === request.origin);
  if (!hasTwo) return { hostEnvironment: null, isLocal };
  return {
    hostEnvironment: isLocal ? gateways.settingsOf(vendor.id).environment : (host?.environment ?? null),
    isLocal,
  };
};

const credentialOf = (
  { credentials, workspace }: Needs,
  exchange: Exchange,
  device: Device | undefined,
): Credential | undefined => {
  const all = credentials.all();
  return (
    all.find((one) => one.id === exchange.credentialId) ??
    credentialFor(all, exchange.vendor, device ?? null, device && workspace.apps.find(device.appId))
  );
};

/** Why an exchange was refused, as far as the log, the workspace and the credentials tell. */
export const whyRefused = async (parts: Needs, exchange: Exchange): Promise<readonly Cause[]> => {
  const vendor = parts.vendor(exchange.vendor);
  if (!vendor || !exchange.explanation) return [];
  const deviceId = exchange.targets[0]?.deviceId ?? null;
  const device = deviceId === null ? undefined : parts.workspace.devices.find(deviceId);
  const view = readBack(parts, exchange);
  return causesOf({
    exchange,
    vendor,
    view,
    device,
    appIdentifier: (device && parts.workspace.apps.find(device.appId)?.identifiers[device.platform]) ?? '',
    credential: credentialOf(parts, exchange, device),
    ...hostEnvironmentOf(parts, vendor, exchange),
    knownValues: await knownValues(parts, vendor),
    sizesOf: (payload) =>
      viewDraft(vendor, { payload, options: view?.draft.options ?? {} }, null, {
        platform: device?.platform ?? vendor.platforms[0] ?? 'android',
        appName: '',
        nowMs: exchange.atMs,
      }).sizes,
  });
};
