import { useSyncExternalStore } from 'react';
import { createKnownPictures, isPictureData } from './known-pictures.ts';

/** The window's own pictures: one set for all phones. */
export const knownPictures = createKnownPictures(localStorage);

/** What can be drawn for the address of a picture: a `data:` address, or null where nothing is known of it. */
export const usePicture = (url: string): string | null => {
  const known = useSyncExternalStore(knownPictures.subscribe, knownPictures.get);
  return isPictureData(url) ? url : (known[url] ?? null);
};
