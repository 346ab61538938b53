import { describe, expect, it } from 'vitest';
import {
  holesOf,
  inOrder,
  makeTarget,
  matchPhrase,
  moveRule,
  newRule,
  ruleForm,
  ruleProblems,
  strangeHole,
  withMatchKind,
} from './rule-form.ts';
import { rule } from './samples.ts';

describe('a rule', () => {
  const form = ruleForm(rule());
  it('as stored has no problem', () => expect(ruleProblems(form)).toEqual({}));
  it('a new one needs to lead somewhere, and comes last', () => {
    const fresh = newRule('app_1', [rule({ position: 4 }), rule({ appId: 'app_2', position: 9 })]);
    expect(fresh.position).toBe(5);
    expect(ruleProblems(fresh)).toEqual({ target: { id: 'credentials.problem.screen', isMissing: true } });
  });
  it('needs something to look for', () => {
    expect(ruleProblems({ ...form, match: { kind: 'contains', value: '' } })).toEqual({
      match: { id: 'credentials.problem.contains', isMissing: true },
    });
    expect(ruleProblems({ ...form, match: { kind: 'regex', value: '' } })).toEqual({
      match: { id: 'credentials.problem.regex', isMissing: true },
    });
    // An empty ext may be meant.
    expect(ruleProblems({ ...form, match: { kind: 'equals', value: '' } })).toEqual({});
  });
  it('needs a readable regular expression', () =>
    expect(ruleProblems({ ...form, match: { kind: 'regex', value: '(' } }).match?.id).toBe(
      'credentials.problem.regexBroken',
    ));
  it('needs a path from the root', () =>
    expect(ruleProblems({ ...form, match: { kind: 'json-path', path: 'entity.sender', value: '' } })).toEqual({
      match: { id: 'credentials.problem.jsonPath' },
    }));
  it('needs an app', () =>
    expect(ruleProblems({ ...form, appId: '' })).toEqual({
      appId: { id: 'credentials.problem.app', isMissing: true },
    }));
});

describe('holes of a target', () => {
  it('are the groups of a regular expression, by number and by name', () =>
    expect(holesOf({ kind: 'regex', value: 'a(\\d+)-(?<who>\\w+)' })).toEqual(['value', '1', '2', 'who']));
  it('are the found value otherwise, and with a pattern nobody can read', () => {
    expect(holesOf({ kind: 'equals', value: 'x' })).toEqual(['value']);
    expect(holesOf({ kind: 'regex', value: '(' })).toEqual(['value']);
  });
  it('that the match never fills are named', () => {
    const match = { kind: 'regex', value: '(\\w+)' } as const;
    expect(strangeHole(match, makeTarget('screen', 'chat/{1}/{0}/{value}'))).toBeNull();
    expect(strangeHole(match, makeTarget('url', 'demo://{2}'))).toBe('2');
    expect(strangeHole({ kind: 'contains', value: 'x' }, makeTarget('screen', '{1}'))).toBe('1');
  });
});

describe('the order of rules', () => {
  const rules = [rule({ id: 'c', position: 1, createdAtMs: 2 }), rule({ id: 'b', position: 1 }), rule({ id: 'a' })];
  const ordered = inOrder([...rules, rule({ id: 'x', appId: 'app_2' })], 'app_1');
  it('is by position, then by age, within an app', () => expect(ordered.map(({ id }) => id)).toEqual(['a', 'b', 'c']));
  it('moving one writes the positions that change', () => {
    expect(moveRule(ordered, 'b', -1)).toEqual([
      { id: 'b', position: 0 },
      { id: 'a', position: 1 },
      { id: 'c', position: 2 },
    ]);
    expect(moveRule(ordered, 'c', -1)).toEqual([{ id: 'b', position: 2 }]);
  });
  it('nothing moves beyond an end', () => {
    expect(moveRule(ordered, 'a', -1)).toEqual([]);
    expect(moveRule(ordered, 'c', 1)).toEqual([]);
    expect(moveRule(ordered, 'gone', 1)).toEqual([]);
  });
});

describe('another way to compare', () => {
  it('keeps the text where it means something', () =>
    expect(withMatchKind({ kind: 'equals', value: 'x' }, 'regex')).toEqual({ kind: 'regex', value: 'x' }));
  it('starts anew where it does not', () => {
    expect(withMatchKind({ kind: 'equals', value: 'x' }, 'json-path')).toEqual({
      kind: 'json-path',
      path: '$.',
      value: '',
    });
    expect(withMatchKind({ kind: 'json-path', path: '$.a', value: 'b' }, 'contains')).toEqual({
      kind: 'contains',
      value: '',
    });
  });
  it('a line says it', () => {
    expect(matchPhrase({ kind: 'json-path', path: '$.a', value: '' }).id).toBe('credentials.match.json-path.line');
    expect(matchPhrase({ kind: 'json-path', path: '$.a', value: 'b' }).params).toEqual({ path: '$.a', value: 'b' });
    expect(matchPhrase({ kind: 'contains', value: 'b' })).toEqual({
      id: 'credentials.match.contains.line',
      params: { value: 'b' },
    });
  });
});
