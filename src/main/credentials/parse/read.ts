import { isAppError } from '../../../shared/contract/errors.ts';
import type { CredentialFile } from '../../../shared/contract/credentials.ts';
import { assertNever } from '../../../shared/kit/assert-never.ts';
import { readBlocks } from './blocks.ts';
import { pairIdentities } from './identities.ts';
import { keyFromPkcs8 } from './keys.ts';
import { readPkcs12 } from './pkcs12.ts';
import type { Reading } from './reading.ts';
import { isStructureError, recognise, type Recognised } from './recognise.ts';
import { refuse } from './refuse.ts';
import { readServiceAccount } from './service-account.ts';

const readPfx = (der: Buffer, file: CredentialFile): Reading => {
  const contents = readPkcs12(der, file.password);
  return pairIdentities({
    keys: contents.keys.map(keyFromPkcs8),
    certificates: contents.certificates,
    encryption: contents.encryption,
    hadPassword: contents.hadPassword,
    fileName: file.fileName,
  });
};

const readRecognised = (recognised: Recognised, file: CredentialFile): Reading => {
  switch (recognised.kind) {
    case 'pkcs12':
      return readPfx(recognised.der, file);
    case 'blocks':
      return readBlocks(recognised.blocks, file.password, file.fileName);
    case 'json':
      return readServiceAccount(recognised.value);
    default:
      return assertNever(recognised);
  }
};

/**
 * Reads a credential file of any kind. Blocking: derivations of a PKCS#12 file can take seconds, so only the worker calls this.
 * Every failure is an AppError of the `credential` domain; anything else thrown is a bug.
 */
export function readCredential(file: CredentialFile): Reading {
  try {
    const recognised = recognise(Buffer.from(file.contentB64, 'base64'));
    const reading = readRecognised(recognised, file);
    return { ...reading, notes: [...recognised.notes, ...reading.notes] };
  } catch (error) {
    if (isAppError(error) || !isStructureError(error)) throw error;
    throw refuse('credential.unreadable', 'damaged', {}, error);
  }
}
