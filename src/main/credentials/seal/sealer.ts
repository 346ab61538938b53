/**
 * Sealing secrets at rest. Threat: somebody copies the data folder, or a backup of it. Not a defence against a program that runs
 * as the same user while Pushscope is open.
 */

/** Recorded with every sealed value, so that it is opened by what closed it. */
export type SealerId = 'key-file' | 'passphrase' | 'safe-storage' | 'memory';

export interface Sealer {
  readonly id: SealerId;
  seal(plain: Uint8Array): Promise<Uint8Array>;
  /** Throws AppError `secrets.locked` when this is not its own or was changed. */
  unseal(sealed: Uint8Array): Promise<Uint8Array>;
}
