import type { HeaderList } from '../../../shared/contract/index.ts';

/** Value of the first header of this name, whatever its case; undefined when it is not there. */
export const headerOf = (headers: HeaderList, name: string): string | undefined => {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
};

/** How many headers of this name there are. */
export const countHeader = (headers: HeaderList, name: string): number => {
  const wanted = name.toLowerCase();
  return headers.filter(([key]) => key.toLowerCase() === wanted).length;
};
