import type { CredentialFacts } from '../../../../shared/contract/index.ts';
import type { GatewayRegistry } from '../../vendor.ts';

/** A credential of Huawei's, as far as a gateway may know it. */
export type Keys = Extract<CredentialFacts, { kind: 'app-keys' }>;

/** Huawei's credentials of the workspace. */
export const keysOf = (registry: GatewayRegistry): readonly Keys[] =>
  registry.credentials.filter((facts): facts is Keys => facts.kind === 'app-keys' && facts.vendor === 'huawei');
