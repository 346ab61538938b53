import type { Gateway } from '../../../../shared/contract/index.ts';
import type { Tone } from '../../ui/marks.tsx';

/** What a gateway is doing, as a tone and the id of its word. A moved port works, and is worth a look; faults even more. */
export const gatewayState = ({
  state,
  moved,
  faults,
}: Pick<Gateway, 'state' | 'moved' | 'faults'>): { tone: Tone; id: string } => {
  switch (state) {
    case 'listening':
      if (faults.length > 0) return { tone: 'warning', id: 'gateways.state.faults' };
      return moved
        ? { tone: 'warning', id: 'gateways.state.moved' }
        : { tone: 'accepted', id: 'gateways.state.listening' };
    case 'failed':
      return { tone: 'rejected', id: 'gateways.state.failed' };
    default:
      return { tone: 'imported', id: 'gateways.state.stopped' };
  }
};

/** One line on why a gateway is not where one looks for it; null: it is. */
export const gatewayNote = (
  {
    state,
    moved,
    port,
    defaultPort,
    failure,
    faults,
  }: Pick<Gateway, 'state' | 'moved' | 'port' | 'defaultPort' | 'failure' | 'faults'>,
  vendor: string,
): { id: string; params: Record<string, string | number> } | null => {
  if (state === 'failed') return { id: 'gateways.note.failed', params: { vendor, failure: failure ?? '' } };
  if (state === 'stopped') return { id: 'gateways.note.stopped', params: { vendor } };
  if (faults.length > 0) return { id: 'gateways.note.faults', params: { vendor, count: faults.length } };
  return moved ? { id: 'gateways.note.moved', params: { vendor, port, defaultPort } } : null;
};

/** What it speaks, short: `HTTP/2 over TLS`, `HTTP/2 or 1.1, TLS or plain`. Parts are protocol names, so they are in no catalogue. */
export const spokenProtocols = (
  speaks: Gateway['speaks'],
): { readonly http: string; readonly isPlainToo: boolean } => ({
  http: speaks.filter((one) => one === 'HTTP/2' || one === 'HTTP/1.1').join(', '),
  isPlainToo: speaks.includes('plain'),
});
