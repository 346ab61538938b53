import type { ExchangeSummary } from '../../../../shared/contract/index.ts';

/**
 * The other half of a send to a gateway of this machine: it was logged once as sent and once as captured, under one message. Null when
 * there is none among these exchanges.
 */
export const partnerOf = (exchange: ExchangeSummary, items: readonly ExchangeSummary[]): ExchangeSummary | null => {
  const { messageId, origin, vendor, kind } = exchange;
  if (messageId === null || origin === 'imported') return null;
  const other = origin === 'sent' ? 'captured' : 'sent';
  const token = exchange.targets[0]?.token;
  return (
    items.find(
      (one) =>
        one.messageId === messageId &&
        one.origin === other &&
        one.vendor === vendor &&
        one.kind === kind &&
        one.targets[0]?.token === token,
    ) ?? null
  );
};
