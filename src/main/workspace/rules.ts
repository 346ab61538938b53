import vm from 'node:vm';
import { query } from 'json-p3';
import type { Rule, RuleDraft, RuleMatch, RuleTarget, RuleTrial } from '../../shared/contract/index.ts';
import { matchAddress, type Opened } from './addresses.ts';
import { matchEntity } from './entity.ts';

/** What a match found: what `{1}`, `{name}` and `{value}` in the target stand for. */
type Found = Readonly<Record<string, string>>;
type TextMatch = Extract<RuleMatch, { kind: 'equals' | 'contains' | 'regex' }>;
type Answer = { matched: true; found: Found } | { matched: false } | { tooSlow: true } | { broken: string };

/**
 * A pattern is the user's and may be slow on purpose or by accident; V8 stops it after this long. The clock also runs while a busy
 * machine runs something else, so the first limit only starts a second try.
 */
const limitsMs = [50, 250] as const;
const context: { work?: () => Answer } = {};
vm.createContext(context);
const runner = new vm.Script('work()');

const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** What `work` answers, or that it is too slow or cannot be run. The limit ends whatever the script calls, also outside its context. */
const inTime = (work: () => Answer): Answer => {
  for (const timeout of limitsMs) {
    try {
      context.work = work;
      return runner.runInContext(context, { timeout }) as Answer;
    } catch (error) {
      if (!isTimeout(error)) return { broken: messageOf(error) };
    } finally {
      delete context.work;
    }
  }
  return { tooSlow: true };
};

const runRegex = (pattern: string, text: string): Answer =>
  inTime(() => {
    const match = new RegExp(pattern, 'u').exec(text);
    if (!match) return { matched: false };
    const numbered = match.map((value: string | undefined, index) => [String(index), value ?? '']);
    return { matched: true, found: { ...Object.fromEntries(numbered), ...match.groups, value: match[0] } };
  });

const runJsonPath = (path: string, wanted: string, ext: string): Answer => {
  let value: unknown;
  try {
    value = JSON.parse(ext);
  } catch {
    return { matched: false };
  }
  return inTime(() => {
    // Parsed JSON is what the library takes; its parameter type names the same thing.
    const [first] = query(path, value as Parameters<typeof query>[1]).values();
    if (first === undefined) return { matched: false };
    const text = typeof first === 'string' ? first : JSON.stringify(first);
    return wanted === '' || text === wanted ? { matched: true, found: { value: text } } : { matched: false };
  });
};

/** The value of a top-level key of `ext` read as JSON; text as it is, anything else as JSON. Null: there is none. */
const valueOfKey = (ext: string, key: string): string | null => {
  try {
    const value: unknown = JSON.parse(ext);
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
    const found: unknown = Reflect.get(value, key);
    return typeof found === 'string' ? found : JSON.stringify(found);
  } catch {
    return null;
  }
};

const askText = (match: TextMatch, ext: string): Answer => {
  switch (match.kind) {
    case 'equals':
      return ext === match.value ? { matched: true, found: { value: ext } } : { matched: false };
    case 'contains':
      return match.value !== '' && ext.includes(match.value)
        ? { matched: true, found: { value: match.value } }
        : { matched: false };
    case 'regex':
      return runRegex(match.value, ext);
  }
};

const foundOr = (found: Found | null): Answer => (found ? { matched: true, found } : { matched: false });

/** `opened` null: only `ext` is known, which may itself be an address. */
const ask = (match: RuleMatch, ext: string | null, opened: Opened | null): Answer => {
  switch (match.kind) {
    case 'scheme':
    case 'universal-link':
    case 'intent-filter':
      return foundOr(matchAddress(match, ext, opened));
    case 'entity':
      return foundOr(ext === null ? null : matchEntity(match, ext));
    case 'json-path':
      return ext === null ? { matched: false } : runJsonPath(match.path, match.value, ext);
    default: {
      const text = ext !== null && match.key ? valueOfKey(ext, match.key) : ext;
      return text === null ? { matched: false } : askText(match, text);
    }
  }
};

const fill = (text: string, found: Found): string =>
  text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => (Object.hasOwn(found, name) ? found[name] : undefined) ?? hole);
const fillTarget = (target: RuleTarget, found: Found): RuleTarget =>
  target.kind === 'screen'
    ? { kind: 'screen', screen: fill(target.screen, found) }
    : { kind: 'url', url: fill(target.url, found) };

/** The rules as they would be with a draft among them; a new one comes after the others of its position. */
export const withDraft = (rules: readonly Rule[], draft: RuleDraft): readonly Rule[] => {
  const stored = rules.find((rule) => rule.id === draft.id);
  const createdAtMs = stored?.createdAtMs ?? Number.MAX_SAFE_INTEGER;
  const rule: Rule = { ...draft, createdAtMs, updatedAtMs: createdAtMs };
  return [...rules.filter((one) => one !== stored), rule];
};

/**
 * Asks the rules of one app in order; the first that matches decides. `ext` null: the tap carried none, so only rules about
 * addresses can match. `opened`: what the system was handed.
 */
export const tryRules = (rules: readonly Rule[], ext: string | null, opened: Opened | null = null): RuleTrial => {
  let matchedRuleId: string | null = null;
  let target: RuleTarget | null = null;
  const inOrder = rules.toSorted(
    (a, b) => a.position - b.position || a.createdAtMs - b.createdAtMs || a.id.localeCompare(b.id),
  );
  const tried = inOrder.map((rule): RuleTrial['tried'][number] => {
    const row = { ruleId: rule.id, name: rule.name, match: rule.match };
    if (!rule.enabled) return { ...row, outcome: 'disabled' };
    if (matchedRuleId !== null) return { ...row, outcome: 'not-reached' };
    const answer = ask(rule.match, ext, opened);
    if ('tooSlow' in answer) return { ...row, outcome: 'too-slow' };
    if ('broken' in answer) return { ...row, outcome: 'broken', detail: answer.broken };
    if (!answer.matched) return { ...row, outcome: 'no-match' };
    matchedRuleId = rule.id;
    target = fillTarget(rule.target, answer.found);
    return { ...row, outcome: 'matched' };
  });
  return { matchedRuleId, target, tried };
};
