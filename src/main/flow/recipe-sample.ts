import type { CredentialFacts } from '../../shared/contract/index.ts';
import type { RecipeSample, Vendor } from '../vendors/vendor.ts';
import { credentialFor } from './choose-credential.ts';
import type { DemoKeys } from './demo-keys.ts';
import type { Parts } from './parts.ts';

type Needs = Pick<Parts, 'workspace'> & {
  readonly credentials: Pick<Parts['credentials'], 'all'>;
  readonly demoKeys: Pick<DemoKeys, 'folderOf'>;
};

const publicValues = (facts: CredentialFacts | undefined): RecipeSample['values'] => {
  if (facts?.kind === 'app-keys') return facts.values;
  if (facts?.kind === 'apns-p8') return { keyId: facts.keyId, teamId: facts.teamId };
  return {};
};

/** What recipes of a vendor take from the workspace: its first phone that can be reached, the app on it and what the app sends as. */
export const recipeSample = ({ workspace, credentials, demoKeys }: Needs, vendor: Vendor): RecipeSample => {
  const [platform] = vendor.platforms;
  const phones = workspace.devices.all().filter((one) => one.vendor === vendor.id && one.token !== null);
  const device = phones.find((one) => one.tokenState === 'active' && one.platform === platform) ?? phones[0];
  const app = device ? workspace.apps.find(device.appId) : workspace.apps.all()[0];
  const credential = credentialFor(credentials.all(), vendor.id, device ?? null, app);
  return {
    token: device?.token ?? null,
    appIdentifier: app?.identifiers[device?.platform ?? platform ?? 'android'] ?? null,
    values: publicValues(credential?.facts),
    keyFolder: demoKeys.folderOf(credential),
  };
};
