import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../../tests/support/folders.ts';
import { makeFolder } from './folders.ts';

describe('a folder', () => {
  it('is made with those above it, with the rights asked for', async () => {
    const folder = path.join(tempFolder(), 'a', 'b', 'c');
    await makeFolder(folder, 0o700);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(path.dirname(folder)).mode & 0o777).toBe(0o700);
  });
  it('that is there stays as it is, and two may ask at once', async () => {
    const folder = path.join(tempFolder(), 'a');
    mkdirSync(folder, { mode: 0o755 });
    await makeFolder(folder, 0o700);
    expect(statSync(folder).mode & 0o777).toBe(0o755);
    const deeper = path.join(folder, 'b', 'c');
    await Promise.all([makeFolder(deeper), makeFolder(deeper)]);
    expect(statSync(deeper).isDirectory()).toBe(true);
  });
  it('cannot be where a file is', async () => {
    const file = path.join(tempFolder(), 'file');
    writeFileSync(file, '');
    await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(path.join(file, 'below'))).rejects.toMatchObject({ code: 'EEXIST' });
  });
  it.runIf(process.platform === 'linux')(
    'where the system keeps none is refused at once (only Linux has /proc)',
    async () => {
      await expect(makeFolder('/proc/pushscope/data')).rejects.toMatchObject({ code: 'ENOENT' });
    },
  );
});
