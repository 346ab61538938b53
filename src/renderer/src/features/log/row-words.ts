import type { Device, ExchangeSummary } from '../../../../shared/contract/index.ts';
import type { Words } from '../../i18n/index.ts';
import { outcomeWords, targetWords } from '../../ui/exchange-words.ts';
import { byteCount, clockOrDay, duration } from '../../ui/format.ts';

/** One row in words: each cell, and the sentence a screen reader says for the whole. */
export interface RowWords {
  readonly time: string;
  readonly vendor: string;
  readonly outcome: string;
  /** Empty: nobody is named. */
  readonly to: string;
  /** The words that lead: the title, the body where there is none, or what kind of request it is. */
  readonly lead: string;
  /** What follows the lead; empty when nothing does. */
  readonly text: string;
  /** `lead` stands for words the push does not have. */
  readonly isWordless: boolean;
  readonly spoken: string;
}

/**
 * Words that look up each sentence without holes once. A list says the same few sentences for every row, and finding one costs more
 * than a row may while somebody scrolls. Make one when the language changes.
 */
export const rememberWords = (words: Words): Words => {
  const known = new Map<string, string>();
  return {
    ...words,
    t: (id, params) => {
      if (params !== undefined) return words.t(id, params);
      let text = known.get(id);
      if (text === undefined) known.set(id, (text = words.t(id)));
      return text;
    },
  };
};

interface About {
  readonly words: Pick<Words, 't' | 'has' | 'locale'>;
  readonly devices: readonly Pick<Device, 'id' | 'name'>[];
  readonly vendorName: string;
  readonly nowMs: number;
}

const leadOf = ({ kind, title, body }: ExchangeSummary, t: Words['t']) => {
  if (kind === 'auth') return { lead: t('log.row.auth'), text: '', isWordless: true };
  if (title !== '') return { lead: title, text: body, isWordless: false };
  return body === ''
    ? { lead: t('log.row.silent'), text: '', isWordless: true }
    : { lead: body, text: '', isWordless: false };
};

/** The words of a row. Pure; `nowMs` decides whether the day is said. */
export const rowWords = (exchange: ExchangeSummary, { words, devices, vendorName, nowMs }: About): RowWords => {
  const { t, locale } = words;
  const time = clockOrDay(exchange.atMs, nowMs);
  const outcome = outcomeWords(exchange, words);
  const to = targetWords(exchange, devices, words);
  const { lead, text, isWordless } = leadOf(exchange, t);
  const spoken = [
    time,
    t(`origin.${exchange.origin}`),
    vendorName,
    outcome === t(`outcome.${exchange.outcome}`) ? outcome : `${t(`outcome.${exchange.outcome}`)}: ${outcome}`,
    to === '' ? '' : t('log.row.to', { to }),
    lead,
    text,
    exchange.status === null ? '' : t('log.row.status', { status: exchange.status }),
    exchange.tookMs === null ? '' : duration(exchange.tookMs, locale),
    byteCount(exchange.requestBytes, locale),
  ];
  return {
    time,
    vendor: vendorName,
    outcome,
    to,
    lead,
    text,
    isWordless,
    spoken: spoken.filter((part) => part !== '').join(t('log.row.join')),
  };
};
