import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder and those above it that are missing. Rejects with the system's error where that cannot be.
 * Not `mkdir({ recursive: true })`: where the system says of every folder that the one above it is missing, as Linux does under
 * /proc, Node 24 tries for ever.
 * @param mode  rights of the folders that are made
 */
export const makeFolder = async (folder: string, mode = 0o777): Promise<void> => {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return;
  const above = path.dirname(folder);
  if (above !== folder) await makeFolder(above, mode);
  await mkdir(folder, { mode }).catch(async (error: unknown) => {
    // Somebody else made it meanwhile; a file of that name stays an error.
    if (!(await stat(folder).catch(() => null))?.isDirectory()) throw error;
  });
};
