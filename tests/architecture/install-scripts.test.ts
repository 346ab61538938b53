import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * The launcher installs with `--strict-allow-scripts`, which refuses a whole install when one package brings an install script that
 * package.json does not speak about. That shows only on a machine where nothing is installed yet, so it is checked here as well.
 */
describe('install scripts', () => {
  const read = (file: string) => JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));

  it('are each decided upon in package.json', () => {
    const packages: Record<string, { hasInstallScript?: boolean }> = read('package-lock.json').packages;
    const bringing = Object.entries(packages)
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([folder]) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(bringing).toContain('@swc/core');
    const decided: Record<string, boolean> = read('package.json').allowScripts;
    expect(bringing.filter((name) => !(name in decided))).toEqual([]);
  });
});
