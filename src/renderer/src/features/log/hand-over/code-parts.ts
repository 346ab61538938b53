import type { Exchange } from '../../../../../shared/contract/index.ts';

/** A stretch of a text, or the name of the variable that stands for a secret. */
export type CodePart = { readonly text: string } | { readonly secret: string };

const secret = /(?:eyJ[\w-]+\.[\w-]+\.)?\[([a-z][a-z0-9-]*)(?: #[0-9a-f]{6,64})?\]/g;
const kinds = /^(?:access-token|signature|.*(?:secret|token|password|key|cookie|credentials|sign).*)$/;

/** `[app-secret #1f…]` is `APP_SECRET`; a token that lost its signature is one access token. */
const nameOf = (whole: string, kind: string): string =>
  (whole.startsWith('eyJ') ? 'access-token' : kind).replaceAll('-', '_').toUpperCase();

/** A text as the log holds it, with a named placeholder for each secret. */
export const partsOf = (text: string): readonly CodePart[] => {
  const parts: CodePart[] = [];
  let from = 0;
  for (const found of text.matchAll(secret)) {
    const [whole, kind = ''] = found;
    if (!kinds.test(kind)) continue;
    if (found.index > from) parts.push({ text: text.slice(from, found.index) });
    parts.push({ secret: nameOf(whole, kind) });
    from = found.index + whole.length;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from) });
  return parts;
};

/** Headers that every client makes by itself. */
const ownHeaders = new Set([
  'host',
  'content-length',
  'connection',
  'accept-encoding',
  'transfer-encoding',
  'user-agent',
]);

/** A request as code says it. */
export interface CodeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, readonly CodePart[]])[];
  /** Null: bytes that are no text; the code reads them from a file. */
  readonly body: readonly CodePart[] | null;
  readonly isHttp2: boolean;
  /** APNs by certificate: who sends is in the connection, not in a header. */
  readonly needsCertificate: boolean;
}

export const codeRequest = ({ vendor, request }: Pick<Exchange, 'vendor' | 'request'>): CodeRequest => {
  const headers = request.headers.filter(([name]) => !ownHeaders.has(name.toLowerCase()) && !name.startsWith(':'));
  const hasAuthorization = headers.some(([name]) => name.toLowerCase() === 'authorization');
  return {
    method: request.method,
    url: `${request.origin}${request.path}`,
    headers: headers.map(([name, value]) => [name, partsOf(value)] as const),
    body: request.body.text === null ? null : partsOf(request.body.text),
    // Apple's service speaks nothing else, whatever the one that was captured spoke.
    isHttp2: vendor === 'apns' || request.httpVersion === '2',
    needsCertificate: vendor === 'apns' && !hasAuthorization,
  };
};
