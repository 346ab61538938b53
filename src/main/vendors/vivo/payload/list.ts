import { advice, mistake } from '../../kit/findings.ts';
import type { JsonObject } from '../../kit/json.ts';
import { vivoLimits } from '../limits.ts';
import { textOf, textsOf } from './read.ts';
import type { VivoFinding } from './rules.ts';

const checkTargets = (body: JsonObject, insertsToken: boolean): VivoFinding[] => {
  const count = textsOf(body['regIds']).length + textsOf(body['aliases']).length;
  const [min, max] = [vivoLimits.listMin.value, vivoLimits.listMax.value];
  if (count === 0 && insertsToken) return [advice('info', 'token-inserted', '$')];
  if (count === 0) return [mistake('target', '10050', 'list-empty', '$.regIds', { hasFix: true })];
  const params = { count, min, max };
  if (count > max) return [mistake('target', '10252', 'list-long', '$.regIds', { params, certainty: 'reported' })];
  return count < min ? [advice('warning', 'list-short', '$.regIds', { params, certainty: 'reported' })] : [];
};

const checkRequestId = (body: JsonObject): VivoFinding[] => {
  const { length } = textOf(body, 'requestId');
  const max = vivoLimits.requestId.value;
  const unconfirmed = { certainty: 'guess' } as const;
  if (length === 0)
    return [mistake('request-id', '10066', 'request-id-missing', '$.requestId', { hasFix: true, ...unconfirmed })];
  const params = { length, max };
  return length > max
    ? [mistake('request-id', '10303', 'request-id-long', '$.requestId', { params, ...unconfirmed })]
    : [];
};

/** Rules of `/message/pushToList`: a message stored before, by its taskId, to many phones. */
export const checkList = (body: JsonObject, insertsToken: boolean): VivoFinding[] => [
  ...checkTargets(body, insertsToken),
  ...(textOf(body, 'taskId') === ''
    ? [mistake('app', 'HTTP_400', 'no-task', '$.taskId', { hasFix: true, certainty: 'guess' })]
    : []),
  ...checkRequestId(body),
];
