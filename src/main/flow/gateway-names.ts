import { networkInterfaces } from 'node:os';

/** Names under which a container knows the machine it runs on. */
const containerNames = ['host.docker.internal', 'host.containers.internal'];

/** Addresses of this machine that other machines may know. */
const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).filter(({ internal, address }) => !internal && !address.includes('%')).map(({ address }) => address),
  );

/**
 * Names beside loopback that the gateways' certificate needs when they listen at `address` too; null: they do not. For «all addresses»
 * they are those the machine has now. `addresses` gives them.
 */
export const gatewayNames = (address: string | null, addresses: () => string[] = ownAddresses): string[] => {
  if (address === null) return [];
  const isAll = address === '0.0.0.0' || address === '::';
  return [...(isAll ? addresses() : [address]), ...containerNames];
};
