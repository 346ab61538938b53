import type { Exchange } from '../../../shared/contract/index.ts';
import { hideTokens, tokensOf } from './share.ts';
import { mapStrings, replacing } from './walk.ts';

/** Members whose values say how a push behaves, not who says what to whom. */
const plain =
  /^(?:sound|badge|category|channel(?:_?id)?|.*channel.*|priority|importance|interruption-level|content-available|mutable-content|thread-id|type|.*_type|.*Type|click_?action.*|activity|ttl|time_to_live|.*package.*|pass_through|validate_only|platform|color|icon|visibility|style|environment|action|.*_style|bundle_?id|topic)$/i;
const shortest = 2;
/** What a masked text looks like: as long as it was, so that limits and cuts stay as they are. */
const dots = (text: string): string => '•'.repeat(Array.from(text).length);

const isJson = (text: string): unknown => {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Gathers what of a value may be personal: every string but those of members that steer, also in JSON inside strings. */
const gather = (value: unknown, name: string, into: Set<string>): void => {
  if (typeof value === 'string') {
    const inside = isJson(value);
    if (inside !== undefined) gather(inside, name, into);
    else if (value.length >= shortest && !plain.test(name) && !/^[\d.]{1,3}$|^(?:true|false|null)$/.test(value)) {
      into.add(value);
    }
  } else if (Array.isArray(value)) for (const one of value) gather(one, name, into);
  else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value)) gather(member, key, into);
};

const gatherBody = (text: string, into: Set<string>): void => {
  const value = isJson(text);
  if (value !== undefined) return gather(value, '', into);
  if (/^[\w.[\]-]+=[^\s&]*(?:&[\w.[\]-]+=[^\s&]*)*$/.test(text)) {
    for (const [name, field] of new URLSearchParams(text)) gather(field, name, into);
  } else if (text.length >= shortest) into.add(text);
  return undefined;
};

const redacted = /\[[a-z][a-z0-9-]* #[0-9a-f]{6,64}\]/;

/**
 * The same exchange without personal data: names, texts and tokens. Every text of the payload is replaced by as many dots, wherever
 * else it stands; what steers the push stays. `names`: of people in the workspace. `extra`: what goes with it, treated alike. `salt`: for the
 * tokens.
 */
export const mask = <T>(
  exchange: Exchange,
  names: readonly string[],
  extra: T,
  salt: string,
): { exchange: Exchange; extra: T } => {
  const found = new Set([exchange.title, exchange.body, ...names].filter((text) => text.length >= shortest));
  gatherBody(exchange.request.body.text ?? '', found);
  if (exchange.decision?.intent) gather(exchange.decision.intent, '', found);
  const texts = [...found].filter((text) => !redacted.test(text));
  const replace = replacing(new Map(texts.map((text) => [text, dots(text)])));
  const {
    request,
    response,
    title,
    body,
    decision,
    verdict,
    explanation,
    failure,
    message: _message,
    ...rest
  } = exchange;
  const own = { headers: request.headers, path: request.path, body: request.body };
  // The same shapes with other strings.
  const masked = mapStrings(
    { own, response, title, body, decision, verdict, explanation, failure, extra },
    replace,
  ) as {
    own: typeof own;
    extra: T;
  } & Pick<Exchange, 'response' | 'title' | 'body' | 'decision' | 'verdict' | 'explanation' | 'failure'>;
  const { own: ownMasked, extra: extraMasked, ...others } = masked;
  // Bytes that are no text may hold anything.
  const bodyMasked = {
    ...ownMasked.body,
    bodyB64: null,
    ...(ownMasked.body.text === null ? { text: '', cut: true } : {}),
  };
  const whole = { ...rest, ...others, request: { ...request, ...ownMasked, body: bodyMasked } };
  return hideTokens({ exchange: whole, extra: extraMasked }, tokensOf(exchange), salt);
};
