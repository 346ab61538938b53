/** Requests that bring about each row of the table. Nothing but tests imports it. */
import { sign } from 'node:crypto';
import { textIn } from '../kit/json-pick.ts';
import type { Refusal } from '../kit/samples.ts';
import { toBytes } from '../kit/text.ts';
import {
  credential, deadToken, decide, facts, message, nowMs, projectId, replyJson, sendCapture, type DecideOptions,
} from './samples.ts'; // prettier-ignore
import { fcm } from './index.ts';

const jwtGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const ask = (form: Readonly<Record<string, string>>, options: DecideOptions = {}) =>
  decide(
    sendCapture('', {
      path: '/token',
      headers: [['content-type', 'application/x-www-form-urlencoded']],
      body: toBytes(new URLSearchParams(form).toString()),
    }),
    options,
  );
const plan = fcm.auth.plan(credential, 'https://fcm.googleapis.com');
/** The form that our own sender asks with. */
const ownForm = (): Record<string, string> => {
  if (plan.kind !== 'fetched') throw new Error(plan.kind);
  return Object.fromEntries(new URLSearchParams(Buffer.from(plan.request(nowMs).body).toString()));
};
const part = (claims: object): string => Buffer.from(JSON.stringify(claims)).toString('base64url');
/** An assertion of the account with its claims changed, signed with its own key. */
const assertion = (claims: object): string => {
  const now = nowMs / 1000;
  const all = {
    iss: facts.clientEmail,
    aud: 'https://oauth2.googleapis.com/token',
    iat: now,
    exp: now + 3600,
    ...claims,
  };
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(all)}`;
  const signature = sign('RSA-SHA256', Buffer.from(text), credential.secret['privateKeyPem'] ?? '');
  return `${text}.${signature.toString('base64url')}`;
};
const toOtherProject = () => {
  const issued = ask(ownForm());
  const headers = [['authorization', `Bearer ${textIn(replyJson(issued), 'access_token') ?? ''}`]] as const;
  const path = '/v1/projects/other-1/messages:send';
  return decide(sendCapture({ message: message() }, { headers: headers.map(([name, value]) => [name, value]), path }), {
    memory: issued.memory,
  });
};
const usedUp = { issued: new Map(), usage: new Map([[projectId, { used: 600_000, startedAtMs: nowMs - 20_000 }]]) };
const scope = 'https://www.googleapis.com/auth/firebase.messaging';

/** One for each code. */
export const refusals: readonly Refusal[] = [
  ['INVALID_ARGUMENT', () => decide(sendCapture({}))],
  ['UNAUTHENTICATED', () => decide(sendCapture({ message: message() }, { headers: [] }))],
  ['PERMISSION_DENIED', toOtherProject],
  ['UNREGISTERED', () => decide(sendCapture({ message: message({ token: deadToken }) }))],
  ['QUOTA_EXCEEDED', () => decide(sendCapture({ message: message() }), { memory: usedUp })],
  ['HTTP_404', () => decide(sendCapture('', { path: '/nowhere' }))],
  ['HTTP_405', () => decide(sendCapture({ message: message() }, { method: 'GET' }))],
  ['unsupported_grant_type', () => ask({ grant_type: 'password' })],
  ['invalid_request', () => ask({ grant_type: jwtGrant })],
  ['invalid_grant', () => ask({ grant_type: jwtGrant, assertion: 'abc' })],
  ['invalid_scope', () => ask({ grant_type: jwtGrant, assertion: assertion({}) })],
  [
    'unauthorized_client',
    () => ask({ grant_type: jwtGrant, assertion: assertion({ scope, sub: 'a@b.c' }) }, { mode: 'strict' }),
  ],
];
