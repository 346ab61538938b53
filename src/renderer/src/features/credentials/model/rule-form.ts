import type { Phrase, Rule, RuleInput, RuleMatch, RuleTarget } from '../../../../../shared/contract/index.ts';
import { problemsOf, type FieldProblem, type Problems } from './draft.ts';

export type RuleForm = RuleInput;
export const matchKinds = ['equals', 'contains', 'regex', 'json-path'] as const satisfies readonly RuleMatch['kind'][];

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
  if (kind === 'json-path') return { kind, path: '$.', value: '' };
  return { kind, value: match.kind === 'json-path' ? '' : match.value };
};

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
  const known = new Set([...holesOf(match), ...(match.kind === 'regex' ? ['0'] : [])]);
  return (
    [...targetText(target).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).find((name) => !known.has(name)) ?? null
  );
};

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
  }
};

export const ruleProblems = (form: RuleForm): Problems<RuleForm> =>
  problemsOf<RuleForm>({
    appId: form.appId === '' ? { id: 'credentials.problem.app', isMissing: true } : undefined,
    match: matchProblem(form.match),
    target:
      targetText(form.target) === '' ? { id: `credentials.problem.${form.target.kind}`, isMissing: true } : undefined,
  });

/** A match in a line: what it compares, as its id in the catalogue and what fills it. */
export const matchPhrase = (match: RuleMatch): Phrase => {
  if (match.kind !== 'json-path') return { id: `credentials.match.${match.kind}.line`, params: { value: match.value } };
  return match.value === ''
    ? { id: 'credentials.match.json-path.line', params: { path: match.path } }
    : { id: 'credentials.match.json-path.valueLine', params: { path: match.path, value: match.value } };
};
