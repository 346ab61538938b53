import type { Candidate } from '../../shared/contract/index.ts';
import { readPush } from '../vendors/kit/read-push.ts';
import type { Vendor } from '../vendors/vendor.ts';
import { readCurl } from './curl.ts';

export { type Found, type FoundRequest, type Reader } from './found.ts';
export { readAnything } from './read.ts';
export { recogniseTexts } from './texts/index.ts';

interface Pasted {
  readonly text: string;
  readonly fileName: string;
}

const fromCurl = ({ text }: Pasted, vendors: readonly Vendor[]): Candidate[] => {
  const curl = readCurl(text);
  if (!curl) return [];
  return vendors.flatMap((vendor): Candidate[] => {
    const read = readPush(vendor, curl.request);
    if (!read) return [];
    const known = vendor.sender.hosts.some((host) => curl.url.startsWith(host.origin));
    return [
      {
        kind: 'curl',
        vendor: vendor.id,
        certainty: known ? 'documented' : 'measured',
        phrase: { id: 'recognise.curl', params: { vendor: vendor.label, host: new URL(curl.url).host } },
        draft: read.draft,
        tokens: [...read.tokens],
        left: curl.left.map((what) => ({ id: `recognise.left.${what}` })),
      },
    ];
  });
};

const fromPayload = ({ text, fileName }: Pasted, vendors: readonly Vendor[]): Candidate[] =>
  vendors.flatMap((vendor): Candidate[] => {
    const read = vendor.payload.recognise(text, fileName);
    if (!read) return [];
    return [
      {
        kind: read.kind,
        vendor: vendor.id,
        certainty: read.certainty,
        phrase: { id: `recognise.${read.kind}`, params: { vendor: vendor.label } },
        draft: read.draft,
        tokens: [...read.tokens],
        left: [],
      },
    ];
  });

const credentialMarks = /-----BEGIN [A-Z ]*PRIVATE KEY-----|"type"\s*:\s*"service_account"/;

/** What a pasted text can be, the surest reading first. Empty: nothing was recognised. */
export const recognise = (pasted: Pasted, vendors: readonly Vendor[]): Candidate[] => {
  if (credentialMarks.test(pasted.text)) {
    // Its content goes to the credential import and nowhere else.
    const phrase = { id: 'recognise.credential' };
    return [{ kind: 'credential', vendor: null, certainty: 'documented', phrase, draft: null, tokens: [], left: [] }];
  }
  const order = ['documented', 'measured', 'reported', 'guess'];
  return [...fromCurl(pasted, vendors), ...fromPayload(pasted, vendors)].toSorted(
    (a, b) => order.indexOf(a.certainty) - order.indexOf(b.certainty),
  );
};
