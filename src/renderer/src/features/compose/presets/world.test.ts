import { describe, expect, it } from 'vitest';
import { aDevice, aGroup, anAccount } from '../../../../../../tests/support/workspace.ts';
import { freshName, nameProblem, renamed, without } from './own-variables.ts';
import { mergeChanges, patchesOf, planWorld, undoOf, withPatches, type Entries } from './world.ts';

const entries: Entries = {
  devices: [aDevice(), aDevice({ id: 'dev_pixel', platform: 'android', vendor: 'fcm', name: 'Pixel' })],
  accounts: [anAccount(), anAccount({ id: 'acc_denny', userId: 'denny', nickname: 'Denny' })],
  groups: [aGroup()],
};
const cards = { groups: [{ groupId: 'lunch', name: 'Noon', nameCards: { denny: '', vinson: 'V' } }] };

describe('the workspace as a preset needs it', () => {
  it('phones are chosen by person, platform and vendor; what is so already is no change', () => {
    const set = { loginState: 'logged-out', appState: 'killed' } as const;
    const ids = (which: object) =>
      planWorld({ devices: [{ userId: 'vinson', set, ...which }] }, entries).changes.map((one) => [one.id, one.field]);
    expect(ids({})).toEqual([
      ['dev_iphone', 'loginState'],
      ['dev_pixel', 'loginState'],
    ]);
    expect(ids({ platform: 'android' })).toEqual([['dev_pixel', 'loginState']]);
    expect(ids({ vendor: 'apns' })).toEqual([['dev_iphone', 'loginState']]);
  });
  it('what is not there is named', () => {
    const plan = planWorld(
      {
        devices: [{ userId: 'mia', platform: 'ios', set: {} }],
        accounts: [{ userId: 'mia', nickname: '' }],
        groups: [{ groupId: 'gone' }],
      },
      entries,
    );
    expect(plan.changes).toEqual([]);
    expect(plan.missing.map((phrase) => phrase.id)).toEqual(
      ['device', 'account', 'group'].map((kind) => `compose.world.missing.${kind}`),
    );
  });
  it('changes of one entry are one patch, and taken back they leave it as it was', () => {
    const { changes } = planWorld(cards, entries);
    const patches = patchesOf(changes, entries);
    expect(patches).toHaveLength(1);
    expect(patches[0]?.patch).toMatchObject({ name: 'Noon', members: [{ nameCard: '' }, { nameCard: 'V' }] });
    const after = withPatches(entries, patches);
    expect(withPatches(after, patchesOf(undoOf(changes, after), after))).toEqual(entries);
  });
  it('what somebody changed since is not taken back', () => {
    const { changes } = planWorld(cards, entries);
    const after = withPatches(entries, patchesOf(changes, entries));
    const since = { ...after, groups: after.groups.map((group) => ({ ...group, name: 'Dinner' })) };
    expect(undoOf(changes, since).map((change) => change.field)).toEqual(['nameCard', 'nameCard']);
  });
  it('two changes of one field are one, from the first value to the last; back again is none', () => {
    const [first] = planWorld({ accounts: [{ userId: 'denny', nickname: 'D' }] }, entries).changes;
    const then = { ...first!, before: 'D', after: 'E' };
    expect(mergeChanges([first!], [then])).toEqual([{ ...first, after: 'E' }]);
    expect(mergeChanges([first!], [{ ...then, after: 'Denny' }])).toEqual([]);
  });
});

describe('own variables', () => {
  it.each([
    ['order', null],
    ['订单_1', null],
    ['token', 'taken'],
    ['', 'badName'],
    ['1st', 'badName'],
    ['a b', 'badName'],
    ['x'.repeat(65), 'badName'],
  ])('%s as a name: %s', (name, problem) => expect(nameProblem(name)).toBe(problem));
  it('a new one has a name of its own, a renamed one keeps its place', () => {
    expect([freshName({}), freshName({ name: '', name2: '' })]).toEqual(['name', 'name3']);
    expect(Object.keys(renamed({ a: '1', b: '2' }, 'a', 'c'))).toEqual(['c', 'b']);
    expect(without({ a: '1', b: '2' }, 'a')).toEqual({ b: '2' });
  });
});
