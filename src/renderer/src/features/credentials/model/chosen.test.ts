import { describe, expect, it } from 'vitest';
import { entryKey, newKey, parseChosen } from './chosen.ts';

describe('what is chosen, as text', () => {
  it('names an entry', () =>
    expect(parseChosen(entryKey('device', 'dev_1'))).toEqual({ state: 'entry', kind: 'device', id: 'dev_1' }));
  it('names a form for a new entry', () =>
    expect(parseChosen(newKey('account'))).toEqual({ state: 'new', kind: 'account', forId: null }));
  it('carries the app a new rule is for', () =>
    expect(parseChosen(newKey('rule', 'app_1'))).toEqual({ state: 'new', kind: 'rule', forId: 'app_1' }));
  it.each(['', 'device', 'device:', 'phone:1', 'new:', 'new:phone'])('%j is nothing chosen', (text) =>
    expect(parseChosen(text)).toEqual({ state: 'none' }),
  );
});
