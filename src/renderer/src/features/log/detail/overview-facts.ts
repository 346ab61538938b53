import type { Credential, Exchange, HeaderList, Locale } from '../../../../../shared/contract/index.ts';
import { cutMiddle } from '../../../../../shared/kit/text.ts';
import type { Words } from '../../../i18n/index.ts';
import { byteCount, dayAndClock } from '../../../ui/format.ts';
import type { Fact } from './facts.tsx';

/** Headers of any HTTP request; what is left belongs to the vendor and says something about the push. */
const general = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'host',
  'proxy-authorization',
  'transfer-encoding',
  'user-agent',
  'x-goog-api-client',
]);

/** The vendor's own headers of a request. */
export const ownHeaders = (headers: HeaderList): HeaderList =>
  headers.filter(([name]) => !general.has(name.toLowerCase()));

interface About {
  readonly credentials: readonly Pick<Credential, 'id' | 'name'>[];
  readonly t: Words['t'];
  readonly locale: Locale;
}

/** An identifier is cut in the middle, where two of them are least likely to differ; it is copied whole. */
const cut = (text: string): string => cutMiddle(text, 10);

/** Protocol as people write it: `HTTP/2, TLS 1.3`. */
const spoken = ({ request, peer }: Exchange): string =>
  [
    request.httpVersion === 'none' ? request.method : `HTTP/${request.httpVersion}`,
    peer?.tlsVersion?.replace('TLSv', 'TLS '),
  ]
    .filter(Boolean)
    .join(', ');

/** Where the request went, under which names, as whom, and how large both ways were. */
export const overviewFacts = (exchange: Exchange, { credentials, t, locale }: About): readonly Fact[] => {
  const { request, response, peer, messageId, vendorMessageId, targets } = exchange;
  const fact = (id: string, value: string | undefined | null, more: Partial<Fact> = {}): Fact[] =>
    value === undefined || value === null || value === '' ? [] : [{ id, label: t(`log.fact.${id}`), value, ...more }];
  const mono = (text: string | undefined | null): Partial<Fact> => ({ mono: true, ...(text ? { copy: text } : {}) });
  const id = (name: string, value: string | null): Fact[] => fact(name, cut(value ?? ''), mono(value));
  const credential = credentials.find((one) => one.id === exchange.credentialId)?.name;
  return [
    ...fact('at', dayAndClock(exchange.atMs), { mono: true }),
    ...fact('host', request.origin, mono(request.origin)),
    ...fact('protocol', spoken(exchange)),
    ...(exchange.origin === 'captured' ? fact('peer', peer?.address, { mono: true }) : []),
    ...fact('certificate', peer?.certificate?.subject),
    ...id('certificateHash', peer?.certificate?.sha256 ?? null),
    ...fact('credential', credential),
    // Several stand in a list of their own, each with what the vendor said of it.
    ...(targets.length === 1 ? id('token', targets[0]?.token ?? null) : []),
    ...ownHeaders(request.headers).map(([name, value], index): Fact => ({
      id: `header-${index}-${name}`,
      label: name,
      value,
      mono: true,
    })),
    ...id('vendorMessage', vendorMessageId),
    ...(messageId === vendorMessageId ? [] : id('message', messageId)),
    ...fact('requestBytes', byteCount(request.body.bytes, locale)),
    ...(response ? fact('responseBytes', byteCount(response.body.bytes, locale)) : []),
  ];
};
