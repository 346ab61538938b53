import { useState } from 'react';
import type { Exchange, SendInput } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useStores } from '../../../stores/index.ts';

export interface OneSend {
  /** What came of the last one; null: none was sent. */
  readonly exchange: Exchange | null;
  readonly isBusy: boolean;
  readonly failure: CallFailure | null;
  readonly send: (input: SendInput) => void;
}

/** One push whose answer is waited for. */
export const useOneSend = (): OneSend => {
  const { client } = useStores();
  const [exchange, setExchange] = useState<Exchange | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const run = async (input: SendInput) => {
    setBusy(true);
    setFailure(null);
    setExchange(null);
    try {
      const { results } = await client.sends.create(input);
      const [result] = results;
      if (result?.exchange) setExchange(await client.exchanges.get({ id: result.exchange.id }));
      else setFailure(result?.problem ?? null);
    } catch (error) {
      setFailure(asCallFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return { exchange, isBusy, failure, send: (input) => void run(input) };
};
