import type { Account, App, Decision, Device, Group, Message, ScenarioStep } from '../../shared/contract/index.ts';
import { decide } from './decide.ts';
import { conversationKey, type DecisionCredential, type RecentMessage } from './input.ts';
import { applyLifeEvent, type LifeAnswer, type LifeChange, type LifeEvent } from './lifecycle.ts';
import { recipientIds } from './recipients.ts';
import type { ImSwitches } from './switches.ts';

/** A phone that plays in a scenario. `id` is its name there. */
export interface StagePhone {
  readonly id: string;
  readonly device: Device;
  /** The number on the icon as pushes set it; null: none has. */
  readonly icon: number | null;
}
/** Everything a scenario changes as it goes on. */
export interface Stage {
  readonly phones: readonly StagePhone[];
  readonly accounts: readonly Account[];
  readonly recent: readonly RecentMessage[];
  readonly nowMs: number;
}
/** What stays as it is while it goes on. */
export interface ScenarioSetting {
  readonly groups: readonly Group[];
  readonly apps: readonly App[];
  readonly credentialOf: (device: Device) => DecisionCredential | null;
  readonly switches: ImSwitches;
  /** The message as this phone's push has it, with its variables filled in. */
  readonly fill: (message: Message, to: { readonly device: Device; readonly account: Account }) => Message;
}
/** The stage after a step; `decisions` are about the message of that moment, by the phone's name in the scenario. */
export interface Moment {
  readonly stage: Stage;
  readonly answer: LifeAnswer | null;
  /** `im.scenario.<name>`: why the step did nothing. */
  readonly problem: string | null;
  readonly decisions: ReadonlyMap<string, Decision>;
}

/** One second passes with every step, so that what came first is known. */
const stepMs = 1000;
/** A token that only this phone has, of the length Apple’s have. */
const madeUpToken = (id: string): string =>
  Array.from(id, (char) => char.charCodeAt(0).toString(16))
    .join('')
    .padEnd(64, '5c')
    .slice(0, 64);

const decideAll = (
  setting: ScenarioSetting,
  { phones, accounts, recent, nowMs }: Stage,
  message: Message,
): Map<string, Decision> => {
  const { groups, apps, credentialOf, switches } = setting;
  const to = new Set(recipientIds(message, { groups }));
  const { conversation } = message;
  const group =
    conversation.kind === 'group' ? (groups.find((one) => one.groupId === conversation.groupId) ?? null) : null;
  const sender = accounts.find((one) => one.userId === message.from) ?? null;
  return new Map(
    phones.flatMap(({ id, device }) => {
      const recipient = accounts.find((one) => one.userId === device.userId);
      if (!recipient || !to.has(recipient.userId)) return [];
      const app = apps.find((one) => one.id === device.appId) ?? null;
      const filled = setting.fill(message, { device, account: recipient });
      const credential = credentialOf(device);
      return [
        [id, decide({ message: filled, sender, group, recipient, device, app, credential, nowMs, switches, recent })],
      ];
    }),
  );
};

const lifeEventOf = (step: ScenarioStep, device: Device): LifeEvent | null => {
  switch (step.event) {
    case 'login':
      return { kind: 'login', userId: step.userId ?? device.userId ?? '' };
    case 'background':
      return { kind: 'background', unread: step.unread, isReported: step.reported };
    case 'token': {
      const token = step.token === undefined ? (device.token ?? madeUpToken(device.id)) : step.token;
      return { kind: 'token', token, certificateId: step.certificateId ?? null };
    }
    case 'permission':
      return { kind: 'permission', isAllowed: step.allowed };
    case 'push-switch':
      return { kind: 'global-settings', patch: { pushEnabled: step.enabled } };
    case 'logout':
    case 'killed':
    case 'foreground':
      return { kind: step.event };
    case 'tap':
      return { kind: 'foreground' };
    case 'kicked':
    case 'update':
    case 'wait':
    case 'message':
    default:
      return null;
  }
};

const changed = (stage: Stage, change: LifeChange, userId: string | null): Stage => ({
  ...stage,
  phones: stage.phones.map((phone) => {
    const patch = change.devices.find((one) => one.id === phone.device.id)?.patch;
    return patch ? { ...phone, device: { ...phone.device, ...patch } } : phone;
  }),
  accounts: change.account
    ? stage.accounts.map((one) => (one.userId === userId ? { ...one, ...change.account } : one))
    : stage.accounts,
});

/** A message went out: the backend counts on from the unread, and icons show what they were told (R6). */
const delivered = (stage: Stage, decisions: ReadonlyMap<string, Decision>): Stage => ({
  ...stage,
  phones: stage.phones.map((phone) => {
    const decision = decisions.get(phone.id);
    const badge = decision?.pushed ? (decision.intent?.badge ?? null) : null;
    if (badge === null) return phone;
    const shows = phone.device.notificationsAllowed && phone.device.grantedTypes.badge;
    return { ...phone, device: { ...phone.device, unreadBase: badge }, icon: shows ? badge : phone.icon };
  }),
});

type Outcome = Pick<Moment, 'stage' | 'answer' | 'problem'>;
const onPhone = (stage: Stage, step: Extract<ScenarioStep, { device: string }>, setting: ScenarioSetting): Outcome => {
  const phone = stage.phones.find((one) => one.id === step.device);
  if (!phone) return { stage, answer: null, problem: 'no-phone' };
  const { device } = phone;
  const patched = (patch: Partial<Device>): Outcome => ({
    stage: changed(
      stage,
      { devices: [{ id: device.id, patch }], account: null, answer: { code: 0, phraseId: '' } },
      null,
    ),
    answer: null,
    problem: null,
  });
  if (step.event === 'kicked') {
    return device.loginState === 'logged-in'
      ? patched({ loginState: 'kicked' })
      : { stage, answer: null, problem: 'not-logged-in' };
  }
  if (step.event === 'update') return patched({ sdkVersion: step.sdkVersion });
  const event = lifeEventOf(step, device);
  if (!event) return { stage, answer: null, problem: null };
  const app = setting.apps.find((one) => one.id === device.appId) ?? null;
  const change = applyLifeEvent(device, event, {
    devices: stage.phones.map((one) => one.device),
    app,
    nowMs: stage.nowMs,
  });
  return {
    stage: changed(stage, change, device.userId),
    answer: step.event === 'tap' || step.event === 'killed' ? null : change.answer,
    problem: null,
  };
};

/** The moment after one step. Pure. */
export const playStep = (before: Stage, step: ScenarioStep, message: Message, setting: ScenarioSetting): Moment => {
  const passed = step.event === 'wait' ? step.seconds * 1000 : stepMs;
  const stage = { ...before, nowMs: before.nowMs + passed };
  if (step.event === 'message') {
    const sent = step.message ?? message;
    const decisions = decideAll(setting, stage, sent);
    const random = sent.options?.random;
    const one = { from: sent.from, conversation: conversationKey(sent), atMs: stage.nowMs };
    const recent = random === undefined ? stage.recent : [...stage.recent, { ...one, random }];
    return { stage: delivered({ ...stage, recent }, decisions), answer: null, problem: null, decisions };
  }
  const outcome = 'device' in step ? onPhone(stage, step, setting) : { stage, answer: null, problem: null };
  // What would become of the message now: this is what the event changed.
  return { ...outcome, decisions: decideAll(setting, outcome.stage, message) };
};

/** One moment for the beginning and one after each step. Pure. */
export const playScenario = (
  start: Stage,
  steps: readonly ScenarioStep[],
  message: Message,
  setting: ScenarioSetting,
): readonly Moment[] => {
  let last: Moment = { stage: start, answer: null, problem: null, decisions: decideAll(setting, start, message) };
  const moments = [last];
  for (const step of steps) {
    last = playStep(last.stage, step, message, setting);
    moments.push(last);
  }
  return moments;
};
