/** A rule that nobody has seen catch anything may be catching nothing: each gets one forbidden import planted and has to report it. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import config from '../../.dependency-cruiser.mjs';
import { tempFolder } from '../support/folders.ts';

/** File that imports, and what it imports: another file of the planted tree, or a package. */
interface Plant {
  readonly from: string;
  readonly to: string;
}
const planted: Readonly<Record<string, Plant>> = {
  'no-cycles': { from: 'src/main/phones/a.ts', to: 'src/main/phones/b.ts' },
  'shared-stands-alone': { from: 'src/shared/kit/a.ts', to: 'src/main/im/index.ts' },
  'im-is-pure': { from: 'src/main/im/a.ts', to: 'src/main/store/index.ts' },
  'vendors-are-pure': { from: 'src/main/vendors/apns/a.ts', to: 'src/main/store/index.ts' },
  'vendors-do-not-know-each-other': { from: 'src/main/vendors/apns/a.ts', to: 'src/main/vendors/fcm/index.ts' },
  'vendor-kit-knows-no-vendor': { from: 'src/main/vendors/kit/a.ts', to: 'src/main/vendors/fcm/index.ts' },
  'crypto-in-auth-and-gateway-only': { from: 'src/main/vendors/apns/payload.ts', to: 'node:crypto' },
  'wires-know-no-vendor': { from: 'src/main/inbound/a.ts', to: 'src/main/vendors/apns/index.ts' },
  'wires-do-not-know-each-other': { from: 'src/main/inbound/a.ts', to: 'src/main/outbound/index.ts' },
  'services-do-not-know-each-other': { from: 'src/main/phones/a.ts', to: 'src/main/workspace/index.ts' },
  'store-knows-nobody': { from: 'src/main/store/a.ts', to: 'src/main/kit/hub.ts' },
  'flow-is-below-the-api': { from: 'src/main/flow/a.ts', to: 'src/main/api/router.ts' },
  'api-knows-no-shell': { from: 'src/main/api/a.ts', to: 'src/main/headless/server.ts' },
  'shells-see-the-app-only': { from: 'src/main/headless/a.ts', to: 'src/main/journal/index.ts' },
  ...Object.fromEntries(
    [
      'im',
      'outbound',
      'inbound',
      'credentials',
      'workspace',
      'phones',
      'journal',
      'recognise',
      'store',
      'settings',
      'presets',
    ].map((folder) => [`one-door-${folder}`, { from: 'src/main/flow/a.ts', to: `src/main/${folder}/inside.ts` }]),
  ),
  'one-door-vendor': { from: 'src/main/vendors/index.ts', to: 'src/main/vendors/apns/sender.ts' },
  'preload-sees-electron-only': { from: 'src/preload/a.ts', to: 'src/main/app.ts' },
  'window-sees-shared-only': { from: 'src/renderer/src/a.ts', to: 'src/main/app.ts' },
  'stores-do-not-import-each-other': {
    from: 'src/renderer/src/stores/a-store.ts',
    to: 'src/renderer/src/stores/b-store.ts',
  },
  'ui-is-app-free': { from: 'src/renderer/src/ui/a.ts', to: 'src/renderer/src/features/log/a.ts' },
  'electron-behind-its-door': { from: 'src/main/api/a.ts', to: 'electron' },
  'sqlite-behind-its-door': { from: 'src/main/journal/a.ts', to: 'better-sqlite3' },
  'forge-behind-its-door': { from: 'src/main/inbound/a.ts', to: 'node-forge' },
  'http2-behind-its-doors': { from: 'src/main/flow/a.ts', to: 'node:http2' },
  'no-development-packages-in-the-core': { from: 'src/main/flow/a.ts', to: 'react' },
};

const write = (root: string, file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};
const importPath = ({ from, to }: Plant): string => {
  if (!to.startsWith('src/')) return to;
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
};

const cruiseTree = async (root: string): Promise<readonly string[]> => {
  const options = {
    ...config.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: config.forbidden ?? [] },
  } as ICruiseOptions;
  const { output } = await cruise(['src'], options);
  // Without a reporter the output is the result object.
  const { summary } = output as ICruiseResult;
  expect(summary.totalCruised).toBeGreaterThan(1);
  return summary.violations.map((violation) => violation.rule.name);
};

const plant = (one: Plant): string => {
  const root = tempFolder();
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
  write(root, 'package.json', JSON.stringify({ type: 'module', devDependencies: { react: '*' } }));
  write(root, one.from, `import { x } from '${importPath(one)}';\nexport const a = x;\n`);
  if (one.to.startsWith('src/')) {
    const cycle =
      one.from === planted['no-cycles']?.from
        ? `import { a } from './a.ts';\nexport const x: unknown = () => a;\n`
        : 'export const x = 1;\n';
    write(root, one.to, cycle);
  }
  return root;
};

describe('import rules', () => {
  const names = (config.forbidden ?? []).map((rule) => rule.name ?? '');
  it('each rule has a planted violation', () => expect(Object.keys(planted).toSorted()).toEqual(names.toSorted()));
  it.each(names)('%s reports its own', async (name) => {
    const one = planted[name];
    if (!one) throw new Error(`nothing is planted for ${name}`);
    expect(await cruiseTree(plant(one))).toContain(name);
  });
  it('an allowed import is not reported', async () =>
    expect(await cruiseTree(plant({ from: 'src/main/flow/a.ts', to: 'src/main/journal/index.ts' }))).toEqual([]));
});
