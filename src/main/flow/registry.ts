import type { App, Credential, CredentialFacts, Device } from '../../shared/contract/index.ts';
import type { GatewayRegistry, RegisteredToken } from '../vendors/vendor.ts';
import type { WorkspaceBooks } from '../workspace/index.ts';

const registered = (device: Device, app: App | undefined): RegisteredToken | null =>
  device.token === null
    ? null
    : {
        token: device.token,
        deviceId: device.id,
        appIdentifier: app?.identifiers[device.platform] ?? '',
        environment: device.environment,
        state: device.tokenState,
        deadAtMs: device.tokenDeadAtMs,
      };

/** What the gateways know, made anew only when the workspace or the credentials have changed. */
export const createRegistry = (
  workspace: WorkspaceBooks,
  credentials: () => readonly Credential[],
): (() => GatewayRegistry) => {
  let seen: { apps: number; credentials: readonly Credential[] } = { apps: -1, credentials: [] };
  let facts: readonly CredentialFacts[] = [];
  let identifiers: ReadonlySet<string> = new Set();
  return () => {
    const now = { apps: workspace.apps.version, credentials: credentials() };
    if (now.apps !== seen.apps || now.credentials !== seen.credentials) {
      facts = now.credentials.map((credential) => credential.facts);
      identifiers = new Set(workspace.apps.all().flatMap((app) => Object.values(app.identifiers)));
      seen = now;
    }
    return {
      credentials: facts,
      appIdentifiers: identifiers,
      findToken: (vendor, token) => {
        const device = workspace.findDeviceByToken(vendor, token);
        return device ? registered(device, workspace.apps.find(device.appId)) : null;
      },
    };
  };
};
