import { describe, expect, it } from 'vitest';
import type { Tap, TapMatrixRow } from '../../../../../shared/contract/index.ts';
import { cellsOf, defaultTarget, targetsOf, toCsv, toMarkdown } from './matrix.ts';

const names = { accounts: [{ userId: 'denny', nickname: 'Denny' }], groups: [] };
const tap = (screen: string | null, opens: Tap['opens'] = { kind: 'app', name: '' }) =>
  ({
    appState: 'killed',
    opens,
    rules: { matchedRuleId: null, tried: [], target: screen === null ? null : { kind: 'screen', screen } },
  }) as unknown as Tap;
const row = (...taps: Tap[]): TapMatrixRow => ({
  deviceId: 'dev_1',
  userId: 'vinson',
  vendor: 'apns',
  pushed: true,
  stoppedBy: null,
  taps,
});
const nothing = tap(null, { kind: 'nothing', name: '' });

describe('the intended target', () => {
  it('is the most common place that a redirect leads to, also where more cells lead nowhere', () => {
    const targets = targetsOf([row(nothing, nothing, tap('chat/denny'))], names);
    expect(targets.map(({ key, count }) => [key, count])).toEqual([
      ['nothing', 2],
      ['chat Denny', 1],
    ]);
    expect(defaultTarget(targets)).toBe('chat Denny');
  });
  it('is the most common of all where no cell leads anywhere', () => {
    expect(defaultTarget(targetsOf([row(nothing, tap(null), tap(null))], names))).toBe('first');
    expect(defaultTarget([])).toBe('');
  });
  it('marks the cells that lead elsewhere', () =>
    expect(cellsOf(row(nothing, tap('chat/denny')), 'chat Denny', names).map((cell) => cell.differs)).toEqual([
      true,
      false,
    ]));
});

describe('exports', () => {
  it('quote what CSV needs quoted, and keep formulas from running', () =>
    expect(toCsv([['a', 'b"c', 'd,e', '=1+1', 'f\ng']])).toBe('a,"b""c","d,e",\'=1+1,"f\ng"\r\n'));
  it('escape bars in Markdown and keep a row on its line', () =>
    expect(
      toMarkdown([
        ['a', 'b|c'],
        ['d\ne', 'f\\'],
      ]),
    ).toBe('| a | b\\|c |\n| --- | --- |\n| d e | f\\\\ |\n'));
});
