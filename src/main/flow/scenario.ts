import type {
  Device,
  ScenarioDevice,
  ScenarioFile,
  ScenarioFrame,
  ScenarioPhone,
} from '../../shared/contract/index.ts';
import { DeviceInput } from '../../shared/contract/workspace.ts';
import { playScenario, vendorsOf, type Moment, type Stage, type StagePhone } from '../im/index.ts';
import { credentialFor } from './choose-credential.ts';
import type { Parts } from './parts.ts';
import { fillFor } from './variables.ts';

type Needs = Pick<Parts, 'workspace' | 'credentials' | 'now' | 'switches' | 'variables'>;

/** A phone for a part that nobody in the workspace can play. */
const standIn = ({ workspace, now }: Needs, { id, userId, platform = 'ios', vendor }: ScenarioDevice): Device => ({
  ...DeviceInput.parse({
    name: id,
    platform,
    model: platform === 'ios' ? 'iphone-17' : 'pixel-9',
    osVersion: platform === 'ios' ? '26.0' : '16',
    appId: workspace.apps.all()[0]?.id ?? '',
    userId,
    vendor: vendor ?? vendorsOf(platform)[0],
    token: 'a5'.repeat(32),
    appStateAtMs: now(),
  }),
  id: `stand-in:${id}`,
  createdAtMs: now(),
  updatedAtMs: now(),
});

/** The first phone of the workspace that fits and has no part yet. */
const castOf = (needs: Needs, scenario: ScenarioFile): StagePhone[] => {
  const taken = new Set<string>();
  return scenario.devices.map((part) => {
    const found = needs.workspace.devices
      .all()
      .find(
        (one) =>
          !taken.has(one.id) &&
          one.userId === part.userId &&
          (part.platform === undefined || one.platform === part.platform) &&
          (part.vendor === undefined || one.vendor === part.vendor),
      );
    if (found) taken.add(found.id);
    const device = { ...(found ?? standIn(needs, part)), ...withoutUndefined(part.set) };
    // The clock of the scenario begins now: what was long ago would decide in place of its steps.
    return { id: part.id, device: { ...device, appStateAtMs: needs.now() }, icon: null };
  });
};

const withoutUndefined = (facts: ScenarioDevice['set']): Partial<Device> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const phoneOf = ({ id, device, icon }: StagePhone, { stage, decisions }: Moment): ScenarioPhone => ({
  id,
  deviceId: device.id.startsWith('stand-in:') ? null : device.id,
  name: device.name,
  platform: device.platform,
  vendor: device.vendor,
  userId: device.userId ?? '',
  loginState: device.loginState,
  appState: device.appState,
  backgroundReported: device.backgroundReported,
  unreadBase: device.unreadBase,
  token: device.token,
  tokenReportedAtMs: device.tokenReportedAtMs,
  certificateId: device.certificateId,
  lastLoginAtMs: device.lastLoginAtMs,
  appStateAtMs: device.appStateAtMs,
  notificationsAllowed: device.notificationsAllowed,
  sdkVersion: device.sdkVersion,
  pushEnabled: stage.accounts.find((one) => one.userId === device.userId)?.pushEnabled ?? true,
  icon,
  decision: decisions.get(id) ?? null,
});

/** Plays a scenario on copies of the phones that fit it. Nothing in the workspace changes. */
export const playFile = (needs: Needs, scenario: ScenarioFile): ScenarioFrame[] => {
  const { workspace, credentials } = needs;
  const start: Stage = {
    phones: castOf(needs, scenario),
    accounts: workspace.accounts.all(),
    recent: [],
    nowMs: needs.now(),
  };
  const moments = playScenario(start, scenario.steps, scenario.message, {
    groups: workspace.groups.all(),
    apps: workspace.apps.all(),
    credentialOf: (device) =>
      credentialFor(credentials.all(), device.vendor, device, workspace.apps.find(device.appId)) ?? null,
    switches: needs.switches.current,
    fill: (message, to) => fillFor(needs, message, to, scenario.variables).message,
  });
  return moments.map((moment, index) => ({
    step: index - 1,
    atMs: moment.stage.nowMs,
    answer: moment.answer && { code: moment.answer.code, phrase: { id: moment.answer.phraseId } },
    problem: moment.problem === null ? null : { id: `im.scenario.${moment.problem}` },
    phones: moment.stage.phones.map((phone) => phoneOf(phone, moment)),
  }));
};
