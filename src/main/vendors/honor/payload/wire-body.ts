import type { Draft } from '../../../../shared/contract/index.ts';
import { hasMember, objectIn } from '../../kit/json-pick.ts';
import { jsonText, type JsonObject } from '../../kit/json.ts';
import { rootOf } from './effective.ts';

/** The body names nobody, so the phone's token goes in. A body of another vendor's form is left alone. */
export const insertsToken = (root: JsonObject): boolean => !hasMember(root, 'token') && !hasMember(root, 'message');

const insertsTest = (root: JsonObject, draft: Draft): boolean =>
  draft.options['testMessage'] === 'true' && !hasMember(objectIn(root, 'android'), 'targetUserType');

/** The body to send: the draft's text byte for byte, or compact JSON when something had to be put in. */
export const bodyToSend = (draft: Draft, token: string): string => {
  const root = rootOf(draft.payload);
  if (root === null) return draft.payload;
  const withToken = insertsToken(root) && token !== '';
  const withTest = insertsTest(root, draft);
  if (!withToken && !withTest) return draft.payload;
  const whole = {
    ...root,
    ...(withTest ? { android: { ...objectIn(root, 'android'), targetUserType: 1 } } : {}),
    ...(withToken ? { token: [token] } : {}),
  };
  return jsonText(whole) ?? draft.payload;
};
