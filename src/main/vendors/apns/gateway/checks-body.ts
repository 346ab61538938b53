import { isObject, parseJson } from '../../kit/json.ts';
import { fromBytes } from '../../kit/text.ts';
import { payloadLimitOf } from '../limits.ts';
import type { Asked } from './asked.ts';
import { defineCheck, type CheckRule } from './check.ts';

const present = defineCheck('body', 'PayloadEmpty', 'documented');
const size = defineCheck('body-size', 'PayloadTooLarge', 'documented');
const json = defineCheck('body-json', 'PayloadEmpty', 'guess');

/** Without a push type the topic tells whether the larger limit of VoIP counts. */
const limitOf = ({ pushType, pushTypeText, topic }: Asked): number =>
  payloadLimitOf(pushTypeText === '' && topic.endsWith('.voip') ? 'voip' : pushType);

const checkPresent: CheckRule = ({ capture }) =>
  capture.body.length === 0 ? present.failed('failed') : present.passed;

const checkSize: CheckRule = (asked) => {
  const used = asked.capture.body.length;
  const limit = limitOf(asked);
  return used > limit ? size.failed('failed', { used, limit }) : size.passed;
};

/** What APNs answers to a body that is not JSON is not documented; a public test server for Swift answers PayloadEmpty. */
const checkJson: CheckRule = (asked) => {
  const { body } = asked.capture;
  // A body over the limit may have been cut off while it was read.
  if (body.length === 0 || body.length > limitOf(asked)) return json.notReached;
  const text = fromBytes(body);
  if (text === null) return json.failed('encoding');
  const parsed = parseJson(text);
  if (!parsed.ok) return json.failed('failed');
  return isObject(parsed.value) ? json.passed : json.failed('not-object');
};

export const bodyChecks: readonly CheckRule[] = [checkPresent, checkSize, checkJson];
