import type { TapMatrixInput, TapMatrixRow } from '../../shared/contract/index.ts';
import { decideFor, recipients, targetOf } from './preview.ts';
import type { Parts } from './parts.ts';
import { fillFor } from './variables.ts';
import { AppError } from '../../shared/contract/errors.ts';

type Needs = Pick<Parts, 'workspace' | 'credentials' | 'vendor' | 'now' | 'switches' | 'variables' | 'phones'>;

/** Why nothing goes out: the words of the gate that decided. */
const stoppedBy = ({ pushed, gates, decidingGateId }: ReturnType<typeof decideFor>): TapMatrixRow['stoppedBy'] =>
  pushed ? null : (gates.find((gate) => gate.id === decidingGateId)?.phrase ?? null);

const messageRows = (parts: Needs, input: Extract<TapMatrixInput, { kind: 'message' }>): TapMatrixRow[] =>
  recipients(parts, input.message).map((recipient) => {
    const { device, account } = recipient;
    const { message } = fillFor(parts, input.message, recipient, input.variables);
    const decision = decideFor(parts, message, recipient);
    const vendor = parts.vendor(device.vendor);
    const draft =
      vendor && decision.intent
        ? vendor.payload.fromIntent(decision.intent, targetOf(parts, recipient), parts.now())
        : null;
    return {
      deviceId: device.id,
      userId: account.userId,
      vendor: device.vendor,
      pushed: decision.pushed,
      stoppedBy: stoppedBy(decision),
      taps: draft ? parts.phones.tapsOf(device.vendor, draft, device) : [],
    };
  });

const draftRows = (parts: Needs, { vendor, draft }: Extract<TapMatrixInput, { kind: 'draft' }>): TapMatrixRow[] => {
  if (!parts.vendor(vendor)) throw new AppError('gateway.not-found', { vendor });
  return parts.workspace.devices
    .all()
    .filter((device) => device.vendor === vendor)
    .map((device) => ({
      deviceId: device.id,
      userId: device.userId,
      vendor,
      pushed: true,
      stoppedBy: null,
      taps: parts.phones.tapsOf(vendor, draft, device),
    }));
};

/** What a tap does on every device of a message, in each state of the app. AppError `compose.…` as the preview throws it. */
export const tapMatrix = (parts: Needs, input: TapMatrixInput): { rows: TapMatrixRow[]; tookMs: number } => {
  const started = performance.now();
  const rows = input.kind === 'message' ? messageRows(parts, input) : draftRows(parts, input);
  return { rows, tookMs: performance.now() - started };
};
