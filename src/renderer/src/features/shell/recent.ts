/** Where it is kept between two starts; localStorage has this shape. */
export interface RecentStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}
const storageKey = 'pushscope.palette';
const most = 5;

/** Ids of the rows of the palette used last, newest first. Whatever else is stored there is no obstacle. */
export const readRecent = (storage: RecentStorage): readonly string[] => {
  try {
    const value: unknown = JSON.parse(storage.getItem(storageKey) ?? '[]');
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
};

/** Puts one in front; the oldest goes when there are more than five. */
export const rememberRecent = (storage: RecentStorage, id: string): void =>
  storage.setItem(storageKey, JSON.stringify([id, ...readRecent(storage).filter((one) => one !== id)].slice(0, most)));
