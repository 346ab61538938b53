import type { Notice } from '../../shared/contract/index.ts';
import type { EventHub } from '../kit/hub.ts';
import type { IdKind } from '../kit/ids.ts';
import type { Store } from '../store/index.ts';
import { CredentialBook, type CredentialBookOptions } from './book.ts';
import { openOwnSecrets, type OwnSecrets } from './own-secrets.ts';
import { createCredentialReader } from './reader.ts';
import type { OpenSecrets } from './shell-secrets.ts';

export interface CredentialsOptions extends Pick<CredentialBookOptions, 'usedBy' | 'appContext' | 'setupOf'> {
  readonly store: Store;
  readonly hub: EventHub;
  readonly newId: (kind: IdKind) => string;
  readonly now: () => number;
  readonly secrets: OpenSecrets;
  readonly workerUrl: URL;
  /** Names beside loopback that the certificate of the gateways has to have. */
  readonly serverNames: readonly string[];
}
export interface OpenedCredentials {
  readonly book: CredentialBook;
  readonly own: OwnSecrets;
  /** Name of the sealer that seals everything new. */
  readonly sealer: string;
  readonly notices: readonly Notice[];
}

/** Opens the sealers this data folder needs, then the credentials and Pushscope's own secrets. */
export const openCredentials = async (options: CredentialsOptions): Promise<OpenedCredentials> => {
  const { store, now } = options;
  const sealers = new Set(await store.read('sealersInUse'));
  const { ring, notices } = await options.secrets(sealers);
  const reader = createCredentialReader({ workerUrl: options.workerUrl, nowMs: now });
  const book = new CredentialBook({ ...options, ring, reader });
  await book.load();
  return { book, own: await openOwnSecrets(store, ring, now(), options.serverNames), sealer: ring.current, notices };
};
