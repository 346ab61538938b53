import type { Draft } from '../../../../shared/contract/index.ts';
import { isApi, isPushType, type Api, type PushType } from '../hosts.ts';
import { hasMember, objectIn } from '../../kit/json-pick.ts';
import { isObject, parseJson, type JsonObject } from '../../kit/json.ts';
import type { SendTarget } from '../../vendor.ts';

/** The parsed payload; null when the text is no JSON object. */
export const rootOf = (draft: Draft): JsonObject | null => {
  const parsed = parseJson(draft.payload);
  return parsed.ok && isObject(parsed.value) ? parsed.value : null;
};

const looksLikeScene = (root: JsonObject | null): boolean =>
  root !== null && !hasMember(root, 'message') && (hasMember(root, 'payload') || hasMember(root, 'pushOptions'));

/** Which API a draft is for: its option, else v3 for a body of that form, else v2 where only a project is named, else v1. */
export const apiOf = (draft: Draft, root: JsonObject | null = rootOf(draft)): Api => {
  const given = draft.options['api'];
  if (isApi(given)) return given;
  if (looksLikeScene(root)) return 'v3';
  return draft.options['projectId'] && !draft.options['appId'] ? 'v2' : 'v1';
};

/** The kind of a v3 push: its option; what is missing or unknown counts as a notification. */
export const pushTypeOf = (draft: Draft): PushType => {
  const given = draft.options['pushType'];
  return isPushType(given) ? given : '0';
};

/** The part of the body that names who gets the push: `message` of v1 and v2, `target` of v3. */
export const targetPart = (root: JsonObject | null, api: Api): JsonObject | undefined =>
  root === null ? undefined : objectIn(root, api === 'v3' ? 'target' : 'message');

/** Id for the address: an option, else what the credential says. Null: neither. */
export const addressIdOf = (draft: Draft, target: SendTarget | null, api: Api): string | null => {
  const name = api === 'v1' ? 'appId' : 'projectId';
  const given = draft.options[name]?.trim();
  if (given) return given;
  const facts = target?.credential;
  const own = facts?.kind === 'app-keys' ? facts.values[name]?.trim() : undefined;
  return own ? own : null;
};
