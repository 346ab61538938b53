import type { Draft } from '../../../../shared/contract/index.ts';
import { hasMember, objectIn } from '../../kit/json-pick.ts';
import { jsonText, type JsonObject } from '../../kit/json.ts';
import { apiOf, rootOf, targetPart } from './draft.ts';

/** What has to be put into a draft before it can go out. */
export interface Completion {
  /** The body names nobody, so the phone's token goes in. */
  readonly insertsToken: boolean;
  readonly insertsValidateOnly: boolean;
  readonly insertsTest: boolean;
}

/** Looks at the parsed payload. */
export const completionOf = (root: JsonObject, draft: Draft): Completion => {
  const api = apiOf(draft, root);
  const part = targetPart(root, api);
  const isScene = api === 'v3';
  const options = objectIn(root, 'pushOptions');
  const android = objectIn(part, 'android');
  return {
    insertsToken: isScene
      ? !hasMember(part, 'token')
      : part !== undefined && !['token', 'topic', 'condition'].some((name) => hasMember(part, name)),
    insertsValidateOnly: !isScene && draft.options['validateOnly'] === 'true' && !hasMember(root, 'validate_only'),
    insertsTest:
      draft.options['testMessage'] === 'true' &&
      !(isScene ? hasMember(options, 'testMessage') : hasMember(android, 'target_user_type')),
  };
};

/** The body to send: the draft's text byte for byte, or compact JSON when something had to be put in. */
export const bodyToSend = (draft: Draft, token: string): string => {
  const root = rootOf(draft);
  if (root === null) return draft.payload;
  const needs = completionOf(root, draft);
  const insertsToken = needs.insertsToken && token !== '';
  if (!insertsToken && !needs.insertsValidateOnly && !needs.insertsTest) return draft.payload;
  const isScene = apiOf(draft, root) === 'v3';
  if (isScene) {
    const target = insertsToken ? { target: { ...objectIn(root, 'target'), token: [token] } } : {};
    const test = needs.insertsTest ? { pushOptions: { ...objectIn(root, 'pushOptions'), testMessage: true } } : {};
    return jsonText({ ...root, ...target, ...test }) ?? draft.payload;
  }
  const message = objectIn(root, 'message');
  const android = needs.insertsTest ? { android: { ...objectIn(message, 'android'), target_user_type: 1 } } : {};
  const whole = {
    ...(needs.insertsValidateOnly ? { validate_only: true } : {}),
    ...root,
    ...(message ? { message: { ...message, ...android, ...(insertsToken ? { token: [token] } : {}) } } : {}),
  };
  return jsonText(whole) ?? draft.payload;
};
