import { AppError } from '../../../shared/contract/errors.ts';
import type { ExchangeSummary, PastedReading, Target } from '../../../shared/contract/index.ts';
import { mask, newSalt, type RawExchange } from '../../journal/index.ts';
import { readAnything, type Found } from '../../recognise/index.ts';
import type { Reading, Vendor } from '../../vendors/vendor.ts';
import type { Parts } from '../parts.ts';
import { adoptShare, readShare } from './share.ts';

type Needs = Pick<Parts, 'journal' | 'phones' | 'workspace' | 'store' | 'newId' | 'now' | 'vendor'> & {
  readonly vendors: readonly Vendor[];
};
interface Pasted {
  readonly text?: string | undefined;
  readonly bytesB64?: string | undefined;
  readonly fileName: string;
}

const readingsOf = ({ vendors }: Needs, { text, bytesB64, fileName }: Pasted): Found[] =>
  readAnything(
    {
      text: text ?? null,
      bytes: bytesB64 === undefined ? null : new Uint8Array(Buffer.from(bytesB64, 'base64')),
      fileName,
    },
    { vendors },
  );

/** Why there is no answer, in the log. */
export const withoutAnswer = 'imported-without-answer';

/** What a phone would show of it; a payload alone has its words inside. */
const wordsOf = (parts: Needs, { title, body, draft, vendor: id }: Found): { title: string; body: string } => {
  const vendor = id === null ? undefined : parts.vendor(id);
  if (title !== '' || body !== '' || !draft || !vendor) return { title, body };
  const card = vendor.display.card(draft, { platform: vendor.platforms[0] ?? 'android', appName: '' });
  return { title: card.title, body: card.body };
};

/** Everything that a pasted text or file can be, without its secrets. */
export const readPasted = (parts: Needs, pasted: Pasted): PastedReading[] =>
  readingsOf(parts, pasted).map((one, index) => ({
    index,
    what: one.what,
    vendor: one.vendor,
    certainty: one.certainty,
    phrase: one.phrase,
    steps: [...one.steps],
    left: [...one.left],
    ...wordsOf(parts, one),
    draft:
      one.draft && one.vendor
        ? { ...one.draft, payload: parts.journal.clean(one.vendor, one.draft.payload) }
        : one.draft,
    tokens: [...one.tokens],
    message: one.what === 'message' ? one.text : null,
    status: one.request?.response?.status ?? null,
    canImport: one.what === 'share' || requestOf(parts, one) !== null,
  }));

type Made = Pick<RawExchange, 'request' | 'response' | 'atMs' | 'timing'>;

const timingOf = (startedAtMs: number, totalMs: number): RawExchange['timing'] => ({
  startedAtMs,
  totalMs,
  queueMs: null,
  dnsMs: null,
  connectMs: null,
  tlsMs: null,
  sendMs: null,
  waitMs: null,
});

/** The request of a reading; for a payload alone, the one that its vendor's sender would make of it. Null: none can be made. */
const requestOf = (parts: Needs, one: Found): Made | null => {
  const vendor = one.vendor === null ? undefined : parts.vendor(one.vendor);
  if (!vendor) return null;
  const [host] = vendor.sender.hosts;
  const nowMs = parts.now();
  if (one.request) {
    const { request, response, origin, httpVersion, atMs, tookMs } = one.request;
    const own = origin === '' ? (host?.origin ?? '') : origin;
    const at = atMs ?? nowMs;
    return { request: { ...request, origin: own, httpVersion }, response, atMs: at, timing: timingOf(at, tookMs ?? 0) };
  }
  const [token] = one.tokens;
  if (!one.draft || token === undefined) return null;
  const target = { token, appIdentifier: '', environment: 'production' as const, credential: null };
  const made = vendor.sender.request(one.draft, target, null, nowMs);
  if ('unusable' in made) return null;
  const httpVersion = vendor.sender.protocol === 'h2' ? '2' : '1.1';
  const request = { ...made, origin: host?.origin ?? '', httpVersion };
  return { request, response: null, atMs: nowMs, timing: timingOf(nowMs, 0) };
};

const readAnswer = (vendor: Vendor, { request, response }: Made, tokens: readonly string[]): Reading => {
  if (response) return vendor.sender.read(request, response);
  return {
    outcome: 'failed',
    code: withoutAnswer,
    vendorMessageId: null,
    targets: tokens.map((token) => ({ token, outcome: 'failed', reason: withoutAnswer })),
    dropToken: false,
    retryAfterMs: null,
  };
};

const rawOf = (parts: Needs, one: Found): RawExchange => {
  const vendor = one.vendor === null ? undefined : parts.vendor(one.vendor);
  const made = requestOf(parts, one);
  if (!vendor || !made) throw new AppError('recognise.nothing-found');
  const reading = readAnswer(vendor, made, one.tokens);
  const status = made.response?.status ?? null;
  const read = vendor.payload.fromRequest(made.request);
  return {
    ...made,
    id: parts.newId('exchange'),
    origin: 'imported',
    vendor: vendor.id,
    kind: 'push',
    outcome: reading.outcome,
    status,
    reason: reading.code,
    messageId: null,
    vendorMessageId: reading.vendorMessageId,
    title: read?.title ?? one.title,
    body: read?.body ?? one.body,
    targets: reading.targets.map(({ token, outcome, reason }): Target => {
      const deviceId = parts.workspace.findDeviceByToken(vendor.id, token)?.id ?? null;
      return { token, outcome, reason, deviceId };
    }),
    tookMs: made.timing.totalMs === 0 ? null : made.timing.totalMs,
    peer: null,
    decision: null,
    verdict: null,
    explanation: reading.code === null || !made.response ? null : vendor.explain(reading.code, status),
    failure: made.response ? null : { code: withoutAnswer, message: 'What was imported holds no answer' },
    credentialId: null,
  };
};

/** Made unreadable before it is stored: what is masked on import was never in the log. */
const maskedRaw = (raw: RawExchange, salt: string): RawExchange => {
  const text = Buffer.from(raw.request.body).toString('utf8');
  const size = { bytes: raw.request.body.length, text, bodyB64: null, cut: false };
  const answer = raw.response && {
    ...raw.response,
    body: { bytes: 0, text: Buffer.from(raw.response.body).toString('utf8'), bodyB64: null, cut: false },
  };
  const { exchange } = mask(
    { ...raw, seq: 0, requestBytes: 0, shown: [], taps: [], request: { ...raw.request, body: size }, response: answer },
    [],
    null,
    salt,
  );
  const bytes = (body: string | null) => new Uint8Array(Buffer.from(body ?? '', 'utf8'));
  const { title, body, targets, request, response } = exchange;
  return {
    ...raw,
    title,
    body,
    targets,
    request: { ...request, body: bytes(request.body.text) },
    response: response && { ...response, body: bytes(response.body.text) },
  };
};

/** Puts the chosen readings of a paste into the log. AppError `recognise.nothing-found`, `share.unreadable`. */
export const importPasted = async (
  parts: Needs,
  pasted: Pasted & { readonly indexes: readonly number[]; readonly mask: boolean },
): Promise<ExchangeSummary[]> => {
  const readings = readingsOf(parts, pasted);
  const chosen = pasted.indexes.map((index) => readings[index]);
  const salt = newSalt();
  // All are handed over before any is waited for, in their order: the journal writes what comes together in one go.
  const added = await Promise.all(
    chosen.map(async (one): Promise<readonly ExchangeSummary[]> => {
      if (!one) throw new AppError('recognise.nothing-found');
      if (one.what === 'share') return adoptShare(parts, readShare(one.text ?? ''));
      const raw = rawOf(parts, one);
      return [await parts.journal.append(pasted.mask ? maskedRaw(raw, salt) : raw)];
    }),
  );
  return added.flat();
};
