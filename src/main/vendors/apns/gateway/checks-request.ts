import { utf8Length } from '../../kit/text.ts';
import { collapseIdBytes } from '../limits.ts';
import { isExpiration, isMessageId, isMilliseconds, isPriority } from '../option-values.ts';
import { decodeHeader } from '../wire.ts';
import { defineCheck, type CheckRule } from './check.ts';

const method = defineCheck('method', 'MethodNotAllowed', 'documented');
const path = defineCheck('path', 'BadPath', 'documented');
const duplicates = defineCheck('duplicate-headers', 'DuplicateHeaders', 'documented');
const messageId = defineCheck('message-id', 'BadMessageId', 'documented');
const expiration = defineCheck('expiration', 'BadExpirationDate', 'documented');
const priority = defineCheck('priority', 'BadPriority', 'documented');
const pushType = defineCheck('push-type', 'InvalidPushType', 'documented');
const collapseId = defineCheck('collapse-id', 'BadCollapseId', 'documented');

const isBroadcast = (text: string): boolean => text.startsWith('/4/broadcasts/') || text.startsWith('/1/apps/');

export const checkMethod: CheckRule = ({ capture }) =>
  capture.method === 'POST' ? method.passed : method.failed('failed', { method: capture.method });

const checkPath: CheckRule = ({ capture, deviceToken }) => {
  if (deviceToken !== null) return path.passed;
  return isBroadcast(capture.path)
    ? path.failed('broadcast', undefined, 'guess')
    : path.failed('failed', { path: capture.path });
};

const checkDuplicates: CheckRule = ({ duplicate }) =>
  duplicate === null ? duplicates.passed : duplicates.failed('failed', { name: duplicate });

export const checkMessageId: CheckRule = ({ headers }) => {
  const value = headers.get('apns-id') ?? '';
  return value === '' || isMessageId(value) ? messageId.passed : messageId.failed('failed', { found: value });
};

const checkExpiration: CheckRule = ({ headers }) => {
  const value = headers.get('apns-expiration') ?? '';
  if (value === '') return expiration.passed;
  if (!isExpiration(value)) return expiration.failed('failed', { found: value });
  return isMilliseconds(Number(value))
    ? expiration.unverified('milliseconds', { found: value }, 'guess')
    : expiration.passed;
};

/** Apple calls 10 for a background push an error without naming the reason, and senders report that it is accepted. */
const checkPriority: CheckRule = ({ headers, pushTypeText, input }) => {
  const value = headers.get('apns-priority') ?? '';
  if (value !== '' && !isPriority(value)) return priority.failed('failed', { found: value });
  if (value !== '10' || pushTypeText !== 'background') return priority.passed;
  return input.settings.mode === 'strict'
    ? priority.failed('background', undefined, 'guess')
    : priority.unverified('background', undefined, 'reported');
};

const checkPushType: CheckRule = ({ pushTypeText, pushType: known }) =>
  pushTypeText === '' || known !== null ? pushType.passed : pushType.failed('failed', { found: pushTypeText });

const checkCollapseId: CheckRule = ({ headers }) => {
  const used = utf8Length(decodeHeader(headers.get('apns-collapse-id') ?? ''));
  return used <= collapseIdBytes ? collapseId.passed : collapseId.failed('failed', { used, limit: collapseIdBytes });
};

/** Method, path and repeated headers: looked at before anybody is asked who they are. */
export const requestChecks: readonly CheckRule[] = [checkMethod, checkPath, checkDuplicates];

/** The form of each `apns-` header, by itself. */
export const headerChecks: readonly CheckRule[] = [
  checkMessageId,
  checkExpiration,
  checkPriority,
  checkPushType,
  checkCollapseId,
];
