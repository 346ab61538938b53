import { useStores } from '../../../stores/index.ts';
import type { Entries } from './world.ts';

/** The entries of the workspace as they are when it is called. */
export const useEntries = (): (() => Entries) => {
  const { workspace } = useStores();
  return () => workspace.getState();
};
