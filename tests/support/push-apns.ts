/** A backend that pushes to a running Pushscope's APNs gateway. Real HTTP/2 over real TLS, with the CA that Pushscope exports. */
import { readFileSync } from 'node:fs';
import { connectApns, pushOnce } from './apns-client.ts';
import { makeApnsKey } from './pki.ts';
import { providerToken } from './provider-token.ts';
import type { Pushscope } from './pushscope.ts';

/** The token of the demo workspace's iPhone. */
export const vinsonsIphone = '5f2a9c31b7e04d6880c1f3a29be5d7144c6e0fa8d2917b35e86c40d1a7f9c90d';

/** Sends payloads one after the other over one connection; throws at the first that is not taken. */
export const pushToApns = async (
  pushscope: Pushscope,
  payloads: readonly unknown[],
  token = vinsonsIphone,
): Promise<void> => {
  const { origin, caPath } = pushscope.gateways['apns'] ?? {};
  if (origin === undefined || caPath === undefined) throw new Error('This Pushscope has no APNs gateway.');
  const session = await connectApns(origin, readFileSync(caPath, 'utf8'));
  const headers = {
    ':path': `/3/device/${token}`,
    authorization: `bearer ${providerToken(makeApnsKey())}`,
    'apns-topic': 'com.example.chat',
    'apns-push-type': 'alert',
  };
  try {
    for (const payload of payloads) {
      const { status } = await pushOnce(session, headers, JSON.stringify(payload));
      if (status !== 200) throw new Error(`APNs answers ${status} to ${JSON.stringify(payload)}.`);
    }
  } finally {
    session.close();
  }
};
