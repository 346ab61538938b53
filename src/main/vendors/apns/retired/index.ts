import type { GatewayAnswer, OldProtocol, ReadRequest, RetiredRequest, WireRequest } from '../../vendor.ts';
import { bodyText } from '../payload.ts';
import { alertText, apsOf, payloadObject } from '../payload/read.ts';
import { sources } from '../sources.ts';
import { readFrames, type BinaryPush } from './frames.ts';

/** What stands as method where a connection spoke the binary protocol. */
export const binaryName = 'BINARY';

const toPush = ({ token, payload: bytes, expiresAt, priority }: BinaryPush): ReadRequest => {
  const payload = bodyText(bytes);
  const root = payloadObject(payload);
  const aps = root ? apsOf(root) : undefined;
  const { title, body } = alertText(aps?.['alert']);
  // The old protocol had no push type; Apple asks for one since iOS 13.
  const isBackground = aps?.['content-available'] === 1 && title === '' && body === '';
  return {
    draft: {
      payload,
      options: {
        pushType: isBackground ? 'background' : 'alert',
        priority: isBackground ? '5' : String(priority ?? 10),
        ...(expiresAt === null ? {} : { expiration: String(expiresAt) }),
      },
    },
    tokens: token === '' ? [] : [token],
    title,
    body,
  };
};

/**
 * Reads a stream of the binary protocol, which Apple has not supported since 31 March 2021 (developer.apple.com/news/?id=c88acm2b). Null: it is none. Never
 * throws.
 */
export const readRetired = (request: WireRequest): RetiredRequest | null => {
  if (request.method !== binaryName) return null;
  const pushes = readFrames(request.body)?.pushes ?? [];
  return {
    form: 'APNs binary protocol',
    pushes: pushes.map(toPush),
    notes: [
      { id: 'apns.retired.headers' },
      { id: 'apns.retired.answers' },
      ...(pushes.length > 1 ? [{ id: 'apns.retired.one-each', params: { count: pushes.length } }] : []),
    ],
    certainty: 'documented',
    source: sources.binary,
  };
};

/** Recognises notifications of the binary protocol at the beginning of a connection. */
export const oldProtocol = (bytes: Uint8Array): OldProtocol | null => {
  const frames = readFrames(bytes);
  return frames && { name: binaryName, isWhole: frames.isWhole, body: bytes };
};

/** The verdict on such a stream: nobody answers it. What Apple's hosts do to it today is not documented; the connection is cut. */
export const refuseBinary = (
  body: Uint8Array,
): Pick<GatewayAnswer<unknown, unknown>, 'verdict' | 'targets' | 'isRetired'> => {
  const pushes = readFrames(body)?.pushes ?? [];
  const commands = [...new Set(pushes.map(({ command }) => command))].join(', ');
  const why = { id: 'apns.check.protocol.binary', params: { count: pushes.length, commands: commands || '–' } };
  return {
    verdict: {
      accepted: false,
      status: 0,
      code: null,
      why,
      checks: [{ id: 'protocol', outcome: 'failed', code: null, phrase: why, certainty: 'guess' }],
    },
    targets: pushes
      .filter(({ token }) => token !== '')
      .map(({ token }) => ({ token, outcome: 'rejected', reason: null })),
    isRetired: true,
  };
};
