import { X509Certificate } from 'node:crypto';
import type { NetworkSettings } from './types.ts';

/** What is wrong with a setting, as the end of an id: `settings.network.<problem>`. Null: nothing. */
export type NetworkProblem =
  | 'proxy-not-address'
  | 'proxy-not-http'
  | 'proxy-has-password'
  | 'proxy-has-path'
  | 'ca-not-pem'
  | 'ca-broken'
  | 'ca-not-authority';

export interface Proxy {
  readonly host: string;
  readonly port: number;
}

const certificatePem = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

const proxyProblem = (text: string): NetworkProblem | null => {
  if (text === '') return null;
  const url = URL.parse(text);
  if (!url || url.hostname === '') return 'proxy-not-address';
  if (url.protocol !== 'http:') return 'proxy-not-http';
  // Settings stand in the database and in the window as they are; a password may stand in neither.
  if (url.username !== '' || url.password !== '') return 'proxy-has-password';
  return url.pathname === '/' && url.search === '' && url.hash === '' ? null : 'proxy-has-path';
};

const caProblem = (text: string): NetworkProblem | null => {
  if (text === '') return null;
  const pems = text.match(certificatePem);
  if (!pems || text.includes('PRIVATE KEY-----')) return 'ca-not-pem';
  try {
    return pems.every((pem) => new X509Certificate(pem).ca) ? null : 'ca-not-authority';
  } catch {
    return 'ca-broken';
  }
};

/** Checks both settings: the first problem and the field it is in; null when they can be used. */
export const checkNetwork = ({
  proxy,
  caPem,
}: NetworkSettings): { readonly field: keyof NetworkSettings; readonly problem: NetworkProblem } | null => {
  const ofProxy = proxyProblem(proxy);
  if (ofProxy) return { field: 'proxy', problem: ofProxy };
  const ofCa = caProblem(caPem);
  return ofCa ? { field: 'caPem', problem: ofCa } : null;
};

/** The proxy a setting names; null when it is empty or no address. */
export const parseProxy = (text: string): Proxy | null => {
  const url = text === '' ? null : URL.parse(text);
  return url && { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || 80) };
};

/** The certificates in a text, one PEM each. */
export const certificatesIn = (text: string): readonly string[] => text.match(certificatePem) ?? [];
