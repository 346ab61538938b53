import type { PushEnvironment } from '../../shared/contract/common.ts';
import type { FileNote } from './parse/reading.ts';

/** What a credential is compared with. */
export interface FindingContext {
  /** The app it is for; null when it is for none yet. `environments`: where the app's phones have their tokens. */
  readonly app: { readonly bundleId: string; readonly environments: readonly PushEnvironment[] } | null;
  /** The file it was just read from; null for a stored credential, whose file is gone. */
  readonly file: {
    readonly identityCount: number;
    readonly notes: readonly FileNote[];
    /** Key ID in the file's name; empty: none. */
    readonly keyIdInName: string;
  } | null;
  /** How a stored credential is used; absent while it is not stored. */
  readonly setup?: SetupContext;
}

/** What Tencent's rules compare a stored credential with. */
export interface SetupContext {
  readonly certificateId: number;
  /** The apps that send with it or that it belongs to, on the credential's platform. */
  readonly apps: readonly { readonly name: string; readonly identifier: string }[];
  /** The phones of these apps. `certificateId`: what the app reported with the token; null: nothing. */
  readonly phones: readonly {
    readonly name: string;
    readonly environment: PushEnvironment;
    readonly hasToken: boolean;
    readonly certificateId: number | null;
  }[];
}
