import type { Credential, CredentialFacts } from '../../shared/contract/index.ts';
import type { CredentialSource } from './parts.ts';

type Secret = Readonly<Record<string, string>>;
/** Null until it is opened. */
interface Entry {
  secret: Secret | null;
}

/**
 * The secrets of `app-keys` credentials, opened ahead because a gateway decides at once and opening takes a while. What is here stays
 * until the credential changes or goes; private keys and certificates are never among it. Nothing is written or announced.
 */
export class AppSecrets {
  readonly #open: CredentialSource['open'];
  /** By the facts as they are now: a credential that was changed has others. */
  #entries: ReadonlyMap<CredentialFacts, Entry> = new Map();

  constructor(open: CredentialSource['open']) {
    this.#open = open;
  }

  /** Opens what is new and forgets what is no longer there. */
  follow(credentials: readonly Credential[]): void {
    const before = this.#entries;
    const keys = credentials.filter(({ facts }) => facts.kind === 'app-keys');
    this.#entries = new Map(keys.map(({ facts }) => [facts, before.get(facts) ?? { secret: null }]));
    for (const { id, facts, locked } of keys) {
      if (!before.has(facts) && !locked) void this.#fill(id, facts);
    }
  }

  /** Null: there is none of this name, it is not opened yet, or it cannot be. */
  of(facts: CredentialFacts, name: string): string | null {
    const secret = this.#entries.get(facts)?.secret;
    return secret && Object.hasOwn(secret, name) ? (secret[name] ?? null) : null;
  }

  async #fill(id: string, facts: CredentialFacts): Promise<void> {
    try {
      const opened = await this.#open(id);
      // Another secret may have come into its place meanwhile, which has an entry of its own.
      const entry = opened.facts === facts ? this.#entries.get(facts) : undefined;
      if (entry) entry.secret = opened.secret;
    } catch {
      // It cannot be opened now; the gateway says that it could not compare. Whoever sends with it is told why.
    }
  }
}
