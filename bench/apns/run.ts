import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benchCapture } from './capture.ts';
import { createLocalPki } from './pki.ts';
import type { Row } from '../table.ts';
import { makeApnsKey } from '../../tests/support/pki.ts';
import { providerToken } from '../../tests/support/provider-token.ts';
import { startResponder } from './processes.ts';
import { benchSending } from './sending.ts';

/** The sending side, then the capture side. */
export const benchApns = async (): Promise<Row[]> => {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'pushscope-bench-'));
  const pki = await createLocalPki();
  const key = makeApnsKey();
  const authorization = `bearer ${providerToken(key)}`;
  const responder = await startResponder(pki.serverCertificatePem, pki.serverPrivateKeyPem);
  const target = {
    origin: responder.origin,
    port: Number(new URL(responder.origin).port),
    ca: pki.caCertificatePem,
    key,
  };
  const rows = await benchSending(target, authorization, scratch);
  responder.stop();
  rmSync(scratch, { recursive: true, force: true });
  return [...rows, ...(await benchCapture())];
};
