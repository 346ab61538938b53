import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { tempFolder } from '../../../tests/support/folders.ts';
import { isAppError } from '../../shared/contract/errors.ts';
import { LibraryFile } from '../../shared/contract/presets.ts';
import { EventHub } from '../kit/hub.ts';
import { PresetLibrary } from './index.ts';

const lunch = LibraryFile.parse({
  kind: 'preset',
  name: 'Lunch',
  message: { from: 'denny', conversation: { kind: 'c2c', to: 'vinson' }, elements: [{ kind: 'text', text: 'Lunch?' }] },
});
const open = (folder = '') => {
  const dataDir = tempFolder();
  const hub = new EventHub();
  const said: string[] = [];
  hub.observe((event) => said.push(event.type));
  const library = new PresetLibrary({ dataDir, hub, folder: () => folder });
  onTestFinished(() => library.close());
  const own = async () => (await library.list()).entries.filter((entry) => entry.source === 'own');
  return { library, own, said, folder: folder || path.join(dataDir, 'presets') };
};
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (isAppError(error) ? error.code : String(error)),
  );

describe('the folder of own presets', () => {
  it('a preset is saved as a readable file with its schema beside it, and found again', async () => {
    const { library, own, folder } = open();
    const saved = await library.save(lunch);
    expect(saved).toMatchObject({ id: 'own:lunch.json', source: 'own' });
    expect(readFileSync(path.join(folder, 'lunch.json'), 'utf8')).toMatch(
      /^\{\n {2}"\$schema": ".\/preset.schema.json",\n/,
    );
    expect(existsSync(path.join(folder, 'preset.schema.json'))).toBe(true);
    expect((await own()).map(({ file, revision }) => ({ file, revision }))).toEqual([
      { file: 'lunch.json', revision: saved.revision },
    ]);
  });
  it('a second one of the same name is refused, and the first stays', async () => {
    const { library, folder } = open();
    await library.save(lunch);
    const before = readFileSync(path.join(folder, 'lunch.json'), 'utf8');
    expect(await codeOf(library.save({ ...lunch, about: 'other' }))).toBe('preset.exists');
    expect(readFileSync(path.join(folder, 'lunch.json'), 'utf8')).toBe(before);
  });
  it('saving in place needs the revision that is on disk', async () => {
    const { library, own, folder } = open();
    const { file, revision } = await library.save(lunch);
    writeFileSync(path.join(folder, file), `${readFileSync(path.join(folder, file), 'utf8')}\n`);
    expect(await codeOf(library.save({ ...lunch, about: 'mine' }, file, revision))).toBe('preset.changed');
    const [now] = await own();
    await library.save({ ...lunch, about: 'mine' }, file, now?.revision);
    expect((await own())[0]?.content.about).toBe('mine');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
  it('renaming changes the name inside and the file, and takes no other file’s place', async () => {
    const { library, own } = open();
    const one = await library.save(lunch);
    await library.save({ ...lunch, name: 'Dinner' });
    expect(await codeOf(library.rename(one.file, one.revision, 'dinner'))).toBe('preset.exists');
    await library.rename(one.file, one.revision, 'Late lunch');
    expect((await own()).map(({ file, content }) => [file, content.name])).toEqual([
      ['dinner.json', 'Dinner'],
      ['late-lunch.json', 'Late lunch'],
    ]);
  });
  it('removing needs the revision too', async () => {
    const { library, own } = open();
    const { file, revision } = await library.save(lunch);
    expect(await codeOf(library.remove(file, 'old'))).toBe('preset.changed');
    await library.remove(file, revision);
    expect(await own()).toEqual([]);
    expect(await codeOf(library.remove(file, revision))).toBe('preset.not-found');
  });
  it('a broken file is named with line and reason, and never written over', async () => {
    const { library, folder } = open();
    await library.list();
    writeFileSync(path.join(folder, 'lunch.json'), '{\n  "kind": "preset",\n  "nam": "x"\n}');
    const { broken } = await library.list();
    expect(broken).toMatchObject([{ file: 'lunch.json', line: 1 }]);
    expect(await codeOf(library.save(lunch))).toBe('preset.exists');
    expect(await codeOf(library.save(lunch, 'lunch.json', ''))).toBe('preset.changed');
    expect(readFileSync(path.join(folder, 'lunch.json'), 'utf8')).toContain('"nam"');
  });
  it('another folder is read where it is; one that is not there is said and stops nothing', async () => {
    const folder = path.join(tempFolder(), 'team');
    const { library, own } = open(folder);
    expect((await library.list()).problem).toMatchObject({ id: 'preset.folder.unreadable' });
    expect((await library.list()).entries.length).toBeGreaterThan(0);
    mkdirSync(folder);
    await library.save(lunch);
    expect(await own()).toHaveLength(1);
    expect((await open('team').library.list()).problem?.id).toBe('preset.folder.not-absolute');
  });
  it('a change on disk is announced', async () => {
    const { library, said, folder } = open();
    await library.list();
    writeFileSync(path.join(folder, 'new.json'), '{}');
    await vi.waitFor(() => expect(said).toContain('presets.changed'), { timeout: 5000 });
  });
  it('a folder in the way of a file is no file', async () => {
    const { library, folder } = open();
    await library.list();
    mkdirSync(path.join(folder, 'odd.json'));
    expect((await library.list()).problem).toBeNull();
  });
});
