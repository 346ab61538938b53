import { randomBytes } from 'node:crypto';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Notice } from '../../../shared/contract/settings.ts';
import { closeBox, keyBytes, openBoxOrThrow } from './box.ts';
import { createPrivateFile, isOpenToOthers, readIfThere } from './files.ts';
import type { Sealer } from './sealer.ts';

const id = 'key-file';
const locked = (reason: string, path: string): AppError => new AppError('secrets.locked', { sealer: id, reason, path });

async function readOrCreate(path: string, sealedDataExists: boolean): Promise<Buffer> {
  const found = await readIfThere(path);
  if (found) return found;
  // A new key would open nothing of what is there; the old file may only be on another disk.
  if (sealedDataExists) throw locked('key-file-missing', path);
  const fresh = randomBytes(keyBytes);
  if (await createPrivateFile(path, fresh)) return fresh;
  const others = await readIfThere(path);
  if (!others) throw locked('key-file-missing', path);
  return others;
}

/**
 * Seals with 32 random bytes in a file beside, or better away from, the database. The file is made at the first start. Throws
 * `secrets.locked` when it is damaged, or missing although `sealedDataExists` (data sealed by a key file). That others can read
 * it is a notice, not a refusal.
 */
export async function keyFileSealer(
  path: string,
  options: { readonly sealedDataExists: boolean },
): Promise<{ readonly sealer: Sealer; readonly notices: readonly Notice[] }> {
  const key = await readOrCreate(path, options.sealedDataExists);
  if (key.length !== keyBytes) throw locked('key-file-damaged', path);
  const phrase = { id: 'credential.notice.key-file-open', params: { path } };
  const isOpen = await isOpenToOthers(path);
  return {
    sealer: {
      id,
      seal: (plain) => Promise.resolve(closeBox(key, plain)),
      unseal: async (sealed) => openBoxOrThrow(key, sealed, id),
    },
    notices: isOpen ? [{ id: 'key-file-open', severity: 'warning', phrase }] : [],
  };
}
