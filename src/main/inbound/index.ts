import type { VendorId } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { Listener } from './listener.ts';
import type { InboundOptions } from './types.ts';

export { FaultBook } from './faults.ts';
export { gatewayTexts } from './texts/index.ts';
export type { Captured, GatewaySpec, InboundOptions } from './types.ts';

/** A gateway that stands. */
export interface OpenGateway {
  readonly vendor: VendorId;
  readonly origin: string;
  readonly port: number;
  readonly defaultPort: number;
  /** The default port was taken. */
  readonly moved: boolean;
}

export interface Inbound {
  readonly gateways: readonly OpenGateway[];
  close(): Promise<void>;
}

/**
 * Opens all gateways. AppError `gateway.port-in-use` when a port that was asked for is taken,
 * `gateway.listen-address` when the machine does not have the address; then none stays open.
 */
export const openInbound = async (options: InboundOptions): Promise<Inbound> => {
  const listeners = options.gateways.map((spec) => new Listener(spec, options));
  const gateways: OpenGateway[] = [];
  try {
    for (const listener of listeners) {
      const { moved } = await listener.open();
      const { part } = options.gateways[gateways.length] ?? {};
      gateways.push({
        vendor: listener.vendor,
        origin: listener.origin,
        port: listener.port,
        defaultPort: part?.defaultPort ?? 0,
        moved,
      });
    }
  } catch (error) {
    await Promise.all(listeners.map((listener) => listener.close()));
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new AppError('gateway.port-in-use', { port: options.port }, { cause: error });
    }
    if (error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL') {
      throw new AppError('gateway.listen-address', { address: options.listen }, { cause: error });
    }
    throw error;
  }
  return {
    gateways,
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()));
    },
  };
};
