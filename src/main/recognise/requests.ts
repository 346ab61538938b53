import { fromBytes } from '../vendors/kit/text.ts';
import type { Phrase } from '../../shared/contract/index.ts';
import { isImCall } from './im-call.ts';
import { found, type Found, type FoundRequest, type Reader } from './found.ts';

const hostOf = (origin: string): string => URL.parse(origin)?.host ?? '';

/** Calls of the IM REST API that send a message: the path names them. */
const imPath = /\/v4\/(?:openim|group_open_http_svc)\/(?:sendmsg|batchsendmsg|send_group_msg)\b/;

/**
 * What a request can be: a push of each vendor whose host or form it has, or a call of the IM REST API. A vendor's own host settles
 * it; elsewhere every vendor that can read the request is a candidate.
 */
export const fromRequest = (
  one: FoundRequest,
  form: 'curl' | 'raw-http' | 'har',
  left: readonly Phrase[],
  { vendors }: Reader,
): Found[] => {
  const host = hostOf(one.origin);
  const text = fromBytes(one.request.body);
  if (text !== null && isImCall(text)) {
    const certainty = imPath.test(one.request.path) ? 'documented' : 'measured';
    const phrase = { id: `recognise.found.${form}.im`, params: { host } };
    return [found({ what: 'message', form, vendor: null, certainty, phrase, text, left })];
  }
  const readings = vendors.flatMap((vendor) => {
    const read = vendor.payload.fromRequest(one.request);
    if (!read) return [];
    const isOwn = vendor.sender.hosts.some(({ origin }) => hostOf(origin) === host);
    const reading = found({
      what: 'exchange',
      form,
      vendor: vendor.id,
      certainty: isOwn ? 'documented' : 'measured',
      phrase: { id: `recognise.found.${form}`, params: { vendor: vendor.label, host } },
      draft: read.draft,
      tokens: read.tokens,
      title: read.title,
      body: read.body,
      request: one,
      left,
    });
    return [{ isOwn, reading }];
  });
  const own = readings.filter(({ isOwn }) => isOwn);
  return (own.length > 0 ? own : readings).map(({ reading }) => reading);
};
