import type { Outcome, Target, VendorId } from '../../shared/contract/index.ts';
import type { Captured } from '../inbound/index.ts';
import type { RawExchange } from '../journal/index.ts';
import { readPush } from '../vendors/kit/read-push.ts';
import type { Vendor } from '../vendors/vendor.ts';
import type { InFlight } from './in-flight.ts';
import type { Parts } from './parts.ts';
import { reasonOf } from './reason-of.ts';
import type { Storing } from './storing.ts';

/** What a gateway has taken in since the start. */
export interface Counts {
  captured: number;
  accepted: number;
  rejected: number;
  lastAtMs: number | null;
}

/** Accepted as a whole, for a part of its phones, or for none: a success that names every phone as bad is a refusal. */
const outcomeOf = (isAccepted: boolean, targets: readonly Target[]): Outcome => {
  const refused = targets.filter(({ outcome }) => outcome !== 'accepted').length;
  if (!isAccepted || (refused > 0 && refused === targets.length)) return 'rejected';
  return refused > 0 ? 'partly-accepted' : 'accepted';
};

type Needs = Pick<Parts, 'journal' | 'workspace' | 'phones' | 'vendor' | 'newId' | 'log'>;

/** Puts captured requests into the journal and accepted pushes onto the phones. */
export class Captures {
  readonly #parts: Needs;
  readonly #inFlight: InFlight;
  readonly #changed: (vendor: VendorId) => void;
  readonly #storing: Storing;
  readonly #counts = new Map<VendorId, Counts>();

  constructor(parts: Needs, inFlight: InFlight, storing: Storing, changed: (vendor: VendorId) => void) {
    this.#parts = parts;
    this.#inFlight = inFlight;
    this.#storing = storing;
    this.#changed = changed;
  }

  countsOf(vendor: VendorId): Counts {
    let counts = this.#counts.get(vendor);
    if (!counts) this.#counts.set(vendor, (counts = { captured: 0, accepted: 0, rejected: 0, lastAtMs: null }));
    return counts;
  }

  /**
   * Resolves when the exchange and what the phones made of it are committed; the sender gets its answer after that. Rejects when the
   * exchange could not be stored; then no phone has it.
   */
  async record(captured: Captured): Promise<void> {
    const vendor = this.#parts.vendor(captured.vendor);
    if (!vendor) return;
    const raw = this.#exchangeOf(captured, vendor);
    try {
      await this.#parts.journal.append(raw);
      this.#storing.worked();
    } catch (error) {
      this.#storing.failed(error);
      throw error;
    }
    await Promise.all(this.#deliver(captured, vendor, raw)).catch((error: unknown) => {
      // The push is in the log, so its sender is told so; the phone has it until Pushscope ends.
      this.#storing.failed(error);
      this.#parts.log(`phones: ${error instanceof Error ? error.message : String(error)}`);
    });
    const counts = this.countsOf(captured.vendor);
    counts.captured += 1;
    counts[captured.answer.verdict.accepted ? 'accepted' : 'rejected'] += 1;
    counts.lastAtMs = captured.atMs;
    this.#changed(captured.vendor);
  }

  #deliver({ answer, atMs }: Captured, vendor: Vendor, raw: RawExchange): Promise<void>[] {
    if (!answer.verdict.accepted) return [];
    return raw.targets.flatMap((target, index) => {
      const draft = answer.targets[index]?.delivery ?? answer.delivery;
      const device =
        target.outcome === 'accepted' && target.deviceId
          ? this.#parts.workspace.devices.find(target.deviceId)
          : undefined;
      return device && draft
        ? [
            this.#parts.phones.deliver({
              device,
              vendor,
              draft,
              exchangeId: raw.id,
              vendorMessageId: answer.vendorMessageId,
              atMs,
            }),
          ]
        : [];
    });
  }

  #exchangeOf(captured: Captured, vendor: Vendor): RawExchange {
    const { capture, answer, atMs, tookMs } = captured;
    const { verdict } = answer;
    const read = answer.kind === 'push' ? readPush(vendor, capture) : null;
    const targets = answer.targets.map(({ token, outcome, reason }): Target => ({
      token,
      outcome,
      reason,
      deviceId: this.#parts.workspace.findDeviceByToken(vendor.id, token)?.id ?? null,
    }));
    const reason = reasonOf(verdict.code, targets);
    return {
      id: this.#parts.newId('exchange'),
      atMs,
      origin: 'captured',
      vendor: vendor.id,
      kind: answer.kind,
      outcome: outcomeOf(verdict.accepted, targets),
      status: captured.ending === 'replied' ? answer.reply.status : null,
      reason,
      messageId: this.#inFlight.messageOf(vendor.id, capture.path, capture.body) ?? answer.vendorMessageId,
      vendorMessageId: answer.vendorMessageId,
      title: read?.title ?? '',
      body: read?.body ?? '',
      targets,
      tookMs,
      request: {
        method: capture.method,
        origin: captured.origin,
        path: capture.path,
        httpVersion: capture.httpVersion,
        headers: capture.headers,
        body: capture.body,
      },
      response: captured.ending === 'replied' ? answer.reply : null,
      timing: {
        startedAtMs: atMs,
        queueMs: null,
        dnsMs: null,
        connectMs: null,
        tlsMs: null,
        sendMs: null,
        waitMs: null,
        totalMs: tookMs,
      },
      peer: captured.peer,
      decision: null,
      verdict,
      explanation: reason === null ? null : vendor.explain(reason, verdict.status),
      failure: null,
      credentialId: null,
    };
  }
}
