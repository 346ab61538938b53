import type { GatewayAnswer, GatewayInput } from '../../vendor.ts';
import { headerOf } from '../../kit/headers.ts';
import { decodeJwt } from '../../kit/jwt.ts';
import { fromBytes } from '../../kit/text.ts';
import { jwtBearerGrant, refreshGrant, splitPath } from '../hosts.ts';
import { fcmLimits } from '../limits.ts';
import { shorten } from '../payload/findings.ts';
import { checkAssertion } from './assertion.ts';
import { firstRefusal, verdictOf } from '../../kit/rows.ts';
import { failed, passed, unverified, type Row } from './checks.ts';
import { rememberIssued, type FcmMemory, type IssuedAccess } from './memory.ts';
import { isCompact, oauthError, toResponse } from './reply.ts';

type Input = GatewayInput<unknown, FcmMemory>;

/** The form fields, empty when the body is not a form: Google then finds no grant type in it. */
const readForm = (input: Input): URLSearchParams => {
  const type = headerOf(input.capture.headers, 'content-type') ?? '';
  const text = fromBytes(input.capture.body);
  return new URLSearchParams(/^application\/x-www-form-urlencoded\b/i.test(type.trim()) ? (text ?? '') : '');
};

interface Grant {
  readonly rows: readonly Row[];
  readonly access: Omit<IssuedAccess, 'expiresAtMs'>;
}
const nobody = { projectId: null, account: null, scopes: null };
const badRequest = () => oauthError(400, 'invalid_request', 'Bad Request');

const checkRefresh = (input: Input, form: URLSearchParams): Grant => {
  if (!form.get('refresh_token'))
    return { rows: [failed('grant-fields', 'no-refresh-token', badRequest())], access: nobody };
  const row =
    input.settings.mode === 'strict'
      ? failed('refresh-token', 'unknown', oauthError(400, 'invalid_grant', 'Bad Request'))
      : unverified('refresh-token', 'unverified');
  return { rows: [passed('grant-fields'), row], access: nobody };
};

const checkJwtBearer = (input: Input, form: URLSearchParams): Grant => {
  const assertion = form.get('assertion');
  if (!assertion) return { rows: [failed('grant-fields', 'no-assertion', badRequest())], access: nobody };
  const jwt = decodeJwt(assertion);
  if (!jwt) {
    const words = 'Invalid JWT: Failed to parse the assertion.';
    const row = failed('assertion', 'not-a-jwt', oauthError(400, 'invalid_grant', words));
    return { rows: [passed('grant-fields'), row], access: nobody };
  }
  const { rows, access } = checkAssertion(input, jwt);
  return { rows: [passed('grant-fields'), ...rows], access };
};

const checkGrant = (input: Input): Grant => {
  const form = readForm(input);
  const grant = form.get('grant_type') ?? '';
  if (grant !== jwtBearerGrant && grant !== refreshGrant) {
    const refusal = oauthError(400, 'unsupported_grant_type', `Invalid grant_type: ${grant}`);
    const row =
      grant === '' ? failed('grant', 'missing', refusal) : failed('grant', 'other', refusal, { grant: shorten(grant) });
    return { rows: [row], access: nobody };
  }
  const { rows, access } = grant === jwtBearerGrant ? checkJwtBearer(input, form) : checkRefresh(input, form);
  return { rows: [passed('grant'), ...rows], access };
};

/** Google's tokens begin with `ya29.`; this one says where it is from and is worth nothing elsewhere. */
const newAccessToken = (newId: () => string): string =>
  `ya29.pushscope-${newId().replaceAll('-', '')}${newId().replaceAll('-', '')}`;

/** Answers a POST to the token address. Source: «Using OAuth 2.0 for Server to Server Applications». */
export const decideToken = (input: Input): GatewayAnswer<unknown, FcmMemory> => {
  const { rows: checks, access } = checkGrant(input);
  const rows = [passed('path'), passed('method'), ...checks];
  const first = firstRefusal(rows);
  const common = {
    kind: 'auth',
    verdict: verdictOf(rows, { id: 'fcm.verdict.token-issued' }),
    connection: input.connection,
    effects: [],
    vendorMessageId: null,
    targets: [],
    delivery: null,
  } as const;
  const compact = isCompact(splitPath(input.capture.path).query);
  if (first) return { ...common, memory: input.memory, reply: toResponse(first.refusal, compact) };
  const token = newAccessToken(input.newId);
  const seconds = fcmLimits.accessTokenLife.value - 1;
  const memory = rememberIssued(input.memory, token, { ...access, expiresAtMs: input.nowMs + seconds * 1000 });
  const body = { access_token: token, expires_in: seconds, token_type: 'Bearer' };
  return { ...common, memory, reply: toResponse({ status: 200, body }, compact) };
};
