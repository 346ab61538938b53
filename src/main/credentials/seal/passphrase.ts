import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import * as z from 'zod';
import { AppError } from '../../../shared/contract/errors.ts';
import { closeBox, keyBytes, openBox, openBoxOrThrow } from './box.ts';
import { createPrivateFile, readIfThere } from './files.ts';
import type { Sealer } from './sealer.ts';

const id = 'passphrase';
const deriveKey = promisify<string, Uint8Array, number, object, Buffer>(scrypt);

/** A third of a second and 128 MiB on a plain machine. Node refuses this N without `maxmem`. */
const strength = { N: 2 ** 17, r: 8, p: 1 } as const;
const maxMemoryBytes = 256 * 1024 * 1024;
const saltBytes = 16;
/** Sealed with the derived key, so that a wrong passphrase is known before anything is opened or sealed with it. */
const checkText = Buffer.from('pushscope passphrase check');

/** Bounds keep a damaged file from asking for all memory. */
const Parameters = z.object({
  version: z.literal(1),
  kdf: z.literal('scrypt'),
  N: z
    .number()
    .int()
    .min(2 ** 14)
    .max(2 ** 17)
    .refine((n) => Number.isInteger(Math.log2(n))),
  r: z.number().int().min(1).max(8),
  p: z.number().int().min(1).max(4),
  saltB64: z.base64().min(20),
  checkB64: z.base64().min(20),
});
type Parameters = z.infer<typeof Parameters>;

const locked = (reason: string, path: string): AppError => new AppError('secrets.locked', { sealer: id, reason, path });

/** The same passphrase typed on another system may be composed of other code points. */
const derive = (passphrase: string, { N, r, p, saltB64 }: Omit<Parameters, 'checkB64'>): Promise<Buffer> =>
  deriveKey(passphrase.normalize('NFKC'), Buffer.from(saltB64, 'base64'), keyBytes, {
    N,
    r,
    p,
    maxmem: maxMemoryBytes,
  });

const parse = (bytes: Buffer, path: string): Parameters => {
  try {
    return Parameters.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw Object.assign(locked('passphrase-file-damaged', path), { cause: error });
  }
};

async function unlock(passphrase: string, bytes: Buffer, path: string): Promise<Buffer> {
  const parameters = parse(bytes, path);
  const key = await derive(passphrase, parameters);
  const check = openBox(key, Buffer.from(parameters.checkB64, 'base64'));
  if (!check || !checkText.equals(check)) throw new AppError('secrets.wrong-passphrase');
  return key;
}

async function setUp(passphrase: string, path: string): Promise<Buffer> {
  const head = { version: 1, kdf: 'scrypt', ...strength, saltB64: randomBytes(saltBytes).toString('base64') } as const;
  const key = await derive(passphrase, head);
  const parameters: Parameters = { ...head, checkB64: Buffer.from(closeBox(key, checkText)).toString('base64') };
  const text = `${JSON.stringify(parameters, null, 2)}\n`;
  if (await createPrivateFile(path, Buffer.from(text))) return key;
  const others = await readIfThere(path);
  if (!others) throw locked('passphrase-file-missing', path);
  return unlock(passphrase, others, path);
}

/**
 * Seals with a key derived from a passphrase by scrypt. Salt, parameters and a check value stand in a small JSON file at
 * `paramsPath`, made at the first start; without that file nothing can be opened again. Throws `secrets.wrong-passphrase`, also
 * for an empty one, and `secrets.locked` when the file is damaged, or missing although `sealedDataExists`.
 */
export async function passphraseSealer(options: {
  readonly passphrase: string;
  readonly paramsPath: string;
  readonly sealedDataExists: boolean;
}): Promise<Sealer> {
  const { passphrase, paramsPath, sealedDataExists } = options;
  if (passphrase === '') throw new AppError('secrets.wrong-passphrase');
  const found = await readIfThere(paramsPath);
  if (!found && sealedDataExists) throw locked('passphrase-file-missing', paramsPath);
  const key = found ? await unlock(passphrase, found, paramsPath) : await setUp(passphrase, paramsPath);
  return {
    id,
    seal: (plain) => Promise.resolve(closeBox(key, plain)),
    unseal: async (sealed) => openBoxOrThrow(key, sealed, id),
  };
}
