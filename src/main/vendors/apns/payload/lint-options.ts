import type { Draft, Problem } from '../../../../shared/contract/index.ts';
import { utf8Length } from '../../kit/text.ts';
import { collapseIdBytes } from '../limits.ts';
import { isExpiration, isMessageId, isMilliseconds, isPriority } from '../option-values.ts';
import { isPushType, isTopicText, suffixOf, suffixOfTopic } from '../push-types.ts';
import { isSendable, optionHeaders, optionOf } from '../wire.ts';
import { problem, type Report } from './problems.ts';

const lintPushType = (text: string, report: Report): void => {
  if (text === '') report(problem('push-type-missing', 'warning', 'documented', 'option:pushType'));
  else if (!isPushType(text)) {
    report(problem('push-type-unknown', 'error', 'documented', 'option:pushType', { found: text }));
  }
};

const lintTopic = (topic: string, pushType: string, report: Report): void => {
  if (topic === '') return;
  if (!isTopicText(topic)) {
    report(problem('topic-characters', 'error', 'documented', 'option:topic', { found: topic }));
    return;
  }
  if (!isPushType(pushType)) return;
  const expected = suffixOf(pushType);
  const found = suffixOfTopic(topic);
  if (expected !== '' && !topic.endsWith(expected)) {
    report(problem('topic-suffix', 'error', 'documented', 'option:topic', { pushType, suffix: expected }));
  } else if (expected === '' && found !== '') {
    report(problem('topic-suffix-unexpected', 'warning', 'documented', 'option:topic', { pushType, suffix: found }));
  }
};

const lintNumbers = (draft: Draft, report: Report): void => {
  const priority = optionOf(draft, 'priority');
  if (priority !== '' && !isPriority(priority)) {
    report(problem('priority-value', 'error', 'documented', 'option:priority', { found: priority }));
  }
  const expiration = optionOf(draft, 'expiration');
  if (expiration === '') return;
  if (!isExpiration(expiration)) {
    report(problem('expiration-value', 'error', 'documented', 'option:expiration', { found: expiration }));
  } else if (isMilliseconds(Number(expiration))) {
    const right = Math.floor(Number(expiration) / 1000);
    report(problem('expiration-milliseconds', 'warning', 'guess', 'option:expiration', { found: expiration, right }));
  }
};

const lintIds = (draft: Draft, report: Report): void => {
  const used = utf8Length(optionOf(draft, 'collapseId'));
  if (used > collapseIdBytes) {
    report(problem('collapse-id-length', 'error', 'documented', 'option:collapseId', { used, limit: collapseIdBytes }));
  }
  const id = optionOf(draft, 'apnsId');
  if (id !== '' && !isMessageId(id)) {
    report(problem('apns-id-value', 'error', 'documented', 'option:apnsId', { found: id }));
  }
};

/** The first option whose value cannot stand in a header; null when all can. */
export const unsendableOption = (draft: Draft): Problem | null => {
  for (const [name, header] of optionHeaders) {
    if (!isSendable(optionOf(draft, name))) {
      return problem('option-control-characters', 'error', 'documented', `option:${name}`, { header });
    }
  }
  return null;
};

/** Rules about the options alone. */
export const lintOptions = (draft: Draft, report: Report): void => {
  const unsendable = unsendableOption(draft);
  if (unsendable) {
    report(unsendable);
    return;
  }
  const pushType = optionOf(draft, 'pushType');
  lintPushType(pushType, report);
  lintTopic(optionOf(draft, 'topic'), pushType, report);
  lintNumbers(draft, report);
  lintIds(draft, report);
};
