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
}
