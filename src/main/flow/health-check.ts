import type {
  CheckVerdict,
  Credential,
  CredentialCheck,
  Destination,
  GatewayProfile,
  PushEnvironment,
  SendResult,
  VendorId,
} from '../../shared/contract/index.ts';
import { AppError, appErrors, type AppErrorCode } from '../../shared/contract/errors.ts';
import type { SendTarget, Vendor } from '../vendors/vendor.ts';
import { originOf } from './destination.ts';
import type { Dispatcher } from './dispatch.ts';
import type { Parts } from './parts.ts';

export interface HealthCheckInput {
  readonly id: string;
  readonly destination: Destination;
  readonly topic?: string | undefined;
}
type Finding = Pick<CredentialCheck, 'verdict' | 'code' | 'exchange'>;

/** Failures after which the other side was there, and ended the connection of its own accord. */
const closedCodes = new Set(['connection-lost', 'goaway', 'stream-reset', 'tls-failed']);

/** Where the credential works, for a destination that names no environment. */
const environmentOf = ({ facts }: Credential): PushEnvironment => {
  if (facts.kind === 'apns-p8' && facts.environment === 'production') return 'production';
  const works = facts.kind === 'apns-certificate' ? facts.certificate.environments : [];
  return works.length === 1 && works[0] === 'production' ? 'production' : 'sandbox';
};

/** What the answer to the probe says of the credential. */
const findingOf = (vendor: Vendor, exchange: NonNullable<SendResult['exchange']>): Finding => {
  const { outcome, reason: code } = exchange;
  const verdictOf = (): CheckVerdict => {
    if (outcome === 'accepted' || outcome === 'partly-accepted') return 'taken';
    if (outcome === 'failed') return closedCodes.has(code ?? '') ? 'closed' : 'no-answer';
    return code === null ? 'unreadable' : vendor.probe.judge(code);
  };
  return { verdict: verdictOf(), code, exchange };
};

/** The address that gives out access tokens said no, or nothing. Anything else that stopped the check stops the call. */
const findingOfProblem = (vendor: Vendor, problem: SendResult['problem']): Finding => {
  if (!problem) throw new Error('A check ended with neither an answer nor a problem');
  const { code, details } = problem;
  if (code !== 'send.token-refused') {
    // Made from an AppError by the dispatcher.
    throw new AppError(code in appErrors ? (code as AppErrorCode) : 'api.internal', details);
  }
  const reason = typeof details['code'] === 'string' ? details['code'] : null;
  const known = reason !== null && vendor.errors.some((row) => row.code === reason);
  const other = closedCodes.has(reason ?? '') ? 'closed' : 'no-answer';
  return { verdict: known ? vendor.probe.judge(reason) : other, code: reason, exchange: null };
};

/**
 * Asks a host whether it takes a credential, by one push to a token that cannot be a phone's. It goes the way of every send, so the
 * log has it. Only ever at somebody's word: nothing here runs by itself.
 */
export class HealthChecks {
  readonly #parts: Parts;
  readonly #dispatcher: Dispatcher;
  readonly #profileOf: (vendor: VendorId) => GatewayProfile;

  /** `profileOf`: how the local gateway of a vendor orders its checks. */
  constructor(parts: Parts, dispatcher: Dispatcher, profileOf: (vendor: VendorId) => GatewayProfile) {
    this.#parts = parts;
    this.#dispatcher = dispatcher;
    this.#profileOf = profileOf;
  }

  /** AppError `credential.not-found`, `credential.locked`, and the codes of a destination that cannot be used. */
  async check({ id, destination, topic = '' }: HealthCheckInput): Promise<CredentialCheck> {
    const credential = this.#parts.credentials.all().find((one) => one.id === id);
    if (!credential) throw new AppError('credential.not-found', { id });
    const vendor = this.#parts.vendor(credential.vendor);
    if (!vendor) throw new AppError('gateway.not-found', { vendor: credential.vendor });
    const { facts } = credential;
    const environment = environmentOf(credential);
    const origin = originOf(this.#parts, vendor, destination, environment);
    const appIdentifier = this.#appIdentifierOf(credential, vendor);
    const target: SendTarget = { token: vendor.probe.token, appIdentifier, environment, credential: facts };
    const { exchange, problem } = await this.#dispatcher.dispatch({
      messageId: this.#parts.newId('message'),
      vendor,
      draft: vendor.probe.draft(facts, appIdentifier, topic),
      target,
      deviceId: null,
      credentialId: id,
      origin,
      decision: null,
    });
    const found = exchange ? findingOf(vendor, exchange) : findingOfProblem(vendor, problem);
    // Pushy's mock looks at the token before it looks at who sends, so its answer to the token says nothing about the credential.
    const isTokenFirst = destination.kind === 'local' && this.#profileOf(vendor.id) === 'pushy-compatible';
    const finding: Finding = isTokenFirst && found.verdict === 'accepted' ? { ...found, verdict: 'unclear' } : found;
    const { verdict, code } = finding;
    const params = { host: new URL(origin).host, ...(code === null ? {} : { code }) };
    return {
      ...finding,
      origin,
      phrase: { id: `${vendor.id}.probe.${verdict}`, params },
      certainty: vendor.probe.certainty,
      source: vendor.probe.source,
      explanation: code === null ? null : vendor.explain(code, exchange?.status ?? null),
    };
  }

  /** Of the app the credential belongs to, else of the only one that sends with it; empty when nobody can tell. */
  #appIdentifierOf({ id, appId }: Credential, vendor: Vendor): string {
    const apps = this.#parts.workspace.apps.all();
    const users = apps.filter((app) => Object.values(app.credentialIds).includes(id));
    const app = apps.find((one) => one.id === appId) ?? (users.length === 1 ? users[0] : undefined);
    const platform = vendor.platforms[0];
    return (platform && app?.identifiers[platform]) ?? '';
  }
}
