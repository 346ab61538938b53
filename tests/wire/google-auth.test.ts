/** `google-auth-library`, unmodified, for the token step, and Node's HTTPS client for the send, against the FCM gateway. */
import https from 'node:https';
import { JWT } from 'google-auth-library';
import { describe, expect, it } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { makeServiceAccount } from '../support/pki.ts';

interface ServiceAccount {
  readonly client_email: string;
  readonly private_key: string;
  readonly project_id: string;
}
interface FcmAnswer {
  readonly name?: string;
  readonly error?: {
    readonly status: string;
    readonly message: string;
    readonly details?: readonly { readonly errorCode?: string }[];
  };
}
const token =
  'dXq3rT8sQn6vK1mZpL0wYc:APA91bE7hJ2kR9fTqWxN5sVdLmPzGyUoCi3aB6eHjKrMtXvQwZsDfGhJkLpOiUyTrEwQaSdFgHjKlZxCvBnM1234567890abcdefghijklmnopqrstuvwxyzABCDEFG';

/** An access token as a backend gets it. The library's own interceptor sends the request here, over the plain way in. */
const accessToken = async (app: RunningApp, account: ServiceAccount): Promise<string> => {
  const scopes = ['https://www.googleapis.com/auth/firebase.messaging'];
  const client = new JWT({ email: account.client_email, key: account.private_key, scopes });
  const here = app.fcm.origin.replace('https:', 'http:');
  client.transporter.interceptors.request.add({
    resolved: async (options) => ({ ...options, url: new URL(new URL(options.url).pathname, here) }),
  });
  const { token: issued } = await client.getAccessToken();
  return issued ?? '';
};

const send = (app: RunningApp, project: string, bearer: string | null, body: unknown) =>
  new Promise<{ status: number; json: FcmAnswer }>((resolve, reject) => {
    const url = `${app.fcm.origin}/v1/projects/${project}/messages:send`;
    const headers = {
      ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
      'content-type': 'application/json',
    };
    const request = https.request(url, { method: 'POST', ca: app.caPem, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          json: JSON.parse(Buffer.concat(chunks).toString('utf8')) as FcmAnswer,
        }),
      );
    });
    request.on('error', reject);
    request.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
const account = JSON.parse(makeServiceAccount({})) as ServiceAccount;
const message = (over: Record<string, unknown> = {}) => ({
  message: { token, notification: { title: 'Ann', body: 'hi' }, data: { ext: 'jump to ann' }, ...over },
});
const codeOf = ({ error }: FcmAnswer): string | undefined =>
  error?.details?.find((detail) => detail.errorCode)?.errorCode ?? error?.status;

describe('google-auth-library and an HTTPS client', () => {
  it('gets a token, sends with it, and the push is on the phone whose token it named', async () => {
    const app = await startApp();
    const bearer = await accessToken(app, account);
    const { status, json } = await send(app, account.project_id, bearer, message());
    expect(status).toBe(200);
    expect(json.name).toMatch(new RegExp(`^projects/${account.project_id}/messages/0:\\d+%[0-9a-f]{16}$`));
    const { items } = await app.client.exchanges.list({ limit: 10 });
    expect(items.map((item) => [item.origin, item.kind, item.outcome])).toEqual([
      ['captured', 'push', 'accepted'],
      ['captured', 'auth', 'accepted'],
    ]);
    const { phones } = await app.client.phones.list();
    expect(phones.flatMap((phone) => phone.notifications.map((one) => one.card.ext))).toEqual(['jump to ann']);
  });
  it('keeps neither assertion signature nor access token', async () => {
    const app = await startApp();
    const bearer = await accessToken(app, account);
    const { items } = await app.client.exchanges.list({ limit: 1 });
    const text = JSON.stringify(await app.client.exchanges.get({ id: items[0]?.id ?? '' }));
    expect(text).not.toContain(bearer);
    expect(text).toMatch(/assertion=[\w-]+\.[\w-]+\.\[signature #[0-9a-f]{10}\]/);
    expect(text).toMatch(/\[access-token #[0-9a-f]{10}\]/);
  });
  it('is refused a token when the key is not the one the workspace has for the account', async () => {
    const app = await startApp();
    const [known] = await app.client.credentials.list().then((all) => all.filter((one) => one.vendor === 'fcm'));
    const email = known?.facts.kind === 'fcm-service-account' ? known.facts.clientEmail : '';
    await expect(accessToken(app, { ...account, client_email: email })).rejects.toThrow(/invalid_grant/);
  });
  it.each([
    ['no bearer', null, message(), 401, 'UNAUTHENTICATED'],
    ['a legacy server key', 'AAAAabcdefg:APA91bH0', message(), 401, 'UNAUTHENTICATED'],
    ['two targets', 'ya29.x', message({ topic: 'news' }), 400, 'INVALID_ARGUMENT'],
    ['a data value that is no string', 'ya29.x', message({ data: { n: 1 } }), 400, 'INVALID_ARGUMENT'],
    ['an unknown field', 'ya29.x', message({ tokens: [] }), 400, 'INVALID_ARGUMENT'],
    ['a reserved data key', 'ya29.x', message({ data: { from: 'x' } }), 400, 'INVALID_ARGUMENT'],
    ['an APNs token', 'ya29.x', message({ token: 'ab'.repeat(32) }), 400, 'INVALID_ARGUMENT'],
    ['a ttl over four weeks', 'ya29.x', message({ android: { ttl: '2419201s' } }), 400, 'INVALID_ARGUMENT'],
    ['too many bytes', 'ya29.x', message({ data: { big: 'x'.repeat(4097) } }), 400, 'INVALID_ARGUMENT'],
    ['no JSON', 'ya29.x', '{', 400, 'INVALID_ARGUMENT'],
  ])('%s', async (_, bearer, body, status, code) => {
    const app = await startApp();
    const answer = await send(app, 'demo-project', bearer, body);
    expect(answer.status).toBe(status);
    expect(codeOf(answer.json)).toBe(code);
  });
  it('404 UNREGISTERED for a phone whose app was removed', async () => {
    const app = await startApp();
    const { devices } = await app.client.workspace.get();
    const phone = devices.find((device) => device.vendor === 'fcm');
    await app.client.workspace.devices.update({ id: phone?.id ?? '', tokenState: 'unregistered', tokenDeadAtMs: 1 });
    const answer = await send(app, 'demo-project', 'ya29.x', message());
    expect([answer.status, codeOf(answer.json)]).toEqual([404, 'UNREGISTERED']);
  });
});
