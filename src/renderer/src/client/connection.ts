import { createORPCClient, DynamicLink, type ClientLink } from '@orpc/client';
import type { Client, EventBatch } from '../../../shared/contract/index.ts';

/** One established way to the core. `closed` settles when it is gone. */
export interface Channel {
  readonly link: ClientLink<Record<never, never>>;
  readonly closed: Promise<void>;
}
export type ConnectionState = 'connecting' | 'open' | 'reconnecting' | 'refused';

/** Opens a channel. Rejects with `Refused` when trying again is of no use. */
export type OpenChannel = () => Promise<Channel>;
export class Refused extends Error {}

const retryMs = [250, 500, 1000, 2000, 5000] as const;
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

export interface CoreConnection {
  /** Calls fail while there is no channel. */
  readonly client: Client;
  /** Runs until the page is left. `onOpen` loads snapshots and returns the sequence they include. */
  run(handlers: {
    readonly onState: (state: ConnectionState) => void;
    readonly onOpen: () => Promise<number>;
    readonly onEvents: (batch: EventBatch) => void;
  }): Promise<void>;
}

/** Keeps one client over channels that come and go; after each reconnect the snapshots are taken anew. */
export const createConnection = (open: OpenChannel): CoreConnection => {
  let channel: Channel | null = null;
  const link = new DynamicLink<Record<never, never>>(() => {
    if (!channel) throw new Error('There is no connection to Pushscope');
    return channel.link;
  });
  const client: Client = createORPCClient(link);

  const follow = async (handlers: Parameters<CoreConnection['run']>[0]): Promise<void> => {
    let seq = await handlers.onOpen();
    handlers.onState('open');
    for await (const batch of await client.events.watch({ afterSeq: seq })) {
      if (batch.resync) seq = await handlers.onOpen();
      else handlers.onEvents(batch);
    }
  };

  return {
    client,
    run: async (handlers) => {
      for (let attempt = 0; ; attempt++) {
        try {
          channel = await open();
          attempt = 0;
          await Promise.race([follow(handlers), channel.closed]);
        } catch (error) {
          if (error instanceof Refused) {
            handlers.onState('refused');
            return;
          }
        }
        channel = null;
        handlers.onState('reconnecting');
        await pause(retryMs[Math.min(attempt, retryMs.length - 1)] ?? 5000);
      }
    },
  };
};
