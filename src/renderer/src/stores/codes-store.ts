import { createStore } from 'zustand/vanilla';
import type { Client, ImCode, VendorCode } from '../../../shared/contract/index.ts';

export interface CodesState {
  /** Every code of every vendor; null until somebody asked for them. */
  readonly codes: readonly VendorCode[] | null;
  /** Those of the IM backend and its SDK; null as long. */
  readonly im: readonly ImCode[] | null;
}

/** The error tables of the vendors. They do not change while Pushscope runs, so they are fetched once, when first needed. */
export const createCodesStore = (client: Client) => {
  const store = createStore<CodesState>(() => ({ codes: null, im: null }));
  let asked: Promise<void> | null = null;
  return {
    ...store,
    /** Fetches the tables; throws what the call throws, and asks again the next time. */
    load: (): Promise<void> => {
      asked ??= Promise.all([client.codes.list({}), client.codes.im()]).then(
        ([codes, im]) => store.setState({ codes, im }),
        (error: unknown) => {
          asked = null;
          throw error;
        },
      );
      return asked;
    },
  };
};
