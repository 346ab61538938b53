import { useState } from 'react';
import type { Device, ExchangeSummary, Gateway } from '../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { exampleFor } from '../../ui/example-payload.ts';

export type TestResult =
  | { readonly kind: 'answered'; readonly exchange: ExchangeSummary; readonly device: Device }
  | { readonly kind: 'failed'; readonly failure: CallFailure };

export interface TestPush {
  /** The phone it goes to: the first one with a token of this vendor. */
  readonly device: Device | undefined;
  readonly canSend: boolean;
  readonly isBusy: boolean;
  readonly result: TestResult | null;
  readonly send: () => void;
}

/** A real request through the real way in: the vendor's example payload to a simulated phone, by way of this gateway. */
export const useTestPush = (gateway: Gateway): TestPush => {
  const { client } = useStores();
  const { vendor } = gateway;
  const device = useFrom('workspace', (state) =>
    state.devices.find((one) => one.vendor === vendor && one.token !== null),
  );
  const info = useFrom('settings', (state) => state.vendors.find((one) => one.id === vendor));
  const apps = useFrom('workspace', (state) => state.apps);
  const payload = info && device ? exampleFor(info, device, apps) : undefined;
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<TestResult | null>(null);

  const send = () => {
    if (!device || payload === undefined) return;
    setBusy(true);
    setResult(null);
    client.sends
      .create({ kind: 'raw', vendor, payload, destination: { kind: 'local' }, deviceId: device.id })
      .then(({ results: [first] }): TestResult => {
        if (first?.exchange) return { kind: 'answered', exchange: first.exchange, device };
        const problem = first?.problem ?? { code: 'api.internal', message: '', details: {} };
        return { kind: 'failed', failure: problem };
      })
      .catch((error: unknown): TestResult => ({ kind: 'failed', failure: asCallFailure(error) }))
      .then((next) => {
        setResult(next);
        setBusy(false);
      })
      .catch(() => undefined);
  };
  return {
    device,
    canSend: device !== undefined && payload !== undefined && gateway.state === 'listening',
    isBusy,
    result,
    send,
  };
};
