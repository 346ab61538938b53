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

/** A gateway that could not listen, and what the system said. */
export interface FailedGateway {
  readonly vendor: VendorId;
  readonly failure: string;
}

export interface Inbound {
  readonly gateways: readonly OpenGateway[];
  readonly failed: readonly FailedGateway[];
  close(): Promise<void>;
}

/**
 * Opens all gateways. One that the system does not let listen is named in `failed` and keeps no other from its work. AppError
 * `gateway.port-in-use` when a port that was asked for is taken, `gateway.listen-address` when the machine does not have the
 * address; then none stays open.
 */
export const openInbound = async (options: InboundOptions): Promise<Inbound> => {
  const listeners = options.gateways.map((spec) => new Listener(spec, options));
  const gateways: OpenGateway[] = [];
  const failed: FailedGateway[] = [];
  for (const listener of listeners) {
    const { vendor } = listener;
    try {
      const { moved } = await listener.open();
      const defaultPort = options.gateways.find((spec) => spec.vendor === vendor)?.part.defaultPort ?? 0;
      gateways.push({ vendor, origin: listener.origin, port: listener.port, defaultPort, moved });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
        await Promise.all(listeners.map((one) => one.close()));
        throw new AppError('gateway.port-in-use', { port: options.port }, { cause: error });
      }
      if (error instanceof Error && 'code' in error && error.code === 'EADDRNOTAVAIL') {
        await Promise.all(listeners.map((one) => one.close()));
        throw new AppError('gateway.listen-address', { address: options.listen }, { cause: error });
      }
      const failure = error instanceof Error ? error.message : String(error);
      options.log(`${vendor} gateway: cannot listen: ${failure}`);
      failed.push({ vendor, failure });
    }
  }
  return {
    gateways,
    failed,
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()));
    },
  };
};
