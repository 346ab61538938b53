import { createHash } from 'node:crypto';
import type { Check, Exchange, RecordedRequest } from '../../shared/contract/index.ts';
import type { Recurring } from '../store/index.ts';

/** What a gateway decided and what that means: the same for nearly all pushes of a burst, and the largest part of each. */
export type RecurringPart = Pick<Exchange, 'verdict' | 'explanation'>;

/** How many texts are known by key without making them again. */
const remembered = 256;

interface Made {
  readonly checks: readonly Check[];
  readonly key: string;
  readonly text: string;
}

interface SeenRequest {
  readonly head: string;
  readonly headers: RecordedRequest['headers'];
  readonly peer: Exchange['peer'];
  made: { readonly text: string; readonly key: string } | null;
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

const isSame = (one: readonly Check[], other: readonly Check[]): boolean =>
  one.length === other.length && one.every((check, index) => check === other[index]);

/**
 * The recurring parts of exchanges. A part is written once, under a key made of its content; `stored` is told when that has been
 * committed, and from then on only the key goes to the store. Gateways hand out the same check objects again, so for most pushes
 * comparing them is all it costs.
 */
export class RecurringParts {
  /** By what stands around the checks. */
  readonly #made = new Map<string, Made>();
  #stored = new Set<string>();
  /** By the recorded body, which is one object for one payload. */
  readonly #requests = new WeakMap<RecordedRequest['body'], SeenRequest>();

  /** Null when the exchange has neither a verdict nor an explanation. */
  of(part: RecurringPart): Recurring | null {
    const { verdict, explanation } = part;
    if (verdict === null && explanation === null) return null;
    const checks = verdict?.checks ?? [];
    const around = JSON.stringify([verdict?.why, verdict?.code, verdict?.status, explanation]);
    let made = this.#made.get(around);
    if (!made || !isSame(made.checks, checks)) {
      const text = JSON.stringify({ verdict, explanation });
      made = { checks, text, key: keyOf(text) };
      if (this.#made.size >= remembered) this.#made.clear();
      this.#made.set(around, made);
    }
    return { key: made.key, text: this.#stored.has(made.key) ? null : made.text };
  }

  /**
   * All of a request but its path, and who answered, when the very same headers and body go over the same connection again: one payload
   * sent to many tokens. Null for the first of them, which stays whole.
   */
  ofRequest(request: RecordedRequest, peer: Exchange['peer']): Recurring | null {
    const { method, origin, httpVersion, headers, body } = request;
    const head = `${method} ${origin} ${httpVersion}`;
    const known = this.#requests.get(body);
    if (!known || known.head !== head || known.headers !== headers || known.peer !== peer) {
      this.#requests.set(body, { head, headers, peer, made: null });
      return null;
    }
    if (!known.made) {
      const text = JSON.stringify({ request: { method, origin, httpVersion, headers, body }, peer });
      known.made = { text, key: keyOf(text) };
    }
    const { key, text } = known.made;
    return { key, text: this.#stored.has(key) ? null : text };
  }

  /** To be taken before a write and given to `stored` after it. */
  get era(): ReadonlySet<string> {
    return this.#stored;
  }

  /** A write with this part was committed. Ignored when the log was emptied since. */
  stored({ key, text }: Recurring, era: ReadonlySet<string>): void {
    if (text === null || era !== this.#stored) return;
    if (this.#stored.size >= remembered * 16) this.#stored.clear();
    this.#stored.add(key);
  }

  /** The log is about to be emptied. */
  forget(): void {
    this.#stored = new Set();
  }
}
