import { assertNever } from '../../../../shared/kit/assert-never.ts';
import type { CredentialFacts, Draft, Problem } from '../../../../shared/contract/index.ts';
import type { SendTarget } from '../../vendor.ts';
import { shapeOfToken } from '../device-token.ts';
import { bundleOfTopic } from '../push-types.ts';
import { optionOf } from '../wire.ts';
import { topicFor } from '../topic.ts';
import { problem, type Report } from './problems.ts';

const path = 'option:token';

/** What is wrong with a text given as a device token; null when it is one. */
export const lintToken = (token: string): Problem | null => {
  const shape = shapeOfToken(token);
  switch (shape.kind) {
    case 'token':
      return null;
    case 'description':
    case 'decorated':
    case 'base64':
      return problem(`token-${shape.kind}`, 'error', 'reported', path, { hex: shape.hex });
    case 'odd':
    case 'length':
      return problem(`token-${shape.kind}`, 'error', 'reported', path, { length: token.length });
    case 'empty':
    case 'uuid':
    case 'fcm':
    case 'description-cut':
    case 'characters':
      return problem(`token-${shape.kind}`, 'error', 'reported', path);
    default:
      return assertNever(shape);
  }
};

const environmentsOf = (facts: CredentialFacts): readonly string[] => {
  if (facts.kind === 'apns-p8') return facts.environment === 'both' ? [] : [facts.environment];
  return facts.kind === 'apns-certificate' ? facts.certificate.environments : [];
};

/** Topics a credential is limited to; null: all of its team. */
const topicsOf = (facts: CredentialFacts): readonly string[] | null => {
  if (facts.kind === 'apns-p8') return facts.topics;
  if (facts.kind !== 'apns-certificate') return null;
  return facts.certificate.topicsFrom === 'none' ? null : facts.certificate.topics.map(({ topic }) => topic);
};

const lintCredential = (
  facts: CredentialFacts,
  topic: string,
  draft: Draft,
  target: SendTarget,
  report: Report,
): void => {
  const environments = environmentsOf(facts);
  if (environments.length > 0 && !environments.includes(target.environment)) {
    const params = { has: environments.join(', '), needs: target.environment };
    report(problem('credential-environment', 'error', 'documented', 'option:credential', params));
  }
  if (facts.kind === 'apns-certificate' && optionOf(draft, 'pushType') === 'location') {
    report(problem('credential-token-only', 'error', 'documented', 'option:credential'));
    return;
  }
  const topics = topicsOf(facts);
  if (topic === '' || topics === null || topics.includes(topic)) return;
  if (facts.kind === 'apns-p8' && topics.includes(bundleOfTopic(topic))) return;
  // APNs answers the two differently: a certificate's topics are part of the connection.
  const code = facts.kind === 'apns-certificate' ? 'certificate-topic' : 'credential-topic';
  report(problem(code, 'error', 'documented', 'option:topic', { topic, topics: topics.join(', ') }));
};

/** A certificate for one topic needs no `apns-topic`; everything else does. */
const needsTopic = (facts: CredentialFacts | null): boolean =>
  facts?.kind !== 'apns-certificate' || facts.certificate.topics.length !== 1;

/** Rules that need to know where the push goes: the device token and the credential. */
export const lintTarget = (draft: Draft, target: SendTarget, report: Report): void => {
  const token = lintToken(target.token);
  if (token) report(token);
  const topic = topicFor(draft, target);
  if (topic === '' && needsTopic(target.credential)) {
    report(problem('topic-missing', 'error', 'documented', 'option:topic'));
  }
  if (target.credential) lintCredential(target.credential, topic, draft, target, report);
};
