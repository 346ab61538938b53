import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** Content of a file; null when it is not there. Other failures are thrown. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Makes the new name itself survive a power cut. Windows cannot open folders and needs no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const writeNew = async (path: string, content: Uint8Array): Promise<void> => {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** exFAT and some network disks have no hard links. */
const linksAreMissing = (error: unknown): boolean =>
  ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].some((code) => hasCode(error, code));

/** A link never replaces a file, unlike a rename; where there are none, the content is written in place. */
const putInPlace = async (draft: string, path: string, content: Uint8Array): Promise<void> => {
  try {
    await link(draft, path);
  } catch (error) {
    if (!linksAreMissing(error)) throw error;
    await writeNew(path, content);
  }
};

/**
 * Creates a file that only its owner can read, whole or not at all, and never over another one. False: the name was taken, for
 * example by a second process that started at the same instant.
 */
export async function createPrivateFile(path: string, content: Uint8Array): Promise<boolean> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${basename(path)}.${randomUUID()}`);
  await writeNew(draft, content);
  try {
    await putInPlace(draft, path, content);
    await syncFolder(folder);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await unlink(draft);
  }
}

/** May anybody but the owner read it? Always false on Windows, where modes say nothing. */
export async function isOpenToOthers(path: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  const { mode } = await stat(path);
  return (mode & 0o077) !== 0;
}
