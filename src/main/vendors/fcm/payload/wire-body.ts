import type { Draft } from '../../../../shared/contract/index.ts';
import { isObject, jsonText, parseJson, type JsonObject } from '../../kit/json.ts';
import { targetFields } from './model.ts';

/** What has to be put into a draft before it can go out. */
export interface Completion {
  /** The message names no target, so the phone's token goes in. */
  readonly insertsToken: boolean;
  readonly insertsValidateOnly: boolean;
}

const has = (value: JsonObject, name: string): boolean => Object.hasOwn(value, name) && value[name] !== null;

/** Looks at the parsed payload; what is not an object is left alone. */
export const completionOf = (root: JsonObject, options: Draft['options']): Completion => {
  const { message } = root;
  return {
    insertsToken: isObject(message) && !targetFields.some((field) => has(message, field)),
    insertsValidateOnly:
      options['validateOnly'] === 'true' && !has(root, 'validate_only') && !has(root, 'validateOnly'),
  };
};

/** The body to send: the draft's text byte for byte, or compact JSON when a token or `validate_only` had to be put in. */
export const bodyToSend = (draft: Draft, token: string): string => {
  const parsed = parseJson(draft.payload);
  if (!parsed.ok || !isObject(parsed.value)) return draft.payload;
  const root = parsed.value;
  const needs = completionOf(root, draft.options);
  const insertsToken = needs.insertsToken && token !== '';
  if (!insertsToken && !needs.insertsValidateOnly) return draft.payload;
  // First for the reader's eye, and once more over a `token: null` of the draft.
  const message =
    insertsToken && isObject(root['message']) ? { message: Object.assign({ token }, root['message'], { token }) } : {};
  return (
    jsonText({ ...(needs.insertsValidateOnly ? { validate_only: true } : {}), ...root, ...message }) ?? draft.payload
  );
};
