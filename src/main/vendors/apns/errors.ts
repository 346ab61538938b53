import type { Certainty, Source } from '../../../shared/contract/index.ts';
import type { VendorError } from '../vendor.ts';
import { sources } from './sources.ts';

const row =
  (status: number, certainty: Certainty = 'documented', source: Source = sources.responses) =>
  (code: string, retry: VendorError['retry'], decidedBy: VendorError['decidedBy']): VendorError => ({
    code,
    status,
    retry,
    decidedBy,
    certainty,
    source,
  });
const badRequest = row(400);
const forbidden = row(403);
const gone = row(410);
const tooMany = row(429);
const unavailable = row(503);

/**
 * Reasons APNs gives, in the body of an answer or as the debug data of a GOAWAY (`BadCertificateEnvironment`, `IdleTimeout`,
 * `Shutdown`). Apple's page spells one reason `BadEnvironmentKeyIdInToken`; what has been seen is `BadEnvironmentKeyInToken`.
 */
export const errors: readonly VendorError[] = [
  badRequest('BadCollapseId', 'after-fix', 'request'),
  badRequest('BadDeviceToken', 'never', 'state'),
  badRequest('BadExpirationDate', 'after-fix', 'request'),
  badRequest('BadMessageId', 'after-fix', 'request'),
  badRequest('BadPriority', 'after-fix', 'request'),
  badRequest('BadTopic', 'after-fix', 'request'),
  badRequest('DeviceTokenNotForTopic', 'never', 'state'),
  badRequest('DuplicateHeaders', 'after-fix', 'request'),
  badRequest('IdleTimeout', 'later', 'history'),
  badRequest('InvalidPushType', 'after-fix', 'request'),
  badRequest('MissingDeviceToken', 'after-fix', 'request'),
  badRequest('MissingTopic', 'after-fix', 'request'),
  badRequest('PayloadEmpty', 'after-fix', 'request'),
  badRequest('TopicDisallowed', 'after-fix', 'state'),
  forbidden('BadCertificate', 'after-fix', 'state'),
  forbidden('BadCertificateEnvironment', 'after-fix', 'request'),
  forbidden('ExpiredProviderToken', 'after-fix', 'request'),
  forbidden('Forbidden', 'never', 'fault'),
  forbidden('InvalidProviderToken', 'after-fix', 'state'),
  forbidden('MissingProviderToken', 'after-fix', 'request'),
  forbidden('UnrelatedKeyIdInToken', 'after-fix', 'history'),
  row(403, 'reported', sources.environmentKey)('BadEnvironmentKeyInToken', 'after-fix', 'state'),
  forbidden('BadEnvironmentKeyIdInToken', 'after-fix', 'fault'),
  row(404)('BadPath', 'after-fix', 'request'),
  row(405)('MethodNotAllowed', 'after-fix', 'request'),
  gone('ExpiredToken', 'never', 'state'),
  gone('Unregistered', 'never', 'state'),
  row(413)('PayloadTooLarge', 'never', 'request'),
  tooMany('TooManyProviderTokenUpdates', 'after-fix', 'history'),
  tooMany('TooManyRequests', 'later', 'history'),
  row(500)('InternalServerError', 'later', 'fault'),
  unavailable('ServiceUnavailable', 'later', 'fault'),
  unavailable('Shutdown', 'later', 'fault'),
];

const statuses = new Map(errors.map((error) => [error.code, error.status]));

/** HTTP status a reason comes with; 400 for one the table does not have. */
export const statusOf = (code: string): number => statuses.get(code) ?? 400;
