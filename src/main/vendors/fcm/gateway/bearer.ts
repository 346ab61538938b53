import type { Capture, GatewayInput } from '../../vendor.ts';
import { headerOf } from '../../kit/headers.ts';
import { decodeJwt } from '../../kit/jwt.ts';
import { sendScopes, type RequestPath } from '../hosts.ts';
import { failed, notReached, passed, unverified, type Row } from './checks.ts';
import { findIssued, type FcmMemory, type IssuedAccess } from './memory.ts';
import { envelope, errorInfo, type Detail, type Refusal } from './reply.ts';

const signIn =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. ' +
  'See https://developers.google.com/identity/sign-in/web/devconsole-project.';
const missing = (): Refusal =>
  envelope(401, 'UNAUTHENTICATED', `Request is missing required authentication credential. ${signIn}`, [
    errorInfo('CREDENTIALS_MISSING'),
  ]);
const invalid = (...details: Detail[]): Refusal =>
  envelope(401, 'UNAUTHENTICATED', `Request had invalid authentication credentials. ${signIn}`, details);

const permission = 'cloudmessaging.messages.create';
const denied = (project: string): Refusal =>
  envelope(
    403,
    'PERMISSION_DENIED',
    `Permission '${permission}' denied on resource '//cloudresourcemanager.googleapis.com/projects/${project}' (or it may not exist).`,
    [errorInfo('IAM_PERMISSION_DENIED', { permission, resource: `projects/${project}` })],
  );
const scopeless = (): Refusal =>
  envelope(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', [
    errorInfo('ACCESS_TOKEN_SCOPE_INSUFFICIENT'),
  ]);

/** Where the request carries its access token, or what is wrong there. */
const findBearer = (capture: Capture, query: URLSearchParams): { token: string } | { why: string } => {
  const header = headerOf(capture.headers, 'authorization')?.trim();
  if (header === undefined) {
    const token = query.get('access_token') ?? query.get('oauth_token');
    return token ? { token } : { why: 'missing' };
  }
  if (/^key\s*=/i.test(header)) return { why: 'legacy-key' };
  const [, token] = /^Bearer(?:\s+(.*))?$/is.exec(header) ?? [];
  if (token === undefined) return { why: /^Bearer$/i.test(header) ? 'empty' : 'other-scheme' };
  return token.trim() === '' ? { why: 'empty' } : { token: token.trim() };
};

/** Things people send in place of an access token. Null: it may be one (RFC 6750 letters). */
const mistakenFor = (token: string): string | null => {
  if (/^AAAA[A-Za-z0-9_-]{7}:/.test(token)) return 'legacy-key';
  if (token.startsWith('AIza')) return 'api-key';
  if (!/^[A-Za-z0-9\-._~+/]+=*$/.test(token)) return 'not-a-token';
  // Every JWT begins with `{"` in base64; looking first spares taking each access token apart.
  const jwt = token.startsWith('eyJ') ? decodeJwt(token) : null;
  // A service account may sign its own access token: it is issuer and subject at once. Any other JWT is an ID token.
  return jwt && (jwt.claims['iss'] === undefined || jwt.claims['iss'] !== jwt.claims['sub']) ? 'id-token' : null;
};

type Input = GatewayInput<unknown, FcmMemory>;

const checkToken = (input: Input, token: string): { row: Row; access: IssuedAccess | null } => {
  const access = findIssued(input.memory, token);
  if (access && access.expiresAtMs <= input.nowMs) {
    const params = { at: new Date(access.expiresAtMs).toISOString() };
    return { row: failed('bearer', 'expired', invalid(errorInfo('ACCESS_TOKEN_EXPIRED')), params), access: null };
  }
  if (access) return { row: passed('bearer', { account: access.account ?? '–' }), access };
  const mistake = mistakenFor(token);
  if (mistake) return { row: failed('bearer', mistake, invalid(errorInfo('ACCESS_TOKEN_TYPE_UNSUPPORTED'))), access };
  if (input.settings.mode === 'strict') return { row: failed('bearer', 'not-issued', invalid()), access };
  return { row: unverified('bearer', 'unverified'), access };
};

const checkProject = (input: Input, access: IssuedAccess | null, project: string): Row => {
  if (/^\d+$/.test(project)) return unverified('project', 'number', { project });
  if (access?.projectId) {
    const params = { project, own: access.projectId };
    return access.projectId === project
      ? passed('project', params)
      : failed('project', 'other', denied(project), params);
  }
  const isKnown = input.registry.credentials.some(
    (facts) => facts.kind === 'fcm-service-account' && facts.projectId === project,
  );
  if (!isKnown && input.settings.mode === 'strict') return failed('project', 'unknown', denied(project), { project });
  return unverified('project', isKnown ? 'unverified' : 'foreign', { project });
};

const checkScope = (access: IssuedAccess | null): Row => {
  if (!access?.scopes) return unverified('scope', 'unverified');
  return access.scopes.some((scope) => sendScopes.includes(scope))
    ? passed('scope')
    : failed('scope', 'missing', scopeless(), { scopes: access.scopes.join(' ') });
};

/** Who sends, and may they send for this project. */
export const checkSender = (input: Input, path: RequestPath, project: string): Row[] => {
  const found = findBearer(input.capture, path.query);
  if ('why' in found) {
    const rest = (['bearer', 'project', 'scope'] as const).map((id) => notReached(id));
    return [failed('authorization', found.why, missing()), ...rest];
  }
  const { row, access } = checkToken(input, found.token);
  const rights =
    row.outcome === 'failed'
      ? [notReached('project'), notReached('scope')]
      : [checkProject(input, access, project), checkScope(access)];
  return [passed('authorization'), row, ...rights];
};
