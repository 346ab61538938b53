import { describe, expect, it } from 'vitest';
import { changedPath, noHistory, remember, stepBack, stepForward, type History, type Moment } from './history.ts';
import { draftOf } from './message-draft.ts';

const moment = (text: string, restText: string | null = null): Moment => ({
  draft: draftOf({
    from: 'denny',
    conversation: { kind: 'c2c', to: 'vinson' },
    elements: [{ kind: 'text', text }],
    offlinePush: null,
    onlineUserOnly: false,
    messageClass: 'chat',
  }),
  restText,
});

describe('undo', () => {
  it('letters typed into one field are one step, a pause or another field begins the next', () => {
    let history: History = noHistory;
    history = remember(history, moment(''), '.title', 0);
    history = remember(history, moment('a'), '.title', 300);
    history = remember(history, moment('ab'), '.title', 900);
    expect(history.past).toHaveLength(1);
    history = remember(history, moment('abc'), '.title', 5000);
    history = remember(history, moment('abcd'), '.desc', 5100);
    history = remember(history, moment('abcde'), '', 5150);
    history = remember(history, moment('abcdef'), '', 5200);
    expect(history.past).toHaveLength(5);
  });
  it('goes back and forward over the same moments, and a change ends what lay ahead', () => {
    const [one, two, three] = [moment('one'), moment('two', '{"broken":'), moment('three')];
    const history = remember(remember(noHistory, one, '.a', 0), two, '.b', 0);
    const back = stepBack(history, three);
    expect(back?.moment).toBe(two);
    const again = back && stepForward(back.history, back.moment);
    expect(again?.moment).toBe(three);
    expect(again?.history.past).toEqual([one, two]);
    expect(back && remember(back.history, two, '.c', 9).future).toEqual([]);
    expect(stepBack(noHistory, one)).toBeNull();
    expect(stepForward(noHistory, one)).toBeNull();
  });
  it('names the one field that changed', () => {
    const before = { a: 1, push: { title: 'x', android: { oppo: {} } }, list: ['a', 'b'] };
    expect(changedPath(before, { ...before, push: { ...before.push, title: 'y' } })).toBe('.push.title');
    expect(changedPath(before, { ...before, list: ['a', 'c'] })).toBe('.list.1');
    expect(changedPath(before, { ...before, a: 2, push: { title: 'z' } })).toBe('');
    expect(changedPath({}, { title: 'new' })).toBe('.title');
  });
});
