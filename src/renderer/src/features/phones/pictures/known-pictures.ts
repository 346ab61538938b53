/**
 * Pictures that somebody chose to stand for an address of a push. Nothing is fetched: a picture is drawn where the push carries it
 * (`data:`) or where its file was chosen here. Kept in the browser, made small, so that a restart still draws them.
 */

/** Where they are kept between two starts; localStorage has this shape. */
export interface PictureStorage {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}
type Known = Readonly<Record<string, string>>;

const storageKey = 'phones.pictures';
/** The oldest goes first; each is below about 200 kB. */
const mostKept = 12;

const readKept = (storage: PictureStorage): Known => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? '{}');
    if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
    const entries = Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return Object.fromEntries(entries.filter(([, picture]) => isPictureData(picture)));
  } catch {
    return {};
  }
};

/** True for a picture that stands in the address itself. SVG is left out: no phone takes it. */
export const isPictureData = (url: string): boolean => /^data:image\/(png|jpe?g|gif|webp|bmp|avif)[;,]/i.test(url);

/** The pictures by address, and who wants to hear when they change. */
export const createKnownPictures = (storage: PictureStorage) => {
  let known = readKept(storage);
  const listeners = new Set<() => void>();
  const change = (next: Known) => {
    known = next;
    try {
      storage.setItem(storageKey, JSON.stringify(next));
    } catch {
      // The browser keeps no more: the pictures last until the window is closed.
    }
    for (const listener of listeners) listener();
  };
  return {
    get: () => known,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set: (url: string, picture: string) => {
      const { [url]: _before, ...others } = known;
      change(Object.fromEntries([...Object.entries(others).slice(1 - mostKept), [url, picture]]));
    },
    forget: (url: string) => {
      const { [url]: _gone, ...others } = known;
      change(others);
    },
  };
};
