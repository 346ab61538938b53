import type { Source } from '../../shared/contract/common.ts';

/** Where the rules of this folder are written down. */
export const sources = {
  appleCertificate: {
    title: 'Apple: Establishing a certificate-based connection to APNs',
    url: 'https://developer.apple.com/documentation/usernotifications/establishing-a-certificate-based-connection-to-apns',
    checked: '2026-11-21',
  },
  appleToken: {
    title: 'Apple: Establishing a token-based connection to APNs',
    url: 'https://developer.apple.com/documentation/usernotifications/establishing-a-token-based-connection-to-apns',
    checked: '2026-11-21',
  },
  googleServiceAccount: {
    title: 'Google: Using OAuth 2.0 for server to server applications',
    url: 'https://developers.google.com/identity/protocols/oauth2/service-account',
    checked: '2026-11-21',
  },
  nwPusher: {
    title: 'noodlewerk/NWPusher: NWSecTools',
    url: 'https://github.com/noodlewerk/NWPusher',
    checked: '2026-11-21',
  },
  pushy: {
    title: 'jchambers/pushy: apns-extensions.cnf, P12Util',
    url: 'https://github.com/jchambers/pushy',
    checked: '2026-11-21',
  },
  nodeLegacy: {
    title: 'nodejs/node issue 40672 (legacy PKCS#12 encryption under OpenSSL 3)',
    url: 'https://github.com/nodejs/node/issues/40672',
    checked: '2026-11-21',
  },
  opensslModern: {
    title: 'openssl/openssl issue 19871 (modern PKCS#12 encryption and macOS)',
    url: 'https://github.com/openssl/openssl/issues/19871',
    checked: '2026-11-21',
  },
  tencentIos: {
    title: 'Tencent Cloud Chat: Offline Push (iOS)',
    url: 'https://www.tencentcloud.com/document/product/1047/39157',
    checked: '2026-11-21',
  },
  x509: { title: 'RFC 5280, section 4.1.2.5', url: 'https://www.rfc-editor.org/rfc/rfc5280', checked: '2026-11-21' },
} as const satisfies Record<string, Source>;
