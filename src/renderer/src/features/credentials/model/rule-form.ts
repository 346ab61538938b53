import type { Phrase, Rule, RuleInput, RuleMatch, RuleTarget } from '../../../../../shared/contract/index.ts';
import { problemsOf, type FieldProblem, type Problems } from './draft.ts';

export type RuleForm = RuleInput;
export const matchKinds = [
  'equals',
  'contains',
  'regex',
  'json-path',
  'entity',
  'scheme',
  'universal-link',
  'intent-filter',
] as const satisfies readonly RuleMatch['kind'][];

export const newRule = (appId: string, rules: readonly Rule[]): RuleForm => ({
  appId,
  name: '',
  position: nextPosition(rules.filter((rule) => rule.appId === appId)),
  enabled: true,
  match: { kind: 'equals', value: '' },
  target: { kind: 'screen', screen: '' },
});
export const ruleForm = ({ appId, name, position, enabled, match, target }: Rule): RuleForm => ({
  appId,
  name,
  position,
  enabled,
  match,
  target,
});

const nextPosition = (rules: readonly Rule[]): number =>
  rules.reduce((last, rule) => Math.max(last, rule.position), -1) + 1;

/** The order in which the rules of an app are tried; the same as the core's. */
export const inOrder = (rules: readonly Rule[], appId: string): readonly Rule[] =>
  rules
    .filter((rule) => rule.appId === appId)
    .toSorted((a, b) => a.position - b.position || a.createdAtMs - b.createdAtMs || a.id.localeCompare(b.id));

/** Moving one rule up or down: the positions that change. `ordered` as from `inOrder`; nothing at either end. */
export const moveRule = (
  ordered: readonly Rule[],
  id: string,
  by: -1 | 1,
): readonly { readonly id: string; readonly position: number }[] => {
  const from = ordered.findIndex((rule) => rule.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ordered.length) return [];
  const next = [...ordered];
  next.splice(to, 0, ...next.splice(from, 1));
  return next.flatMap((rule, position) => (rule.position === position ? [] : [{ id: rule.id, position }]));
};

/** Another way to compare keeps what was typed, where it means something there too. */
export const withMatchKind = (match: RuleMatch, kind: RuleMatch['kind']): RuleMatch => {
  if (kind === match.kind) return match;
  const host = 'host' in match ? match.host : '';
  const path = 'host' in match ? match.path : '';
  const scheme = 'scheme' in match ? match.scheme : '';
  switch (kind) {
    case 'json-path':
      return { kind, path: '$.', value: '' };
    case 'entity':
      return { kind, chatType: 0, action: 0 };
    case 'scheme':
      return { kind, scheme };
    case 'universal-link':
      return { kind, host, path };
    case 'intent-filter':
      return { kind, action: 'android.intent.action.VIEW', scheme, host, path, pathKind: 'prefix' };
    default:
      return isTextMatch(match) ? { ...match, kind } : { kind, value: '' };
  }
};

type TextMatch = Extract<RuleMatch, { kind: 'equals' | 'contains' | 'regex' }>;
/** It compares a text, or the value of one key. */
export const isTextMatch = (match: RuleMatch): match is TextMatch =>
  match.kind === 'equals' || match.kind === 'contains' || match.kind === 'regex';

const addressHoles = ['value', 'scheme', 'host', 'path', 'last'];
/** An address has any number of parameters: each is a hole of its own name. */
const hasAddress = ({ kind }: RuleMatch): boolean =>
  kind === 'scheme' || kind === 'universal-link' || kind === 'intent-filter';

export const targetText = (target: RuleTarget): string => (target.kind === 'screen' ? target.screen : target.url);
export const makeTarget = (kind: RuleTarget['kind'], text: string): RuleTarget =>
  kind === 'screen' ? { kind, screen: text } : { kind, url: text };

const compile = (pattern: string): RegExp | string => {
  try {
    return new RegExp(pattern, 'u');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** The holes a target may have with this match, without braces. A regex that cannot be read has `value` only. */
export const holesOf = (match: RuleMatch): readonly string[] => {
  if (match.kind === 'entity') return ['value', 'sender', 'nickname', 'content', 'screen', 'chatType', 'action'];
  if (hasAddress(match)) return addressHoles;
  if (match.kind !== 'regex') return ['value'];
  const pattern = compile(match.value);
  if (typeof pattern === 'string') return ['value'];
  // An empty alternative matches anything, so that the groups can be counted without a text.
  const groups = new RegExp(`${pattern.source}|`, 'u').exec('');
  const numbers = Array.from({ length: (groups?.length ?? 1) - 1 }, (_, index) => String(index + 1));
  return ['value', ...numbers, ...Object.keys(groups?.groups ?? {})];
};

/** The first hole of a target that the match never fills; null when there is none. `{0}` is the whole match of a regex. */
export const strangeHole = (match: RuleMatch, target: RuleTarget): string | null => {
  if (hasAddress(match)) return null;
  const known = new Set([...holesOf(match), ...(match.kind === 'regex' ? ['0'] : [])]);
  return (
    [...targetText(target).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).find((name) => !known.has(name)) ?? null
  );
};

const isScheme = (text: string): boolean => /^[a-z][a-z\d+.-]*$/i.test(text);
const isHost = (text: string): boolean => /^(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*$/i.test(text);

const matchProblem = (match: RuleMatch): FieldProblem | undefined => {
  switch (match.kind) {
    case 'equals':
      return undefined;
    case 'contains':
      return match.value === '' ? { id: 'credentials.problem.contains', isMissing: true } : undefined;
    case 'regex': {
      if (match.value === '') return { id: 'credentials.problem.regex', isMissing: true };
      const pattern = compile(match.value);
      return typeof pattern === 'string'
        ? { id: 'credentials.problem.regexBroken', params: { detail: pattern } }
        : undefined;
    }
    case 'json-path':
      return match.path.startsWith('$') ? undefined : { id: 'credentials.problem.jsonPath' };
    case 'entity':
      return undefined;
    case 'scheme':
      if (match.scheme === '') return { id: 'credentials.problem.scheme', isMissing: true };
      return isScheme(match.scheme) ? undefined : { id: 'credentials.problem.schemeBroken' };
    case 'universal-link':
      if (match.host === '') return { id: 'credentials.problem.host', isMissing: true };
      return isHost(match.host) ? undefined : { id: 'credentials.problem.hostBroken' };
    case 'intent-filter':
      if (match.action === '' && match.scheme === '') return { id: 'credentials.problem.filter', isMissing: true };
      return match.scheme === '' || isScheme(match.scheme) ? undefined : { id: 'credentials.problem.schemeBroken' };
  }
};

export const ruleProblems = (form: RuleForm): Problems<RuleForm> =>
  problemsOf<RuleForm>({
    appId: form.appId === '' ? { id: 'credentials.problem.app', isMissing: true } : undefined,
    match: matchProblem(form.match),
    target:
      targetText(form.target) === '' ? { id: `credentials.problem.${form.target.kind}`, isMissing: true } : undefined,
  });

/** The address a rule asks for, as one would write it. */
export const addressText = (match: Exclude<RuleMatch, TextMatch | { kind: 'entity' | 'json-path' }>): string => {
  if (match.kind === 'scheme') return `${match.scheme}:`;
  if (match.kind === 'universal-link') return `https://${match.host}${match.path}`;
  if (match.scheme === '') return match.action;
  const rest = match.pathKind === 'prefix' && match.path !== '' ? `${match.path}*` : match.path;
  return `${match.scheme}://${match.host}${rest}`;
};

/** A match in a line: what it compares, as its id in the catalogue and what fills it. */
export const matchPhrase = (match: RuleMatch): Phrase => {
  if (isTextMatch(match)) {
    const line: Phrase = { id: `credentials.match.${match.kind}.line`, params: { value: match.value } };
    return match.key
      ? { id: `credentials.match.${match.kind}.keyLine`, params: { ...line.params, key: match.key } }
      : line;
  }
  if (match.kind === 'entity') {
    return { id: `credentials.match.entity.line.${match.chatType}.${match.action}` };
  }
  if (match.kind !== 'json-path') {
    return { id: `credentials.match.${match.kind}.line`, params: { address: addressText(match) } };
  }
  return match.value === ''
    ? { id: 'credentials.match.json-path.line', params: { path: match.path } }
    : { id: 'credentials.match.json-path.valueLine', params: { path: match.path, value: match.value } };
};
