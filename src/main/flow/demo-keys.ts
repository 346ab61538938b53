import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Credential } from '../../shared/contract/index.ts';
import type { Store } from '../store/index.ts';

/** A file with a key of the demo. */
export interface DemoKeyFile {
  readonly name: string;
  readonly text: string;
}

const setting = 'demo-keys';

/**
 * The keys of the demo workspace as files, for the programs of the recipes: only the gateways of this data folder know them. What a person
 * imports never gets here.
 */
export class DemoKeys {
  readonly #store: Store;
  readonly #folder: string;
  /** Credentials of the demo with the moment they were made: one that has changed since is a person's own. */
  #made: Readonly<Record<string, number>> = {};

  constructor(store: Store, dataDir: string) {
    this.#store = store;
    this.#folder = path.join(dataDir, 'demo-keys');
  }

  async load(): Promise<void> {
    // Written by `keep` alone.
    this.#made = ((await this.#store.read('findSetting', { name: setting })) ?? {}) as Readonly<Record<string, number>>;
  }

  /** Writes the files, and remembers whose they are. */
  async keep(files: readonly DemoKeyFile[], credentials: readonly Credential[]): Promise<void> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    for (const { name, text } of files) writeFileSync(path.join(this.#folder, name), text, { mode: 0o600 });
    this.#made = Object.fromEntries(credentials.map(({ id, updatedAtMs }) => [id, updatedAtMs]));
    await this.#store.write('putSetting', { name: setting, value: this.#made });
  }

  /** Where the files are, with slashes as every language takes them; null: the credential is not the demo's, or not any more. */
  folderOf(credential: Pick<Credential, 'id' | 'updatedAtMs'> | undefined): string | null {
    return credential && this.#made[credential.id] === credential.updatedAtMs
      ? this.#folder.replaceAll('\\', '/')
      : null;
  }
}
