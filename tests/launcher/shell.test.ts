/** The headless shell as a process: its flags, its one line, its errors, its end. */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { tempFolder } from '../support/folders.ts';
import { runShell } from '../support/shell.ts';
import { vendorIds } from '../../src/shared/contract/common.ts';

/** As on a new machine. */
const dataDir = (): string => path.join(tempFolder(), 'data');
/** As a first start left it, which spares the keys of another one. */
const usedDir = (): string => {
  const folder = dataDir();
  cpSync(inject('preparedFolder'), folder, { recursive: true });
  return folder;
};
const start = (folder: string, ...more: string[]) => runShell(['--json', '--port', '0', '--data', folder, ...more]);
/** Refused: exit code 2, one line on stderr, nothing on stdout. */
const expectRefusal = async (args: readonly string[], words: RegExp, env: Record<string, string> = {}) => {
  const shell = runShell(args, env);
  expect(await shell.ended).toBe(2);
  const { stdout, stderr } = shell.output();
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(words);
};

describe('--json', () => {
  it('prints one line with everything a script needs', async () => {
    const folder = dataDir();
    const shell = start(folder);
    const line = await shell.ready;
    expect(Object.keys(line).toSorted()).toEqual(['apiUrl', 'dataDir', 'gateways', 'token', 'url', 'version']);
    expect(line.apiUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api$/);
    expect(line.url).toContain(`#token=${line.token}`);
    expect(line.dataDir).toBe(folder);
    expect(Object.keys(line.gateways)).toEqual([...vendorIds]);
    expect(readFileSync(line.gateways['apns']?.caPath ?? '', 'utf8')).toContain('BEGIN CERTIFICATE');
    const answer = await fetch(`${line.apiUrl}/v1/health`, { headers: { authorization: `Bearer ${line.token}` } });
    expect(answer.status).toBe(200);
    expect(shell.output().stdout.trim().split('\n')).toHaveLength(1);
  });
  it('--empty begins without the demo workspace', async () => {
    const { apiUrl, token } = await start(dataDir(), '--empty').ready;
    const answer = await fetch(`${apiUrl}/v1/workspace`, { headers: { authorization: `Bearer ${token}` } });
    expect(await answer.json()).toMatchObject({ apps: [], accounts: [], devices: [], rules: [] });
  });
  it('without it, the first start has the demo workspace and later ones do not bring it back', async () => {
    const folder = dataDir();
    const ask = async (apiUrl: string, token: string, where: string, method = 'GET') =>
      (
        await fetch(`${apiUrl}/v1${where}`, { method, headers: { authorization: `Bearer ${token}` } })
      ).json() as Promise<{ rules?: { id: string }[] }>;
    const first = start(folder);
    const one = await first.ready;
    const { rules = [] } = await ask(one.apiUrl, one.token, '/workspace');
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) await ask(one.apiUrl, one.token, `/rules/${rule.id}`, 'DELETE');
    first.child.kill('SIGTERM');
    await first.ended;
    const two = await start(folder).ready;
    expect((await ask(two.apiUrl, two.token, '/workspace')).rules).toEqual([]);
  });
  it('the token is a new one at each start', async () => {
    const [one, two] = await Promise.all([start(usedDir()).ready, start(usedDir()).ready]);
    expect(one.token).not.toBe(two.token);
    expect(one.token.length).toBeGreaterThanOrEqual(32);
  });
});

describe('--presets', () => {
  it('makes the folder, reads and writes presets there, and goes before the settings', async () => {
    const folder = path.join(tempFolder(), 'repository', 'presets');
    const { apiUrl, token } = await start(dataDir(), '--presets', folder).ready;
    const ask = async (where: string, method = 'GET', body?: unknown) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(`${apiUrl}/v1${where}`, { method, headers, ...sent });
      return (await answer.json()) as {
        folder?: string;
        chosenBy?: string;
        entries?: { source: string; file: string | null }[];
      };
    };
    await ask('/settings', 'PATCH', { presetsFolder: tempFolder() });
    const message = {
      from: 'denny',
      conversation: { kind: 'c2c', to: 'vinson' },
      elements: [{ kind: 'text', text: 'Lunch?' }],
    };
    await ask('/presets', 'POST', { content: { kind: 'preset', name: 'Lunch', message } });
    expect(existsSync(path.join(folder, 'lunch.json'))).toBe(true);
    writeFileSync(path.join(folder, 'pulled.json'), readFileSync(path.join(folder, 'lunch.json')));
    const { entries, ...library } = await ask('/presets');
    expect(library).toMatchObject({ folder, chosenBy: 'flag', problem: null, broken: [] });
    expect(entries?.flatMap(({ source, file }) => (source === 'own' ? file : []))).toEqual([
      'lunch.json',
      'pulled.json',
    ]);
  });
});

describe('the end', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s stops it cleanly', async (signal) => {
    const shell = start(usedDir());
    await shell.ready;
    shell.child.kill(signal);
    expect(await shell.ended).toBe(0);
    expect(shell.output().stderr).toBe('');
  });
  it('follows when the launcher is gone', async () => {
    const shell = start(usedDir());
    await shell.ready;
    shell.child.disconnect();
    expect(await shell.ended).toBe(0);
  });
});

describe('--help and --version', () => {
  it('answer on stdout and end', async () => {
    const help = runShell(['--help']);
    expect(await help.ended).toBe(0);
    for (const flag of [
      '--headless',
      '--no-open',
      '--port',
      '--data',
      '--presets',
      '--empty',
      '--gateway-listen',
      '--json',
      '--version',
    ])
      expect(help.output().stdout).toContain(flag);
    const version = runShell(['--version']);
    expect(await version.ended).toBe(0);
    expect(version.output().stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('refusals', () => {
  it('an unknown flag', () => expectRefusal(['--colour'], /--colour.*--help/));
  it('a word that is no flag', () => expectRefusal(['now'], /now/));
  it.each(['x', '-1', '65536', '1.5', ''])('--port %j', (port) =>
    expectRefusal([`--port=${port}`], /--port takes a number/),
  );
  it.each(['', 'x', 'localhost', '1.2.3', '1.2.3.4:80', 'fe80::1%eth0'])('--gateway-listen %j', (address) =>
    expectRefusal([`--gateway-listen=${address}`], /--gateway-listen takes an IP address/),
  );
  it('an address that this machine does not have', () =>
    expectRefusal(
      ['--json', '--port', '0', '--data', usedDir(), '--gateway-listen', '192.0.2.7'],
      /does not have the address 192\.0\.2\.7/,
    ));
  it.each(['data', 'presets'])('--%s without a folder', (name) =>
    expectRefusal([`--${name}=`], new RegExp(`--${name} takes the path of a folder`)),
  );
  it('--presets with a file instead of a folder', async () => {
    const file = path.join(tempFolder(), 'presets.json');
    writeFileSync(file, '');
    await expectRefusal(
      ['--json', '--port', '0', '--data', dataDir(), '--presets', file],
      /presets\.json cannot be made or read.*--presets DIR/,
    );
  });
  it('a port that is taken', async () => {
    const server = net.createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    await expectRefusal(['--json', '--port', String(port), '--data', usedDir()], new RegExp(`Port ${port} is taken`));
  });
  it('a data folder with somebody else’s files', async () => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'thesis.doc'), '');
    await expectRefusal(['--json', '--port', '0', '--data', folder], /thesis\.doc.*--data/);
  });
  it('a data folder that is a file', async () => {
    const file = path.join(tempFolder(), 'file');
    writeFileSync(file, '');
    await expectRefusal(['--json', '--port', '0', '--data', file], /cannot be written to as a folder.*a file/);
  });
  it.runIf(process.platform === 'linux')('a data folder where none can be made (only Linux has /proc)', () =>
    expectRefusal(['--json', '--port', '0', '--data', '/proc/pushscope/data'], /cannot be written to/),
  );
  it.skipIf(process.getuid?.() === 0)(
    'a data folder without the right to write (skipped for root, who may write anywhere)',
    async () => {
      const folder = path.join(tempFolder(), 'locked');
      mkdirSync(folder);
      chmodSync(folder, 0o500);
      await expectRefusal(['--json', '--port', '0', '--data', folder], /cannot be written to/);
    },
  );
  it('a data folder that another Pushscope uses', async () => {
    const folder = usedDir();
    const shell = start(folder);
    await shell.ready;
    await expectRefusal(['--json', '--port', '0', '--data', folder], /Another Pushscope uses/);
  });
});

describe('secrets', () => {
  it('by default a key file only its owner can read', async () => {
    const folder = dataDir();
    await start(folder).ready;
    expect(statSync(path.join(folder, 'secrets.key')).mode & 0o777).toBe(0o600);
  });
  // The shell starts four times.
  it(
    'a passphrase seals instead, a wrong or missing one opens nothing and changes nothing',
    { timeout: 60_000 },
    async () => {
      const folder = dataDir();
      const withPhrase = (phrase: string) => ({ PUSHSCOPE_PASSPHRASE: phrase });
      const args = ['--json', '--port', '0', '--data', folder];
      const first = runShell(args, withPhrase('correct horse'));
      const line = await first.ready;
      const health = await fetch(`${line.apiUrl}/v1/health`, { headers: { authorization: `Bearer ${line.token}` } });
      expect(await health.json()).toMatchObject({ sealer: 'passphrase' });
      first.child.kill('SIGTERM');
      await first.ended;
      expect(existsSync(path.join(folder, 'secrets.key'))).toBe(false);
      await expectRefusal(args, /passphrase/i, withPhrase('wrong'));
      await expectRefusal(args, /PUSHSCOPE_PASSPHRASE/);
      const again = await runShell(args, withPhrase('correct horse')).ready;
      const credentials = await fetch(`${again.apiUrl}/v1/credentials`, {
        headers: { authorization: `Bearer ${again.token}` },
      });
      const locked = ((await credentials.json()) as { locked: boolean }[]).map((one) => one.locked);
      expect(locked).toEqual(Array.from({ length: 9 }, () => false));
    },
  );
});
