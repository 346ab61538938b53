import type * as z from 'zod';
import type { CoreEvent } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { IdKind } from '../kit/ids.ts';
import type { EventHub } from '../kit/hub.ts';
import type { EntryTable, Store } from '../store/index.ts';

export interface StoredEntry {
  readonly id: string;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}
type Kind = Extract<CoreEvent, { type: 'workspace.changed' }>['kind'];

export interface BookOptions<T extends StoredEntry> {
  readonly store: Store;
  readonly hub: EventHub;
  readonly newId: (kind: IdKind) => string;
  readonly now: () => number;
  readonly table: EntryTable;
  readonly kind: Kind & IdKind;
  readonly schema: z.ZodType<T>;
  /** Throws an AppError when the entry cannot stand beside the others. */
  readonly check?: (entry: T, others: readonly T[]) => void;
  /** Names of what still needs the entry; it is not removed while there are any. */
  readonly usedBy?: (entry: T) => readonly string[];
  /** What a copy differs in, beside its id. */
  readonly copy?: (entry: T) => Partial<T>;
}

/** A way back for a while, not an archive. */
const removedKept = 50;

/**
 * One kind of workspace entry: kept in memory because gateways decide from it without waiting, written through to the store before
 * a change is announced.
 */
export class EntryBook<T extends StoredEntry> {
  readonly #options: BookOptions<T>;
  readonly #entries = new Map<string, T>();
  /** What was removed last, for a way back. */
  readonly #removed = new Map<string, T>();
  #version = 0;

  constructor(options: BookOptions<T>) {
    this.#options = options;
  }

  async load(): Promise<void> {
    for (const row of await this.#options.store.read('allEntries', { table: this.#options.table })) {
      const entry = this.#options.schema.parse(row);
      this.#entries.set(entry.id, entry);
    }
  }

  /** Rises with every change: for indexes that others keep over the entries. */
  get version(): number {
    return this.#version;
  }

  all(): readonly T[] {
    return [...this.#entries.values()];
  }

  find(id: string): T | undefined {
    return this.#entries.get(id);
  }

  /** AppError `workspace.not-found` when there is none. */
  get(id: string): T {
    const entry = this.#entries.get(id);
    if (!entry) throw new AppError('workspace.not-found', { kind: this.#options.kind, id });
    return entry;
  }

  create(input: Omit<T, keyof StoredEntry>): Promise<T> {
    const nowMs = this.#options.now();
    const draft = { ...input, id: this.#options.newId(this.#options.kind), createdAtMs: nowMs, updatedAtMs: nowMs };
    return this.#put(this.#options.schema.parse(draft));
  }

  update(id: string, patch: Partial<Omit<T, keyof StoredEntry>>): Promise<T> {
    const before = this.get(id);
    const draft = { ...before, ...patch, id, createdAtMs: before.createdAtMs, updatedAtMs: this.#options.now() };
    return this.#put(this.#options.schema.parse(draft));
  }

  duplicate(id: string): Promise<T> {
    const before = this.get(id);
    return this.create({ ...before, ...this.#options.copy?.(before) });
  }

  async remove(id: string): Promise<void> {
    const entry = this.get(id);
    const users = this.#options.usedBy?.(entry) ?? [];
    if (users.length > 0) throw new AppError('workspace.in-use', { kind: this.#options.kind, id, usedBy: users });
    await this.#options.store.write('deleteEntry', { table: this.#options.table, id });
    this.#entries.delete(id);
    this.#removed.set(id, entry);
    for (const oldest of [...this.#removed.keys()].slice(0, -removedKept)) this.#removed.delete(oldest);
    this.#announce(id, null);
  }

  /** What was removed since the start and is still kept; newest last. */
  removed(): readonly T[] {
    return [...this.#removed.values()];
  }

  /** Brings a removed entry back as it was. AppError `workspace.not-found` when it is not kept any more. */
  async restore(id: string): Promise<T> {
    const entry = this.#removed.get(id);
    if (!entry) throw new AppError('workspace.not-found', { kind: this.#options.kind, id });
    const kept = await this.#put(entry);
    this.#removed.delete(id);
    return kept;
  }

  async #put(entry: T): Promise<T> {
    this.#options.check?.(
      entry,
      this.all().filter((other) => other.id !== entry.id),
    );
    await this.#options.store.write('putEntry', { table: this.#options.table, id: entry.id, data: entry });
    this.#entries.set(entry.id, entry);
    this.#announce(entry.id, entry);
    return entry;
  }

  #announce(id: string, entry: T | null): void {
    this.#version += 1;
    // `kind` and the type of the entry belong together by construction of the five books.
    this.#options.hub.publish({
      type: 'workspace.changed',
      kind: this.#options.kind,
      id,
      entry,
    } as unknown as CoreEvent);
  }
}
