import { describe, expect, it } from 'vitest';
import { actionRows, actionsProblem, blankAction, categoriesOf, type ActionRow } from './app-actions.ts';

const reply: ActionRow = { category: 'message', id: 'reply', title: 'Reply', kind: 'text' };
const block: ActionRow = { category: 'message', id: 'block', title: 'Block', kind: 'destructive' };
const call: ActionRow = { category: 'call', id: 'reply', title: 'Call back', kind: 'plain' };

describe('the buttons of an app’s categories', () => {
  it('are the same after rows', () =>
    expect(actionRows(categoriesOf([reply, block, call]))).toEqual([reply, block, call]));
  it('are without empty rows and blanks around', () =>
    expect(categoriesOf([blankAction, { ...reply, id: ' reply ' }])).toEqual({
      message: [{ id: 'reply', title: 'Reply', kind: 'text' }],
    }));
  it('are nothing without rows', () => expect(categoriesOf([])).toEqual({}));
});

describe('actionsProblem', () => {
  it('finds nothing in complete rows, an empty one among them', () =>
    expect(actionsProblem([reply, block, call, blankAction])).toBeUndefined());
  it.each(['category', 'id', 'title'] as const)('asks for the %s', (field) =>
    expect(actionsProblem([{ ...reply, [field]: ' ' }])?.id).toBe('credentials.problem.actionEmpty'),
  );
  it('finds an identifier twice in one category', () =>
    expect(actionsProblem([reply, block, { ...call, category: 'message' }])).toEqual({
      id: 'credentials.problem.actionTwice',
      params: { id: 'reply', category: 'message' },
    }));
  it('finds more than ten', () => {
    const many = Array.from({ length: 11 }, (_, at) => ({ ...reply, id: `a${at}` }));
    expect(actionsProblem(many)).toEqual({
      id: 'credentials.problem.actionsMany',
      params: { category: 'message', most: 10 },
    });
  });
});
