/** A disk without room: the gateway says «later», the window says why, and all is well again once there is room. */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectApns, pushOnce } from '../support/apns-client.ts';
import { tempFolder } from '../support/folders.ts';
import { makeApnsKey } from '../support/pki.ts';
import { providerToken } from '../support/provider-token.ts';
import { runShell, type ReadyLine } from '../support/shell.ts';

const megabyte = 1024 * 1024;

/** A file system of eight megabytes in memory; null where this user may not mount one. */
const smallDisk = (): string | null => {
  const folder = tempFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'pushscope-test', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
};
/** Takes all the room there is. */
const fill = (folder: string): string => {
  const file = path.join(folder, '.ballast');
  for (let size = 8 * megabyte; size >= 1024; size /= 2) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // No room for a piece of this size; a smaller one may fit.
    }
  }
  return file;
};
const health = async ({ apiUrl, token }: ReadyLine) => {
  const answer = await fetch(`${apiUrl}/v1/health`, { headers: { authorization: `Bearer ${token}` } });
  return (await answer.json()) as { exchanges: number; notices: { id: string; phrase: { id: string } }[] };
};

describe('a full disk', () => {
  it('refuses pushes in the vendor’s words, says so, loses nothing, and recovers', async ({ skip }) => {
    const disk = smallDisk();
    if (disk === null) {
      skip('only root can mount a small disk');
      return;
    }
    const shell = runShell(['--json', '--port', '0', '--data', disk]);
    onTestFinished(async () => {
      shell.child.kill('SIGTERM');
      await shell.ended;
    });
    const ready = await shell.ready;
    const { origin = '', caPath = '' } = ready.gateways['apns'] ?? {};
    const session = await connectApns(origin, readFileSync(caPath, 'utf8'));
    onTestFinished(() => session.destroy());
    const authorization = `bearer ${providerToken(makeApnsKey())}`;
    const push = () =>
      pushOnce(
        session,
        { ':path': `/3/device/${'ab'.repeat(32)}`, authorization, 'apns-topic': 'com.example.im' },
        JSON.stringify({ aps: { alert: 'x'.repeat(3000) } }),
      );
    let accepted = 0;
    const until = async (status: number): Promise<void> => {
      for (let count = 0; count < 3000; count += 1) {
        const answer = await push();
        if (answer.status === 200) accepted += 1;
        if (answer.status === status) return;
        expect(answer.status).not.toBeNull();
      }
      throw new Error(`no answer with ${status}`);
    };
    await until(200);
    expect((await health(ready)).notices.map((one) => one.id)).not.toContain('not-stored');

    const ballast = fill(disk);
    await until(503);
    expect((await push()).status).toBe(503);
    const ill = await health(ready);
    expect(ill.notices.find((one) => one.id === 'not-stored')?.phrase.id).toBe('notice.disk-full');
    expect(ill.exchanges).toBe(accepted);

    rmSync(ballast);
    await until(200);
    const well = await health(ready);
    expect(well.notices.map((one) => one.id)).not.toContain('not-stored');
    expect(well.exchanges).toBe(accepted);
  });
});
