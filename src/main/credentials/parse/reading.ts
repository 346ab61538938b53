import type { CredentialFacts, CredentialPreview } from '../../../shared/contract/credentials.ts';

/** Something about the file itself that is worth saying; it is not part of the credential. */
export const fileNotes = ['base64-text', 'escaped-newlines', 'utf16-text'] as const;
export type FileNote = (typeof fileNotes)[number];

/** One credential of a file, with its secret part. `secret` holds `privateKeyPem` (PKCS#8). */
export interface Identity {
  readonly facts: CredentialFacts;
  readonly secret: Readonly<Record<string, string>>;
}

/** Everything a file held. Push identities come first, otherwise in file order. */
export interface Reading {
  readonly kind: CredentialPreview['kind'];
  readonly suggestedName: string;
  readonly identities: readonly Identity[];
  readonly asks: CredentialPreview['asks'];
  readonly notes: readonly FileNote[];
}
