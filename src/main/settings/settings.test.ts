import { describe, expect, it, onTestFinished } from 'vitest';
import { tempFolder } from '../../../tests/support/folders.ts';
import { EventHub } from '../kit/hub.ts';
import { openStore } from '../store/index.ts';
import { SettingsBook } from './index.ts';

const workerUrl = new URL('../store/worker.ts', import.meta.url);

const open = async (folder = tempFolder()) => {
  const store = await openStore({ folder, workerUrl, nowMs: Date.UTC(2026, 10, 21, 9, 41) });
  onTestFinished(() => store.close().catch(() => undefined));
  const book = new SettingsBook(store, new EventHub(), () => null);
  await book.load();
  return { folder, store, book };
};

describe('settings', () => {
  it('that are changed twice at once are both kept', async () => {
    const { folder, store, book } = await open();
    await Promise.all([book.update({ survivePowerLoss: true }), book.update({ locale: 'ja' })]);
    expect(book.current).toMatchObject({ survivePowerLoss: true, locale: 'ja' });
    await store.close();
    expect((await open(folder)).book.current).toMatchObject({ survivePowerLoss: true, locale: 'ja' });
  });
  it('that cannot be stored are as before', async () => {
    const { store, book } = await open();
    const before = book.current;
    await store.close();
    await expect(book.update({ survivePowerLoss: !before.survivePowerLoss })).rejects.toBeInstanceOf(Error);
    expect(book.current).toEqual(before);
  });
});
