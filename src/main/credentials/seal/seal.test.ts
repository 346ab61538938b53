import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFileSealer } from './key-file.ts';
import { memorySealer } from './memory.ts';
import { passphraseSealer } from './passphrase.ts';
import { createSealerRing } from './ring.ts';
import { safeStorageSealer, type SafeStorage } from './safe-storage.ts';
import type { Sealer } from './sealer.ts';

const plain = Buffer.from('-----BEGIN PRIVATE KEY----- \u79d8\u5bc6');
const fresh = { sealedDataExists: false };
const used = { sealedDataExists: true };
const passphrase = 'correct horse battery staple';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pushscope-seal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const keyPath = () => join(folder, 'keys', 'sealing.key');
const paramsPath = () => join(folder, 'passphrase.json');
const withPassphrase = (over: Partial<Parameters<typeof passphraseSealer>[0]> = {}) =>
  passphraseSealer({ passphrase, paramsPath: paramsPath(), ...fresh, ...over });

/** A system store in appearance only: what comes out is not what went in. */
const fakeStorage = (over: Partial<SafeStorage> = {}): SafeStorage => ({
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(`v10${Buffer.from(text).toString('hex')}`),
  decryptString: (bytes) => {
    if (!bytes.toString().startsWith('v10')) throw new Error('nothing to decrypt');
    return Buffer.from(bytes.toString().slice(3), 'hex').toString();
  },
  ...over,
});
const openSafeStorage = (storage: SafeStorage): Sealer => {
  const result = safeStorageSealer(storage);
  if (!result.ok) throw new Error(result.error.id);
  return result.value;
};

const makers: Readonly<Record<string, () => Promise<Sealer>>> = {
  memory: () => Promise.resolve(memorySealer()),
  'key-file': async () => (await keyFileSealer(keyPath(), fresh)).sealer,
  passphrase: () => withPassphrase(),
  'safe-storage': () => Promise.resolve(openSafeStorage(fakeStorage())),
};

for (const [id, make] of Object.entries(makers)) {
  describe(`sealer ${id}`, () => {
    it('gives back what it got, also nothing, and shows none of it', async () => {
      const sealer = await make();
      expect(sealer.id).toBe(id);
      for (const content of [plain, Buffer.alloc(0), Buffer.alloc(100_000, 7)]) {
        const sealed = await sealer.seal(content);
        expect(Buffer.from(await sealer.unseal(sealed)).equals(content)).toBe(true);
      }
      expect(Buffer.from(await sealer.seal(plain)).includes('PRIVATE KEY')).toBe(false);
    });
  });
}

describe('sealed bytes', () => {
  it('differ every time', async () => {
    const sealer = memorySealer();
    expect(Buffer.from(await sealer.seal(plain)).equals(await sealer.seal(plain))).toBe(false);
  });
  it('open only whole: every changed byte and every cut is noticed', async () => {
    const sealer = memorySealer();
    const sealed = Buffer.from(await sealer.seal(plain));
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      await expect(sealer.unseal(changed)).rejects.toMatchObject({ code: 'secrets.locked' });
      await expect(sealer.unseal(sealed.subarray(0, at))).rejects.toMatchObject({ code: 'secrets.locked' });
    }
  });
  it('open only with their own key', async () => {
    const sealed = await memorySealer().seal(plain);
    await expect(memorySealer().unseal(sealed)).rejects.toMatchObject({ code: 'secrets.locked' });
  });
});

describe('key file', () => {
  it('is made once, for its owner only, and nothing is left beside it', async () => {
    const { sealer, notices } = await keyFileSealer(keyPath(), fresh);
    expect(notices).toEqual([]);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['sealing.key']);
    expect(readFileSync(keyPath())).toHaveLength(32);
    if (process.platform !== 'win32') expect(statSync(keyPath()).mode & 0o777).toBe(0o600);
    const again = await keyFileSealer(keyPath(), used);
    expect(Buffer.from(await again.sealer.unseal(await sealer.seal(plain))).equals(plain)).toBe(true);
  });
  it('is the same for two that start at once', async () => {
    const [one, two] = await Promise.all([keyFileSealer(keyPath(), fresh), keyFileSealer(keyPath(), fresh)]);
    expect(Buffer.from(await two.sealer.unseal(await one.sealer.seal(plain))).equals(plain)).toBe(true);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['sealing.key']);
  });
  it('is not replaced when it is missing and something needs it', async () => {
    await expect(keyFileSealer(keyPath(), used)).rejects.toMatchObject({
      code: 'secrets.locked',
      details: { reason: 'key-file-missing', path: keyPath() },
    });
    expect(existsSync(keyPath())).toBe(false);
  });
  it('is not used when it is damaged', async () => {
    await keyFileSealer(keyPath(), fresh);
    writeFileSync(keyPath(), 'short');
    for (const options of [fresh, used]) {
      await expect(keyFileSealer(keyPath(), options)).rejects.toMatchObject({
        code: 'secrets.locked',
        details: { reason: 'key-file-damaged' },
      });
    }
    expect(readFileSync(keyPath(), 'utf8')).toBe('short');
  });
  it.skipIf(process.platform === 'win32')(
    'that others can read is a notice (modes mean nothing on Windows)',
    async () => {
      await keyFileSealer(keyPath(), fresh);
      chmodSync(keyPath(), 0o644);
      const { notices } = await keyFileSealer(keyPath(), used);
      expect(notices).toEqual([
        {
          id: 'key-file-open',
          severity: 'warning',
          phrase: { id: 'credential.notice.key-file-open', params: { path: keyPath() } },
        },
      ]);
    },
  );
});

describe('passphrase', () => {
  it('opens again in another session', async () => {
    const sealed = await (await withPassphrase()).seal(plain);
    const again = await withPassphrase({ sealedDataExists: true });
    expect(Buffer.from(await again.unseal(sealed)).equals(plain)).toBe(true);
  });
  it('leaves behind how it was derived, and neither itself nor the key', async () => {
    await withPassphrase();
    const text = readFileSync(paramsPath(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ version: 1, kdf: 'scrypt', N: 131_072, r: 8, p: 1 });
    expect(text).not.toContain(passphrase);
    if (process.platform !== 'win32') expect(statSync(paramsPath()).mode & 0o777).toBe(0o600);
  });
  it('wrong or empty is said to be wrong', async () => {
    await withPassphrase();
    for (const wrong of ['correct horse', `${passphrase} `, '']) {
      await expect(withPassphrase({ passphrase: wrong })).rejects.toMatchObject({ code: 'secrets.wrong-passphrase' });
    }
  });
  it('is the same however its letters are composed', async () => {
    await withPassphrase({ passphrase: 'caf\u00e9' });
    await expect(withPassphrase({ passphrase: 'cafe\u0301' })).resolves.toMatchObject({ id: 'passphrase' });
  });
  it('is locked when its parameters are gone and something needs them', async () => {
    await expect(withPassphrase({ sealedDataExists: true })).rejects.toMatchObject({
      code: 'secrets.locked',
      details: { reason: 'passphrase-file-missing' },
    });
    expect(existsSync(paramsPath())).toBe(false);
  });
  const damages: readonly (readonly [name: string, over: unknown])[] = [
    ['is no JSON', null],
    ['wants too much memory', { N: 2 ** 30 }],
    ['has no round N', { N: 100_000 }],
    ['is of another version', { version: 2 }],
    ['has no salt', { saltB64: '' }],
  ];
  for (const [name, over] of damages) {
    it(`is locked when its file ${name}`, async () => {
      await withPassphrase();
      const good: object = JSON.parse(readFileSync(paramsPath(), 'utf8'));
      const text = over === null ? '{"version":' : JSON.stringify({ ...good, ...(over as object) });
      writeFileSync(paramsPath(), text);
      await expect(withPassphrase()).rejects.toMatchObject({
        code: 'secrets.locked',
        details: { reason: 'passphrase-file-damaged' },
      });
      expect(readFileSync(paramsPath(), 'utf8')).toBe(text);
    });
  }
});

describe('safe storage', () => {
  it('is refused where the system has none', () => {
    expect(safeStorageSealer(fakeStorage({ isEncryptionAvailable: () => false }))).toEqual({
      ok: false,
      error: { id: 'credential.notice.safe-storage-unavailable' },
    });
  });
  for (const backend of ['basic_text', 'unknown']) {
    it(`is refused on Linux with ${backend}`, () => {
      expect(safeStorageSealer(fakeStorage({ getSelectedStorageBackend: () => backend }))).toEqual({
        ok: false,
        error: { id: 'credential.notice.safe-storage-plain', params: { backend } },
      });
    });
  }
  it('is taken with a real keyring', () => {
    expect(safeStorageSealer(fakeStorage({ getSelectedStorageBackend: () => 'gnome_libsecret' })).ok).toBe(true);
  });
  it('that cannot decrypt is locked', async () => {
    await expect(openSafeStorage(fakeStorage()).unseal(Buffer.alloc(0))).rejects.toMatchObject({
      code: 'secrets.locked',
    });
  });
});

describe('ring', () => {
  it('seals with the current one and opens with whichever sealed', async () => {
    const memory = memorySealer();
    const { sealer: file } = await keyFileSealer(keyPath(), fresh);
    const before = createSealerRing(memory);
    const after = createSealerRing(file, [memory]);
    const old = await before.seal(plain);
    const young = await after.seal(plain);
    expect([old.sealer, young.sealer, before.current, after.current]).toEqual([
      'memory',
      'key-file',
      'memory',
      'key-file',
    ]);
    for (const sealed of [old, young]) expect(Buffer.from(await after.unseal(sealed)).equals(plain)).toBe(true);
  });
  it('says what it cannot open', async () => {
    const ring = createSealerRing(memorySealer());
    expect(ring.has('memory')).toBe(true);
    expect(ring.has('passphrase')).toBe(false);
    await expect(ring.unseal({ sealer: 'passphrase', bytes: plain })).rejects.toMatchObject({
      code: 'secrets.locked',
      details: { sealer: 'passphrase', reason: 'sealer-absent' },
    });
  });
  it('is locked when the sealer of that name is another one now', async () => {
    const sealed = await createSealerRing(memorySealer()).seal(plain);
    await expect(createSealerRing(memorySealer()).unseal(sealed)).rejects.toMatchObject({ code: 'secrets.locked' });
  });
});
