import { describe, expect, it, vi } from 'vitest';
import { createKnownPictures, isPictureData } from './known-pictures.ts';

const picture = 'data:image/png;base64,AA==';
const storageOf = (kept: Record<string, string> = {}) => ({
  getItem: (key: string) => kept[key] ?? null,
  setItem: (key: string, value: string) => {
    kept[key] = value;
  },
});

describe('pictures that stand for an address', () => {
  it('are there after a restart', () => {
    const storage = storageOf();
    createKnownPictures(storage).set('https://a/b.png', picture);
    expect(createKnownPictures(storage).get()).toEqual({ 'https://a/b.png': picture });
  });
  it('are told of and can be forgotten', () => {
    const known = createKnownPictures(storageOf());
    const listener = vi.fn<() => void>();
    const leave = known.subscribe(listener);
    known.set('u', picture);
    known.forget('u');
    leave();
    known.set('u', picture);
    expect(listener).toHaveBeenCalledTimes(2);
  });
  it('give way to newer ones', () => {
    const known = createKnownPictures(storageOf());
    for (let at = 0; at < 14; at += 1) known.set(`u${at}`, picture);
    expect(Object.keys(known.get())).toEqual(Array.from({ length: 12 }, (_, at) => `u${at + 2}`));
  });
  it.each(['{', '[]', '{"u":1}', '{"u":"https://a/b.png"}', '{"u":"data:text/html,x"}'])(
    'are none where %s was kept',
    (kept) => expect(createKnownPictures(storageOf({ 'phones.pictures': kept })).get()).toEqual({}),
  );
  it('last as long as the window where the browser keeps nothing', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    const known = createKnownPictures(full);
    known.set('u', picture);
    expect(known.get()).toEqual({ u: picture });
  });
  it.each([
    [picture, true],
    ['data:image/jpeg,x', true],
    ['data:image/svg+xml,<svg/>', false],
    ['https://a/b.png', false],
    ['', false],
  ])('%s is a picture in itself: %s', (url, is) => expect(isPictureData(url)).toBe(is));
});
