/** The first lines that `npm start` runs, on the Node of a machine where nothing is installed yet. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { tempFolder } from '../support/folders.ts';

/** The launcher on this Node, which says that it is another. */
const onNode = (version: string, entry: string, ...args: string[]) => {
  const lie = path.join(tempFolder(), 'lie.cjs');
  const versions = JSON.stringify({ ...process.versions, node: version });
  writeFileSync(lie, `Object.defineProperty(process, 'versions', { value: ${versions} });`);
  return spawnSync(process.execPath, ['--require', lie, path.resolve('launcher', entry), ...args], {
    encoding: 'utf8',
  });
};

describe('an old Node', () => {
  it.each(['8.17.0', '16.20.2', '18.17.1'])('%s is refused in one line, with code 2', (version) => {
    for (const entry of ['start.cjs', 'task.cjs']) {
      const { status, stdout, stderr } = onNode(version, entry, '--version');
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^Pushscope needs Node 18\.18 or newer.*; this is Node [\d.]+\.\n$/);
      expect(stderr).toContain(version);
    }
  });
  it.each(['18.18.0', '20.9.0', '24.0.0'])('%s will do', (version) => {
    const { status, stdout } = onNode(version, 'start.cjs', '--version');
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${packageJson.version}\n` });
  });
  it('is the one the package asks for', () => expect(packageJson.engines.node).toBe('>=18.18'));
});
