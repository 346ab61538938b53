import { createHash } from 'node:crypto';
import type { VendorId } from '../../shared/contract/index.ts';

/**
 * Requests of ours that are on their way. When one of them comes in at our own gateway, its captured half belongs to the same
 * message as its sent half. Known by what is on the wire, because nothing may be added to a request to mark it.
 */
export class InFlight {
  readonly #messages = new Map<string, { messageId: string; count: number }>();

  enter(vendor: VendorId, path: string, body: Uint8Array, messageId: string): () => void {
    const key = keyOf(vendor, path, body);
    const entry = this.#messages.get(key) ?? { messageId, count: 0 };
    entry.count += 1;
    this.#messages.set(key, entry);
    return () => {
      entry.count -= 1;
      if (entry.count === 0) this.#messages.delete(key);
    };
  }

  messageOf(vendor: VendorId, path: string, body: Uint8Array): string | null {
    if (this.#messages.size === 0) return null;
    return this.#messages.get(keyOf(vendor, path, body))?.messageId ?? null;
  }
}

const keyOf = (vendor: VendorId, path: string, body: Uint8Array): string =>
  `${vendor} ${path} ${createHash('sha1').update(body).digest('base64')}`;
