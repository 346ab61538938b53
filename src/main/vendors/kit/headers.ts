import type { HeaderList } from '../../../shared/contract/index.ts';

/** Value of the first header of this name, whatever its case; undefined when it is not there. */
export const headerOf = (headers: HeaderList, name: string): string | undefined => {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
};
