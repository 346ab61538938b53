import { createHash, randomUUID } from 'node:crypto';
import { constants, watch, type FSWatcher } from 'node:fs';
import { access, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrokenFile, Library, LibraryEntry, LibraryFile, Phrase } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { EventHub } from '../kit/hub.ts';
import { makeFolder } from '../store/index.ts';
import { builtInEntries } from './built-in.ts';
import { longestFileBytes, printFile, readFileText } from './format.ts';
import { fileNameOf, oneWord } from './names.ts';
import { printSchema, schemaFile, schemaSuffix } from './schema.ts';

export interface PresetLibraryOptions {
  readonly dataDir: string;
  readonly hub: EventHub;
  /** The folder of this start, from the command line; it goes before the settings. */
  readonly fixedFolder?: string | null;
  /** `presetsFolder` of the settings: empty for the default. */
  readonly folder: () => string;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
const revisionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
/** Editors write a file in several steps; one announcement is enough. */
const settleMs = 120;

interface Found {
  readonly entries: readonly LibraryEntry[];
  readonly broken: readonly BrokenFile[];
}

/** Presets and scenarios: those that come along, and the files of a folder of the person's own, as they are on disk. */
export class PresetLibrary {
  readonly #options: PresetLibraryOptions;
  #watched = '';
  #watcher: FSWatcher | null = null;
  #settling: NodeJS.Timeout | null = null;

  constructor(options: PresetLibraryOptions) {
    this.#options = options;
    let folder = this.folder;
    options.hub.observe((event) => {
      if (event.type !== 'settings.changed' || folder === this.folder) return;
      folder = this.folder;
      options.hub.publish({ type: 'presets.changed' });
    });
  }

  get folder(): string {
    const { fixedFolder, folder, dataDir } = this.#options;
    return fixedFolder || folder() || path.join(dataDir, 'presets');
  }

  get #chosenBy(): Library['chosenBy'] {
    if (this.#options.fixedFolder) return 'flag';
    return this.#options.folder() === '' ? 'default' : 'settings';
  }

  /** Reads the folder. A folder or file that cannot be read is named in the answer and stops nothing. */
  async list(): Promise<Library> {
    const { folder } = this;
    const read = await this.#read(folder);
    const { entries, broken } = 'problem' in read ? { entries: [], broken: [] } : read;
    return {
      folder,
      chosenBy: this.#chosenBy,
      problem: 'problem' in read ? read.problem : null,
      entries: [...builtInEntries, ...entries],
      broken: [...broken],
    };
  }

  /** AppError `preset.exists`, `preset.changed`, `preset.not-found`, `preset.unwritable`. */
  async save(content: LibraryFile, file?: string, revision?: string): Promise<LibraryEntry> {
    this.#checkReadable(content);
    const name = file ?? fileNameOf(oneWord(content.name));
    if (file !== undefined) await this.#checkUnchanged(file, revision ?? '');
    const text = printFile(content.$schema === undefined ? { $schema: `./${schemaFile}`, ...content } : content);
    await this.#write(name, text, file === undefined);
    return entryOf(name, text, content);
  }

  /** AppError as `save`. */
  async rename(file: string, revision: string, name: string): Promise<LibraryEntry> {
    const { content } = await this.#checkUnchanged(file, revision);
    const next: LibraryFile = { ...content, name };
    const target = fileNameOf(name);
    if (target === file) return this.save(next, file, revision);
    const text = printFile(next);
    await this.#write(target, text, true);
    await this.#try(file, () => rm(path.join(this.folder, file)));
    return entryOf(target, text, next);
  }

  /** AppError `preset.changed`, `preset.not-found`, `preset.unwritable`. */
  async remove(file: string, revision: string): Promise<void> {
    await this.#checkUnchanged(file, revision);
    await this.#try(file, () => rm(path.join(this.folder, file)));
  }

  close(): void {
    this.#watcher?.close();
    if (this.#settling) clearTimeout(this.#settling);
  }

  async #read(folder: string): Promise<Found | { readonly problem: Phrase }> {
    if (!path.isAbsolute(folder)) return { problem: { id: 'preset.folder.not-absolute', params: { folder } } };
    try {
      // The default folder is ours to make, and so is one that was asked for at the start; another may be on a disk that is not there now.
      if (this.#chosenBy !== 'settings') await makeFolder(folder);
      const found = await readdir(folder, { withFileTypes: true });
      const names = found.filter((one) => !one.isDirectory() && isOurs(one.name)).map((one) => one.name);
      this.#watch(folder);
      const read = await Promise.all(names.toSorted().map((name) => readListed(folder, name)));
      return {
        entries: read.flatMap((one) => ('content' in one ? [one] : [])),
        broken: read.flatMap((one) => ('content' in one ? [] : [one])),
      };
    } catch (error) {
      return { problem: { id: 'preset.folder.unreadable', params: { folder, code: codeOf(error) } } };
    }
  }

  /** Announces changes that others make. Where the system cannot watch a folder, it is read at every look all the same. */
  #watch(folder: string): void {
    if (this.#watched === folder) return;
    this.#watcher?.close();
    this.#watcher = null;
    this.#watched = folder;
    try {
      this.#watcher = watch(folder, { persistent: false }, () => this.#announceSoon());
      this.#watcher.on('error', () => {
        this.#watched = '';
      });
    } catch {
      this.#watched = '';
    }
  }

  #announceSoon(): void {
    if (this.#settling) clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#settling = null;
      this.#options.hub.publish({ type: 'presets.changed' });
    }, settleMs);
    this.#settling.unref();
  }

  /** The file as it is on disk, when it still is what the caller saw. */
  async #checkUnchanged(file: string, revision: string): Promise<LibraryEntry> {
    let one: LibraryEntry | BrokenFile;
    try {
      one = await readOne(this.folder, file);
    } catch {
      throw new AppError('preset.not-found', { file });
    }
    if (!('content' in one) || one.revision !== revision) throw new AppError('preset.changed', { file });
    return one;
  }

  /** What is written has to be what will be read: a message of the form may hold what no file may. */
  #checkReadable(content: LibraryFile): void {
    const read = readFileText(printFile(content));
    if ('broken' in read) throw new AppError('preset.unwritable', { folder: this.folder, reason: read.broken.reason });
  }

  async #write(file: string, text: string, isNew: boolean): Promise<void> {
    const target = path.join(this.folder, file);
    const schema = path.join(this.folder, schemaFile);
    await this.#try(file, async () => {
      await makeFolder(this.folder);
      if (isNew) {
        await writeFile(target, text, { flag: 'wx' });
      } else {
        // A crash in the middle leaves the old file or the new one, never half of one.
        const half = `${target}.${randomUUID()}.tmp`;
        await writeFile(half, text);
        await rename(half, target);
      }
      await writeFile(schema, printSchema(), { flag: 'wx' }).catch(() => undefined);
    });
  }

  async #try(file: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EEXIST') throw new AppError('preset.exists', { file });
      throw new AppError('preset.unwritable', {
        folder: this.folder,
        reason: { id: 'preset.folder.unwritable', params: { folder: this.folder, code } },
      });
    }
  }
}

/** Makes the folder of a start where there is none. AppError `start.presets-folder`: it is none, or may not be read. */
export const preparePresets = async (folder: string): Promise<void> => {
  try {
    await makeFolder(folder);
    await access(folder, constants.R_OK | constants.X_OK);
  } catch (error) {
    throw new AppError('start.presets-folder', { folder }, { cause: error });
  }
};

const isOurs = (name: string): boolean =>
  name.endsWith('.json') && !name.startsWith('.') && !name.endsWith(schemaSuffix);

const entryOf = (file: string, text: string, content: LibraryFile): LibraryEntry => ({
  id: `own:${file}`,
  source: 'own',
  file,
  revision: revisionOf(text),
  content,
});

/** A file that cannot be opened is one of the broken ones. */
const readListed = async (folder: string, file: string): Promise<LibraryEntry | BrokenFile> => {
  try {
    return await readOne(folder, file);
  } catch (error) {
    return { file, line: 1, column: 1, reason: { id: 'preset.broken.unreadable', params: { code: codeOf(error) } } };
  }
};

const readOne = async (folder: string, file: string): Promise<LibraryEntry | BrokenFile> => {
  const full = path.join(folder, file);
  if ((await stat(full)).size > longestFileBytes) {
    const reason = { id: 'preset.broken.too-large', params: { limit: longestFileBytes } };
    return { file, line: 1, column: 1, reason };
  }
  const text = await readFile(full, 'utf8');
  const read = readFileText(text);
  return 'content' in read ? entryOf(file, text, read.content) : { file, ...read.broken };
};
