import type { Draft } from '../../shared/contract/index.ts';
import type { AuthPlan, Vendor } from '../vendors/vendor.ts';
import type { CredentialSource } from './parts.ts';

/** A plan holds the private part of a credential; it is let go of after this long. */
const keptMs = 10_000;

interface Kept {
  /** As they were when it was opened; others mean that the credential was replaced. */
  readonly facts: unknown;
  readonly opening: Promise<AuthPlan>;
  /** Once it is opened. */
  plan: AuthPlan | null;
}

/**
 * How the credentials in use authenticate. Unsealing one costs more than a push does, so a burst opens it once; after ten seconds it
 * is opened anew, and a credential that was replaced or removed is not used again.
 */
export class Plans {
  readonly #credentials: CredentialSource;
  readonly #kept = new Map<string, Kept>();

  constructor(credentials: CredentialSource) {
    this.#credentials = credentials;
  }

  /** AppError `credential.locked`, `credential.not-found`. */
  of(vendor: Vendor, credentialId: string, origin: string, draft: Draft): AuthPlan | Promise<AuthPlan> {
    const facts = this.#credentials.all().find((one) => one.id === credentialId)?.facts;
    const key = `${credentialId} ${origin} ${vendor.auth.variant?.(draft) ?? ''}`;
    const kept = this.#kept.get(key);
    if (kept && kept.facts === facts) return kept.plan ?? kept.opening;
    const opening = this.#credentials
      .open(credentialId)
      .then((credential) => vendor.auth.plan(credential, origin, draft));
    const entry: Kept = { facts, opening, plan: null };
    this.#kept.set(key, entry);
    const forget = () => {
      if (this.#kept.get(key) === entry) this.#kept.delete(key);
    };
    setTimeout(forget, keptMs).unref();
    opening.then((plan) => {
      entry.plan = plan;
    }, forget);
    return opening;
  }
}
