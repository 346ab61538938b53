import path from 'node:path';
import type { Notice } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { keyFileSealer } from './seal/key-file.ts';
import { passphraseSealer } from './seal/passphrase.ts';
import { createSealerRing, type SealerRing } from './seal/ring.ts';
import { safeStorageSealer, type SafeStorage } from './seal/safe-storage.ts';
import type { Sealer } from './seal/sealer.ts';

/** The sealers of a session, and what the person should know of them. `sealers`: names recorded in the database so far. */
export type OpenSecrets = (sealers: ReadonlySet<string>) => Promise<{ ring: SealerRing; notices: readonly Notice[] }>;

const keyFile = (dataDir: string) => path.join(dataDir, 'secrets.key');
const passphraseFile = (dataDir: string) => path.join(dataDir, 'secrets.passphrase.json');

const withPassphrase = (dataDir: string, passphrase: string, sealers: ReadonlySet<string>): Promise<Sealer> =>
  passphraseSealer({ passphrase, paramsPath: passphraseFile(dataDir), sealedDataExists: sealers.has('passphrase') });

/** What an earlier session with a key file sealed stays open after the person chose something better. */
const withOldKeyFile = async (dataDir: string, sealers: ReadonlySet<string>) =>
  sealers.has('key-file') ? await keyFileSealer(keyFile(dataDir), { sealedDataExists: true }).catch(() => null) : null;

/** Headless: a passphrase where one is given, else a key file beside the database. */
export const headlessSecrets =
  (dataDir: string, passphrase: string | undefined): OpenSecrets =>
  async (sealers) => {
    if (passphrase !== undefined) {
      const old = await withOldKeyFile(dataDir, sealers);
      const current = await withPassphrase(dataDir, passphrase, sealers);
      return { ring: createSealerRing(current, old ? [old.sealer] : []), notices: [] };
    }
    if (sealers.has('passphrase') && !sealers.has('key-file')) {
      throw new AppError('secrets.locked', {
        sealer: 'passphrase',
        reason: 'passphrase-missing',
        path: passphraseFile(dataDir),
      });
    }
    const { sealer, notices } = await keyFileSealer(keyFile(dataDir), { sealedDataExists: sealers.has('key-file') });
    return { ring: createSealerRing(sealer), notices };
  };

/** Desktop: the system's keychain; where there is none worth the name, a passphrase, which `ask` gets from the person. */
export const desktopSecrets =
  (dataDir: string, safeStorage: SafeStorage, ask: (why: Notice['phrase']) => Promise<string>): OpenSecrets =>
  async (sealers) => {
    const old = await withOldKeyFile(dataDir, sealers);
    const others = old ? [old.sealer] : [];
    const system = safeStorageSealer(safeStorage);
    if (system.ok) return { ring: createSealerRing(system.value, others), notices: [] };
    const current = await withPassphrase(dataDir, await ask(system.error), sealers);
    return {
      ring: createSealerRing(current, others),
      notices: [{ id: 'no-keychain', severity: 'info', phrase: system.error }],
    };
  };
