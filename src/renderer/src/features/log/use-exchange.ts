import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Arrivals, Exchange, ExchangeSummary } from '../../../../shared/contract/index.ts';
import { quote } from '../../../../shared/kit/filter/index.ts';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { partnerOf } from './partner.ts';

interface Answer<T> {
  readonly id: string;
  readonly value: T | null;
  readonly failure: CallFailure | null;
}

/**
 * The answer to one call about the thing named `id`, asked again when `id` or `version` changes; the latest wins. An empty id asks
 * nothing. The answer about another id is never given out; an older version of this one is, until the new one is there.
 */
export const useAnswer = <T>(
  id: string,
  ask: (id: string, version: string) => Promise<T>,
  version = '',
): Omit<Answer<T>, 'id'> => {
  const [answer, setAnswer] = useState<Answer<T>>({ id: '', value: null, failure: null });
  const askNow = useEffectEvent(ask);
  useEffect(() => {
    if (id === '') return undefined;
    let isCurrent = true;
    askNow(id, version).then(
      (value) => isCurrent && setAnswer({ id, value, failure: null }),
      (error: unknown) => isCurrent && setAnswer({ id, value: null, failure: asCallFailure(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [id, version]);
  return answer.id === id ? answer : { value: null, failure: null };
};

/** One exchange with all that belongs to it. */
export interface ExchangeView {
  /** The row of the log; null while an exchange that is not among the loaded ones is under way. */
  readonly summary: ExchangeSummary | null;
  readonly exchange: Exchange | null;
  readonly failure: CallFailure | null;
  /** The other half of a send to a gateway of this machine. */
  readonly partner: Exchange | null;
  /** The half that we sent and the half that was captured; either may be the exchange itself. */
  readonly sent: Exchange | null;
  readonly captured: Exchange | null;
  readonly arrivals: Arrivals | null;
}

/** What changes on the phones because of these exchanges: arrivals come a moment after their exchange, taps whenever somebody taps. */
const usePhoneChanges = (exchangeId: string): string => {
  const phones = useFrom('phones', (state) => state.phones);
  const taps = useFrom('phones', (state) => state.taps);
  return useMemo(() => {
    if (exchangeId === '') return '';
    const notifications = Object.values(phones)
      .flatMap((phone) => phone.notifications)
      .filter((one) => one.exchangeId === exchangeId);
    const tapped = Object.values(taps).filter((one) => one.exchangeId === exchangeId);
    return [...notifications, ...tapped].map((one) => one.id).join(' ');
  }, [phones, taps, exchangeId]);
};

const noExchanges: readonly ExchangeSummary[] = [];

/** Everything about the exchange with this id; nothing for an empty id. */
export const useExchange = (id: string): ExchangeView => {
  const { client } = useStores();
  const items = useFrom('exchanges', (state) => (id === '' ? noExchanges : state.items));
  const own = useAnswer(id, () => client.exchanges.get({ id }));
  const listed = useMemo(() => items.find((one) => one.id === id) ?? null, [items, id]);
  const summary = listed ?? own.value;
  const near = useMemo(() => (summary ? (partnerOf(summary, items)?.id ?? '') : ''), [summary, items]);
  // Older ones are not among those at hand.
  const messageId = near === '' ? (summary?.messageId ?? '') : '';
  const related = useAnswer(messageId, () =>
    client.exchanges.list({ limit: 100, filter: `message:${quote(messageId)}` }),
  ).value;
  const partnerId = near === '' && summary && related ? (partnerOf(summary, related.items)?.id ?? '') : near;
  const partner = useAnswer(partnerId, () => client.exchanges.get({ id: partnerId })).value;
  const exchange = own.value;
  const halves = [exchange, partner];
  const captured = halves.find((one) => one?.origin === 'captured') ?? null;
  const sent = halves.find((one) => one?.origin === 'sent') ?? null;
  // What somebody shared brings along what came of it.
  const arrived = captured ?? (exchange?.origin === 'imported' ? exchange : null);
  const capturedId = arrived?.kind === 'push' ? arrived.id : '';
  const changes = usePhoneChanges(capturedId);
  const arrivals = useAnswer(capturedId, () => client.exchanges.arrivals({ id: capturedId }), changes).value;
  return { summary, exchange, failure: own.failure, partner, sent, captured, arrivals };
};
