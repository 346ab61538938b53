import type { App, Credential, CredentialFacts, Device } from '../../shared/contract/index.ts';
import type { GatewayRegistry, RegisteredToken } from '../vendors/vendor.ts';
import type { WorkspaceBooks } from '../workspace/index.ts';
import { AppSecrets } from './app-secrets.ts';
import type { Parts } from './parts.ts';

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

type Needs = Pick<Parts, 'credentials' | 'hub'> & {
  readonly workspace: Pick<WorkspaceBooks, 'apps' | 'findDeviceByToken'>;
};

/** What the gateways know, made anew only when the workspace or the credentials have changed. */
export const createRegistry = ({ workspace, credentials, hub }: Needs): (() => GatewayRegistry) => {
  const secrets = new AppSecrets((id) => credentials.open(id));
  let seen: { apps: number; credentials: readonly Credential[] } = { apps: -1, credentials: [] };
  let facts: readonly CredentialFacts[] = [];
  let identifiers: ReadonlySet<string> = new Set();
  secrets.follow(credentials.all());
  // Not at the next request: it would find the secret still closed.
  hub.observe((event) => {
    if (event.type === 'credential.changed') secrets.follow(credentials.all());
  });
  return () => {
    const now = { apps: workspace.apps.version, credentials: credentials.all() };
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
      secret: (of, name) => secrets.of(of, name),
    };
  };
};
