import { createHash } from 'node:crypto';

/** What an access token issued here stands for. Null: not known, as with a refresh token. */
export interface IssuedAccess {
  readonly projectId: string | null;
  readonly account: string | null;
  readonly scopes: readonly string[] | null;
  readonly expiresAtMs: number;
}

/** Messages of one project in the minute that began with `startedAtMs`. */
export interface ProjectUsage {
  readonly startedAtMs: number;
  readonly used: number;
}

/** All a gateway remembers between requests. Tokens are kept as hashes only; both maps are bounded. */
export interface FcmMemory {
  readonly issued: ReadonlyMap<string, IssuedAccess>;
  readonly usage: ReadonlyMap<string, ProjectUsage>;
}

/** What a gateway starts with: nothing issued, nothing counted. */
export const newMemory = (): FcmMemory => ({ issued: new Map(), usage: new Map() });

const maxIssued = 1000;
const maxProjects = 100;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** What an access token stands for; null when it was not issued here or is forgotten. */
export const findIssued = (memory: FcmMemory, token: string): IssuedAccess | null =>
  memory.issued.size === 0 ? null : (memory.issued.get(hashOf(token)) ?? null);

const bounded = <V>(entries: ReadonlyMap<string, V>, max: number): ReadonlyMap<string, V> =>
  entries.size <= max ? entries : new Map([...entries].slice(entries.size - max));

/** Keeps the newest thousand, so that a sender who never reuses its token cannot fill the memory. */
export const rememberIssued = (memory: FcmMemory, token: string, access: IssuedAccess): FcmMemory => ({
  ...memory,
  issued: bounded(new Map([...memory.issued, [hashOf(token), access]]), maxIssued),
});

/** Keeps the hundred projects that sent last. */
export const rememberUsage = (memory: FcmMemory, project: string, usage: ProjectUsage): FcmMemory => {
  const others = new Map(memory.usage);
  others.delete(project);
  return { ...memory, usage: bounded(others.set(project, usage), maxProjects) };
};
