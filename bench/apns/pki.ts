import { randomBytes } from 'node:crypto';
import { ensureLocalPki, type LocalPki } from '../../src/main/credentials/index.ts';

/** A CA and a server certificate for the bare responder, made as Pushscope makes its own. */
export const createLocalPki = async (): Promise<LocalPki> => {
  const { pki } = await ensureLocalPki(null, { nowMs: Date.now(), extraNames: [], random: randomBytes });
  return pki;
};
