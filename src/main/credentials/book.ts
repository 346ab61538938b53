import type {
  Credential,
  CredentialFile,
  CredentialImport,
  CredentialKeys,
  CredentialPreview,
  VendorId,
} from '../../shared/contract/index.ts';
import { Credential as CredentialSchema } from '../../shared/contract/credentials.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { EventHub } from '../kit/hub.ts';
import type { IdKind } from '../kit/ids.ts';
import type { Store, StoredCredential } from '../store/index.ts';
import type { OpenCredential } from '../vendors/vendor.ts';
import type { FindingContext, SetupContext } from './finding-context.ts';
import { findingsOf, noContext } from './findings.ts';
import { openKeys, type KeyVendor } from './keys.ts';
import type { CredentialReader, OpenedCredential } from './reader.ts';
import type { SealerRing } from './seal/ring.ts';

export interface CredentialBookOptions {
  readonly store: Store;
  readonly hub: EventHub;
  readonly newId: (kind: IdKind) => string;
  readonly now: () => number;
  readonly ring: SealerRing;
  readonly reader: CredentialReader;
  /** Names of the apps that chose a credential; it is not removed while there are any. */
  readonly usedBy: (id: string) => readonly string[];
  /** What an app's credentials are compared with. */
  readonly appContext: (appId: string | null) => FindingContext['app'];
  /** Which apps and phones a credential is for. */
  readonly setupOf: (credential: Pick<Credential, 'id' | 'appId' | 'vendor'>) => Omit<SetupContext, 'certificateId'>;
}

/** What of a stored row is not made anew at each reading. */
const Stored = CredentialSchema.omit({ findings: true, locked: true, sealer: true });

const vendorOf = (facts: Credential['facts']): VendorId => {
  if (facts.kind === 'app-keys') return facts.vendor;
  return facts.kind === 'fcm-service-account' ? 'fcm' : 'apns';
};

/** What can be changed without the file. */
export interface CredentialPatch {
  readonly name?: string | undefined;
  readonly appId?: string | null | undefined;
  readonly signingKey?:
    | {
        readonly teamId?: string | undefined;
        readonly keyId?: string | undefined;
        readonly environment?: SigningKeyFacts['environment'] | undefined;
        readonly topics?: SigningKeyFacts['topics'] | undefined;
      }
    | undefined;
}
type SigningKeyFacts = Extract<Credential['facts'], { kind: 'apns-p8' }>;

/** A p8 with what the person says of it: the file knows neither its team nor what Apple limited it to. */
const withScope = (facts: Credential['facts'], patch: NonNullable<CredentialPatch['signingKey']>): SigningKeyFacts => {
  if (facts.kind !== 'apns-p8')
    throw new AppError('credential.unsupported', { expected: 'apns-p8', found: facts.kind });
  return {
    ...facts,
    teamId: patch.teamId ?? facts.teamId,
    keyId: patch.keyId ?? facts.keyId,
    environment: patch.environment ?? facts.environment,
    topics: patch.topics === undefined ? facts.topics : patch.topics,
  };
};

/**
 * The credentials of the workspace. Facts stand in the database as they are, the secret part sealed; it is opened for the length of
 * one send and never leaves the core.
 */
export class CredentialBook {
  readonly #options: CredentialBookOptions;
  #credentials: readonly Credential[] = [];

  constructor(options: CredentialBookOptions) {
    this.#options = options;
  }

  async load(): Promise<void> {
    this.#credentials = (await this.#options.store.read('allCredentials')).map((row) => this.#describe(row));
  }

  /** Sorted by certificate ID. The array changes when anything in it does. */
  all(): readonly Credential[] {
    return this.#credentials;
  }

  get(id: string): Credential {
    const found = this.#credentials.find((one) => one.id === id);
    if (!found) throw new AppError('credential.not-found', { id });
    return found;
  }

  /**
   * Findings depend on the day, on the apps and on their phones. Makes them anew and announces the credentials of which there is
   * something else to say than before.
   */
  refresh(): void {
    const before = this.#credentials;
    const after = before.map((one) => ({ ...one, findings: this.#findingsOf(one) }));
    const changed = after.filter((one, index) => JSON.stringify(one) !== JSON.stringify(before[index]));
    if (changed.length === 0) return;
    this.#credentials = after;
    for (const one of changed) {
      this.#options.hub.publish({ type: 'credential.changed', id: one.id, credential: one });
    }
  }

  /** What is in a file, compared with an app where one is named. */
  async inspect({
    appId,
    ...file
  }: CredentialFile & { appId?: string | null | undefined }): Promise<CredentialPreview> {
    const result = await this.#options.reader.inspect(file, this.#options.appContext(appId ?? null));
    if (!result.ok) throw new AppError(result.error.code, result.error.details);
    return result.value;
  }

  /** Reads a file and keeps what is in it. With `replaceId` the credential keeps its id and certificate ID. */
  async import(input: CredentialImport): Promise<Credential> {
    const { reader, appContext } = this.#options;
    const opened = await reader.open(input.file, input.identity, input, appContext(input.appId));
    return this.#keep(opened, input, input.file.fileName || opened.facts.kind);
  }

  /** Keeps the values of a vendor's form; otherwise like `import`. Throws the errors of `openKeys`. */
  async create(vendor: KeyVendor, input: CredentialKeys): Promise<Credential> {
    return this.#keep(openKeys(vendor, input), input, vendor.label);
  }

  async update(id: string, patch: CredentialPatch): Promise<Credential> {
    const { findings: _findings, locked: _locked, sealer: _sealer, ...before } = this.get(id);
    const entry = {
      ...before,
      name: patch.name ?? before.name,
      appId: patch.appId === undefined ? before.appId : patch.appId,
      facts: patch.signingKey ? withScope(before.facts, patch.signingKey) : before.facts,
      updatedAtMs: this.#options.now(),
    };
    return this.#put(entry, await this.#sealedOf(id));
  }

  /** A copy with its own certificate ID. */
  async duplicate(id: string): Promise<Credential> {
    const { findings: _findings, locked: _locked, sealer: _sealer, ...before } = this.get(id);
    const nowMs = this.#options.now();
    const entry = {
      ...before,
      id: this.#options.newId('credential'),
      certificateId: await this.#options.store.write('takeCertificateId'),
      name: `${before.name} (2)`,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    };
    return this.#put(entry, await this.#sealedOf(id));
  }

  async remove(id: string): Promise<void> {
    const { name } = this.get(id);
    const usedBy = this.#options.usedBy(id);
    if (usedBy.length > 0) throw new AppError('credential.in-use', { id, name, usedBy });
    await this.#options.store.write('deleteCredential', { id });
    this.#credentials = this.#credentials.filter((one) => one.id !== id);
    this.#options.hub.publish({ type: 'credential.changed', id, credential: null });
  }

  /** With the secret part. AppError `credential.locked` when it cannot be opened in this session. */
  async open(id: string): Promise<OpenCredential> {
    const credential = this.get(id);
    const { sealer, sealed } = await this.#sealedOf(id);
    try {
      const plain = await this.#options.ring.unseal({ sealer, bytes: sealed });
      // Sealed by #seal from this very type.
      const secret = JSON.parse(Buffer.from(plain).toString('utf8')) as OpenedCredential['secret'];
      return { id, facts: credential.facts, secret };
    } catch (error) {
      throw new AppError('credential.locked', { id, name: credential.name, sealer }, { cause: error });
    }
  }

  close(): Promise<void> {
    return this.#options.reader.close();
  }

  async #keep(
    opened: Pick<OpenedCredential, 'facts' | 'secret'>,
    input: Pick<CredentialImport, 'name' | 'appId' | 'replaceId'>,
    otherName: string,
  ): Promise<Credential> {
    const { store, now, newId } = this.#options;
    const before = input.replaceId === undefined ? null : this.get(input.replaceId);
    const vendor = vendorOf(opened.facts);
    if (before && before.vendor !== vendor) {
      throw new AppError('credential.unsupported', { expected: before.vendor, found: vendor });
    }
    const nowMs = now();
    const entry = {
      id: before?.id ?? newId('credential'),
      certificateId: before?.certificateId ?? (await store.write('takeCertificateId')),
      vendor,
      name: input.name || before?.name || otherName,
      appId: before ? before.appId : input.appId,
      facts: opened.facts,
      createdAtMs: before?.createdAtMs ?? nowMs,
      updatedAtMs: nowMs,
    };
    return this.#put(entry, await this.#seal(opened.secret));
  }

  async #seal(secret: OpenedCredential['secret']): Promise<Pick<StoredCredential, 'sealer' | 'sealed'>> {
    const { sealer, bytes } = await this.#options.ring.seal(Buffer.from(JSON.stringify(secret), 'utf8'));
    return { sealer, sealed: bytes };
  }

  async #sealedOf(id: string): Promise<Pick<StoredCredential, 'sealer' | 'sealed'>> {
    const row = (await this.#options.store.read('allCredentials')).find((one) => one.id === id);
    if (!row) throw new AppError('credential.not-found', { id });
    return { sealer: row.sealer, sealed: row.sealed };
  }

  async #put(
    entry: ReturnType<typeof Stored.parse>,
    sealed: Pick<StoredCredential, 'sealer' | 'sealed'>,
  ): Promise<Credential> {
    const row: StoredCredential = { id: entry.id, certificateId: entry.certificateId, data: entry, ...sealed };
    await this.#options.store.write('putCredential', row);
    const credential = this.#describe(row);
    this.#credentials = [...this.#credentials.filter((one) => one.id !== entry.id), credential].toSorted(
      (a, b) => a.certificateId - b.certificateId,
    );
    this.#options.hub.publish({ type: 'credential.changed', id: entry.id, credential });
    return credential;
  }

  #findingsOf(
    credential: Pick<Credential, 'id' | 'certificateId' | 'vendor' | 'facts' | 'appId'>,
  ): Credential['findings'] {
    const { facts, appId, certificateId } = credential;
    const setup = { certificateId, ...this.#options.setupOf(credential) };
    return [...findingsOf(facts, this.#options.now(), { ...noContext, app: this.#options.appContext(appId), setup })];
  }

  /** Findings and lock depend on the day and the session, so they are never stored. */
  #describe(row: StoredCredential): Credential {
    const entry = Stored.parse(row.data);
    return {
      ...entry,
      findings: this.#findingsOf(entry),
      sealer: row.sealer,
      locked: !this.#options.ring.has(row.sealer),
    };
  }
}
