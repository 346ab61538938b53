import { AppError } from '../../../shared/contract/errors.ts';
import type { Destination } from '../../../shared/contract/index.ts';
import { isLoopback } from '../../outbound/index.ts';
import type { Parts } from '../parts.ts';

/** What is sent once more, and whether the person lets it leave the machine. */
export interface Again {
  readonly exchangeId?: string | undefined;
  readonly outside?: boolean | undefined;
  readonly destination: Destination;
}

/**
 * Somebody else's push is not sent to their users by accident: what was imported goes to gateways of this machine only. AppError
 * `send.imported-local-only`, `exchange.not-found`.
 */
export const keepImportedHere = async ({ journal }: Pick<Parts, 'journal'>, again: Again): Promise<void> => {
  const { exchangeId, outside, destination } = again;
  if (exchangeId === undefined || outside === true || destination.kind === 'local') return;
  if (destination.kind === 'custom' && isLoopback(new URL(destination.origin).hostname)) return;
  const { origin } = await journal.get(exchangeId);
  if (origin === 'imported') throw new AppError('send.imported-local-only', { exchangeId });
};
