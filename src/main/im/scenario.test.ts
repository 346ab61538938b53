import { describe, expect, it } from 'vitest';
import { aMessage, p8 } from '../../../tests/support/im.ts';
import { aDevice, aGroup, anAccount, anApp } from '../../../tests/support/workspace.ts';
import type { Device, ScenarioStep } from '../../shared/contract/index.ts';
import { defaultSwitches, imTexts, playScenario, type ScenarioSetting, type Stage } from './index.ts';

const setting: ScenarioSetting = {
  groups: [aGroup()],
  apps: [anApp()],
  credentialOf: () => ({ name: 'key', certificateId: 10_001, facts: p8 }),
  switches: defaultSwitches,
  fill: (message) => message,
};
const stage = (...devices: Device[]): Stage => ({
  phones: devices.map((device, index) => ({ id: `p${index}`, device, icon: null })),
  accounts: [anAccount(), anAccount({ id: 'acc_denny', userId: 'denny', nickname: 'Denny' })],
  recent: [],
  nowMs: 50_000,
});
const fresh = aDevice({ loginState: 'never', token: null, tokenReportedAtMs: null, lastLoginAtMs: null });
const on = { device: 'p0' };
const message: ScenarioStep = { event: 'message' };
const play = (start: Stage, ...steps: ScenarioStep[]) => playScenario(start, steps, aMessage(), setting);
/** `pushed badge` of the first phone after each step. */
const outcomes = (moments: ReturnType<typeof play>) =>
  moments.map(({ decisions }) => {
    const one = decisions.get('p0');
    return one?.pushed ? one.intent?.badge : one?.decidingGateId;
  });

describe('scenarios', () => {
  it('R6 the badge begins with background(3) and counts on with each push', () => {
    const moments = play(
      stage(fresh),
      { event: 'login', ...on },
      { event: 'token', ...on },
      { event: 'background', ...on, unread: 3, reported: true },
      message,
      message,
      { event: 'tap', ...on },
      message,
      { event: 'background', ...on, unread: 0, reported: true },
      message,
    );
    const state = 'recipient-state';
    expect(outcomes(moments)).toEqual([state, state, state, 4, 4, 5, state, state, 1, 1]);
    expect(moments.map((moment) => moment.stage.phones[0]?.icon)).toEqual([null, null, null, null, 4, 5, 5, 5, 5, 1]);
  });
  it('R20 a token before login is answered 21005', () =>
    expect(play(stage(fresh), { event: 'token', ...on }).at(-1)?.answer).toMatchObject({ code: 21_005 }));
  it('R21 a login on a second phone kicks the first, which then gets nothing', () => {
    const second = aDevice({ id: 'dev_2', loginState: 'never' });
    const moments = play(stage(aDevice(), second), message, { event: 'login', device: 'p1' }, message);
    expect(moments.map(({ decisions }) => decisions.get('p0')?.pushed)).toEqual([true, true, false, false]);
    expect(moments.at(-1)?.stage.phones[0]?.device.loginState).toBe('kicked');
  });
  it('kicked from outside needs somebody who is logged in', () => {
    const moments = play(stage(aDevice()), { event: 'kicked', ...on }, { event: 'kicked', ...on });
    expect(moments.map((moment) => moment.problem)).toEqual([null, null, 'not-logged-in']);
    expect(imTexts.en['im.scenario.not-logged-in']).toBeTruthy();
  });
  it('R12 killed on SDK 1.7.0 gets nothing, on 1.8.0 it does', () => {
    const device = aDevice({ platform: 'android', vendor: 'fcm', sdkVersion: '1.7.0' });
    const moments = play(stage(device), message, { event: 'update', ...on, sdkVersion: '1.8.0' }, message);
    expect(moments.map(({ decisions }) => decisions.get('p0')?.pushed)).toEqual([false, false, true, true]);
  });
  it('R53 the account’s switch, and eight days of silence', () => {
    const killed = aDevice({ appStateAtMs: 50_000 });
    const steps: ScenarioStep[] = [
      { event: 'push-switch', ...on, enabled: false },
      { event: 'push-switch', ...on, enabled: true },
      { event: 'wait', seconds: 8 * 86_400 },
    ];
    expect(outcomes(play(stage(killed), ...steps))).toEqual([1, 'global-switch', 1, 'recipient-state']);
  });
  it('the same MsgRandom twice is dropped the second time', () => {
    const again: ScenarioStep = { event: 'message', message: aMessage({ options: { random: 7 } }) };
    expect(outcomes(play(stage(aDevice()), again, again))).toEqual([1, 1, 'duplicate']);
  });
  it('a permission taken away leaves the icon as it was', () => {
    const moments = play(stage(aDevice()), { event: 'permission', ...on, allowed: false }, message);
    expect(moments.at(-1)?.stage.phones[0]).toMatchObject({ icon: null, device: { unreadBase: 1 } });
  });
  it('what it was given stays as it was', () => {
    const start = stage(aDevice());
    const before = structuredClone(start);
    play(start, { event: 'logout', ...on }, message);
    expect(start).toEqual(before);
  });
});
