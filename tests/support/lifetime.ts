import { beforeAll, onTestFinished } from 'vitest';

type End = () => unknown;

/** The ends of what a group of tests shares, while that is being opened. */
let shared: End[] | null = null;

/** Has something ended with the test that opened it, or with the last of the tests that share it. The newest ends first. */
export const whenOver = (end: End): void => {
  if (shared) shared.push(end);
  else onTestFinished(async () => void (await end()));
};

/** Opens something once for all tests of a file or a `describe`; for tests that change nothing in it. Returns how a test gets it. */
export const openForAll = <T>(open: () => Promise<T>): (() => T) => {
  const opened: T[] = [];
  beforeAll(async () => {
    const ends: End[] = [];
    shared = ends;
    try {
      opened.push(await open());
    } finally {
      shared = null;
    }
    return async () => {
      // oxlint-disable-next-line no-await-in-loop -- a folder goes after what lives in it
      for (const end of ends.toReversed()) await end();
    };
  });
  return () => {
    const [it] = opened;
    if (it === undefined) throw new Error('asked for before the tests began');
    return it;
  };
};
