import type { HeaderList, PushEnvironment } from '../../../../shared/contract/index.ts';
import type { Capture, GatewayInput, RegisteredToken } from '../../vendor.ts';
import { isPushType, type PushType } from '../push-types.ts';
import { decodeHeader, decodePathPart, tokenInPath } from '../wire.ts';
import { readPushCertificate, type PushCertificate } from './certificate.ts';
import type { VettedToken } from './provider-token.ts';
import { vetOnce, type ConnectionState, type MemoryState } from './state.ts';

/** A request with everything the checks ask about it, read once. */
export interface Asked {
  readonly input: GatewayInput<ConnectionState, MemoryState>;
  readonly capture: Capture;
  /** By lower-case name; of repeated headers the first. */
  readonly headers: ReadonlyMap<string, string>;
  /** Name of a header that came twice; null when none did. */
  readonly duplicate: string | null;
  readonly environment: PushEnvironment;
  /** Null: no client certificate, so a provider token is asked for. */
  readonly certificate: PushCertificate | 'unreadable' | null;
  /** Null: there is no `authorization` of the kind `bearer`. */
  readonly token: VettedToken | null;
  /** What follows `/3/device/`; null when the path is not that of a device. */
  readonly deviceToken: string | null;
  readonly registered: RegisteredToken | null;
  readonly pushTypeText: string;
  readonly pushType: PushType | null;
  /** `apns-topic`, or the only topic of the certificate. Empty: there is none. */
  readonly topic: string;
}

const environmentOfHost: Readonly<Record<string, PushEnvironment>> = {
  'api.push.apple.com': 'production',
  'api.sandbox.push.apple.com': 'sandbox',
  'api.development.push.apple.com': 'sandbox',
};

/** A client that really asked for one of Apple's hosts gets that environment, whatever the gateway is set to. */
const environmentFor = (host: string, setting: PushEnvironment): PushEnvironment =>
  environmentOfHost[host.toLowerCase()] ?? setting;

const readHeaders = (list: HeaderList): { headers: Map<string, string>; duplicate: string | null } => {
  const headers = new Map<string, string>();
  let duplicate: string | null = null;
  for (const [written, value] of list) {
    const name = written.toLowerCase();
    if (!headers.has(name)) headers.set(name, value);
    // HTTP/2 allows a cookie header to be cut into several.
    else if (name !== 'cookie') duplicate ??= name;
  }
  return { headers, duplicate };
};

const certificateOf = (input: Asked['input']): Asked['certificate'] => {
  const { connection, capture } = input;
  if (connection.certificate !== undefined) return connection.certificate;
  if (!capture.clientCertificate || capture.clientCertificate.length === 0) return null;
  return readPushCertificate(capture.clientCertificate) ?? 'unreadable';
};

/** `bearer` and something after it. Apple writes it in lower case; other cases are let through. */
const isBearer = (authorization: string): boolean =>
  authorization.slice(0, 7).toLowerCase() === 'bearer ' &&
  authorization.length > 7 &&
  authorization.slice(7).trim() !== '';

const topicOf = (header: string | undefined, certificate: Asked['certificate']): string => {
  if (header) return decodeHeader(header);
  const topics = certificate === null || certificate === 'unreadable' ? [] : certificate.topics;
  return topics.length === 1 ? (topics[0] ?? '') : '';
};

/** Reads a request for the checks. Never throws. */
export const ask = (input: GatewayInput<ConnectionState, MemoryState>): Asked => {
  const { capture, memory, registry, settings } = input;
  const { headers, duplicate } = readHeaders(capture.headers);
  const certificate = certificateOf(input);
  const authorization = headers.get('authorization') ?? '';
  const inPath = tokenInPath(capture.path);
  const deviceToken = inPath === null ? null : decodePathPart(inPath);
  const pushTypeText = headers.get('apns-push-type') ?? '';
  return {
    input,
    capture,
    headers,
    duplicate,
    environment: environmentFor(capture.host, settings.environment),
    certificate,
    token:
      certificate === null && isBearer(authorization) ? vetOnce(memory, authorization, registry.credentials) : null,
    deviceToken,
    registered: deviceToken ? registry.findToken('apns', deviceToken) : null,
    pushTypeText,
    pushType: isPushType(pushTypeText) ? pushTypeText : null,
    topic: topicOf(headers.get('apns-topic'), certificate),
  };
};
