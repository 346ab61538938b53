import type { Phrase } from '../../../shared/contract/common.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { err, ok, type Result } from '../../../shared/kit/result.ts';
import type { Sealer } from './sealer.ts';

/** The part of Electron's `safeStorage` that is used; named here so that this folder does not depend on Electron. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
  encryptString(plain: string): Uint8Array;
  decryptString(sealed: Buffer): string;
}

const id = 'safe-storage';
/** What Electron falls back to on Linux without a keyring: a key that is written in its source. */
const plainBackends: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

const refusalOf = (safeStorage: SafeStorage): Phrase | null => {
  if (!safeStorage.isEncryptionAvailable()) return { id: 'credential.notice.safe-storage-unavailable' };
  const backend = safeStorage.getSelectedStorageBackend?.();
  return backend !== undefined && plainBackends.has(backend)
    ? { id: 'credential.notice.safe-storage-plain', params: { backend } }
    : null;
};

/**
 * Seals with what the system offers: Keychain, DPAPI, Secret Service. An error is a phrase that says why it cannot be used here.
 * Call it after Electron's `ready`; before that Linux answers `unknown`.
 */
export function safeStorageSealer(safeStorage: SafeStorage): Result<Sealer, Phrase> {
  const refusal = refusalOf(safeStorage);
  if (refusal) return err(refusal);
  return ok({
    id,
    seal: (plain) => Promise.resolve(safeStorage.encryptString(Buffer.from(plain).toString('base64'))),
    unseal: async (sealed) => {
      try {
        return Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64');
      } catch (error) {
        throw new AppError('secrets.locked', { sealer: id, reason: 'does-not-open' }, { cause: error });
      }
    },
  });
}
