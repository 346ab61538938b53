import { describe, expect, it } from 'vitest';
import type { Rule, RuleDraft, RuleMatch } from '../../shared/contract/index.ts';
import { tryRules, withDraft } from './rules.ts';

const rule = (id: string, match: RuleMatch, screen = id, over: Partial<Rule> = {}): Rule => ({
  id,
  appId: 'app',
  name: id,
  position: 0,
  enabled: true,
  match,
  target: { kind: 'screen', screen },
  createdAtMs: 0,
  updatedAtMs: 0,
  ...over,
});
const outcomes = (rules: readonly Rule[], ext: string | null) => tryRules(rules, ext).tried.map((one) => one.outcome);

describe('redirect rules (R9)', () => {
  it('equals compares the whole text', () => {
    const rules = [rule('a', { kind: 'equals', value: 'jump to denny' }, 'chat/denny')];
    expect(tryRules(rules, 'jump to denny')).toMatchObject({
      matchedRuleId: 'a',
      target: { kind: 'screen', screen: 'chat/denny' },
    });
    expect(outcomes(rules, 'jump to denny ')).toEqual(['no-match']);
  });
  it('contains finds a part, and never matches on nothing', () => {
    expect(outcomes([rule('a', { kind: 'contains', value: 'denny' })], 'jump to denny')).toEqual(['matched']);
    expect(outcomes([rule('a', { kind: 'contains', value: '' })], 'jump')).toEqual(['no-match']);
  });
  it('regex groups fill the target by number and by name', () => {
    const numbered = [rule('a', { kind: 'regex', value: '^jump to (\\w+)$' }, 'chat/{1}')];
    expect(tryRules(numbered, 'jump to denny').target).toEqual({ kind: 'screen', screen: 'chat/denny' });
    const named = [rule('a', { kind: 'regex', value: '^jump to (?<who>\\w+)$' }, 'chat/{who}')];
    expect(tryRules(named, 'jump to denny').target).toEqual({ kind: 'screen', screen: 'chat/denny' });
  });
  it('a JSON path reads ext as JSON', () => {
    const rules = [rule('a', { kind: 'json-path', path: '$.entity.sender', value: '' }, 'chat/{value}')];
    expect(tryRules(rules, '{"entity":{"sender":"denny"}}').target).toEqual({ kind: 'screen', screen: 'chat/denny' });
    expect(outcomes(rules, 'jump to denny')).toEqual(['no-match']);
    expect(outcomes([rule('a', { kind: 'json-path', path: '$.n', value: '7' })], '{"n":7}')).toEqual(['matched']);
    expect(outcomes([rule('a', { kind: 'json-path', path: '$.n', value: '8' })], '{"n":7}')).toEqual(['no-match']);
  });
  it('TUIKit’s entity gives the chat', () => {
    const rules = [rule('a', { kind: 'entity', chatType: 1, action: 1 }, 'chat/{sender}')];
    const ext = (chatType: number) => JSON.stringify({ entity: { version: 1, chatType, action: 1, sender: 'denny' } });
    expect(tryRules(rules, ext(1)).target).toEqual({ kind: 'screen', screen: 'chat/denny' });
    expect(outcomes(rules, ext(2))).toEqual(['no-match']);
  });
  it('a URL target is filled too', () => {
    const rules = [
      rule('a', { kind: 'regex', value: '(\\d+)' }, 'x', { target: { kind: 'url', url: 'demo://order/{1}' } }),
    ];
    expect(tryRules(rules, 'order 42').target).toEqual({ kind: 'url', url: 'demo://order/42' });
  });
  it('position decides the order, and the first match ends it', () => {
    const any: RuleMatch = { kind: 'contains', value: 'a' };
    expect(
      tryRules([rule('b', any, 'b', { position: 2 }), rule('a', any, 'a', { position: 1 })], 'a').matchedRuleId,
    ).toBe('a');
    expect(outcomes([rule('a', any), rule('b', any)], 'a')).toEqual(['matched', 'not-reached']);
  });
  it('a disabled rule is passed over', () =>
    expect(outcomes([rule('a', { kind: 'contains', value: 'a' }, 'a', { enabled: false })], 'a')).toEqual([
      'disabled',
    ]));
  it('a broken pattern says so and the next rule is asked', () => {
    const rules = [rule('a', { kind: 'regex', value: '(' }), rule('b', { kind: 'equals', value: 'x' })];
    const trial = tryRules(rules, 'x');
    expect(trial.tried[0]).toMatchObject({ outcome: 'broken' });
    expect(trial.tried[0]?.detail).toContain('Unterminated group');
    expect(trial.matchedRuleId).toBe('b');
  });
  it('a broken JSON path says so', () =>
    expect(outcomes([rule('a', { kind: 'json-path', path: '$[', value: '' })], '{}')).toEqual(['broken']));
  it('a pattern that would never end is stopped', () => {
    const started = Date.now();
    expect(outcomes([rule('a', { kind: 'regex', value: '^(a+)+$' })], `${'a'.repeat(40)}!`)).toEqual(['too-slow']);
    expect(Date.now() - started).toBeLessThan(5000);
  });
  it('nor does one inside of a JSON path keep anybody waiting', () => {
    const match = { kind: 'json-path', path: "$[?match(@.a, '(a+)+b')]", value: '' } as const;
    const ext = JSON.stringify([{ a: 'a'.repeat(40) }]);
    expect(outcomes([rule('a', match)], ext)).toEqual(['too-slow']);
    expect(outcomes([rule('a', { ...match, path: "$[?match(@.a, 'a+')]" })], ext)).toEqual(['matched']);
  });
  it('a hole that is no group of the pattern stays', () => {
    const target = { kind: 'screen', screen: 'chat/{constructor}/{1}' } as const;
    const trial = tryRules([{ ...rule('a', { kind: 'regex', value: '(b)' }), target }], 'b');
    expect(trial.target).toEqual({ kind: 'screen', screen: 'chat/{constructor}/b' });
  });
  it('no ext, no match', () =>
    expect(outcomes([rule('a', { kind: 'equals', value: '' })], null)).toEqual(['no-match']));
});

describe('a rule that is being edited', () => {
  const draft = (over: Partial<RuleDraft> = {}): RuleDraft => ({
    id: '',
    appId: 'app',
    name: 'draft',
    position: 0,
    enabled: true,
    match: { kind: 'contains', value: 'a' },
    target: { kind: 'screen', screen: 'draft' },
    ...over,
  });
  const any: RuleMatch = { kind: 'contains', value: 'a' };
  const targetOf = (rules: readonly Rule[]) => tryRules(rules, 'a').target;

  it('stands in for the stored one of its id, at its place', () => {
    const stored = [rule('one', any), rule('two', any)];
    expect(withDraft(stored, draft({ id: 'one' })).map((one) => one.id)).toEqual(['two', 'one']);
    expect(targetOf(withDraft(stored, draft({ id: 'one' })))).toEqual({ kind: 'screen', screen: 'draft' });
  });
  it('comes after the others of its position when it is new', () => {
    expect(targetOf(withDraft([rule('one', any)], draft()))).toEqual({ kind: 'screen', screen: 'one' });
    expect(targetOf(withDraft([rule('one', any)], draft({ position: -1 })))).toEqual({
      kind: 'screen',
      screen: 'draft',
    });
  });
});
