import type { Message, OfflinePush, ScenarioDevice } from '../../../../../shared/contract/index.ts';

/** The text of the first text element; empty where there is none. */
export const textOf = ({ elements }: Message): string => {
  const first = elements.find((one) => one.kind === 'text');
  return first?.kind === 'text' ? first.text : '';
};

/** The message with another first text; a message without one gets one in front. */
export const withText = (message: Message, text: string): Message => {
  const at = message.elements.findIndex((one) => one.kind === 'text');
  const element = { kind: 'text' as const, text };
  return {
    ...message,
    elements: at < 0 ? [element, ...message.elements] : message.elements.with(at, element),
  };
};

/** Fields of OfflinePushInfo that a step of a scenario shows. */
export const pushFields = ['title', 'desc', 'ext'] as const;
export type PushField = (typeof pushFields)[number];

/** An empty text is not set; an OfflinePushInfo in which nothing is left is none. */
export const withPush = (message: Message, field: PushField, text: string): Message => {
  const { [field]: _, ...others }: OfflinePush = message.offlinePush ?? { disabled: false };
  const next = text === '' ? others : { ...others, [field]: text };
  const { disabled, ...rest } = next;
  return { ...message, offlinePush: !disabled && Object.keys(rest).length === 0 ? null : next };
};

/** The client that hands the message over; undefined is the REST API. */
export const withClient = (message: Message, client: Message['client']): Message => {
  const { client: _, ...others } = message;
  return client ? { ...others, client } : others;
};

/** In the order of their menus. */
export const platforms = ['ios', 'android', 'harmony'] as const satisfies readonly NonNullable<
  ScenarioDevice['platform']
>[];
export const loginStates = [
  'never',
  'logged-in',
  'logged-out',
  'kicked',
] as const satisfies readonly Facts['loginState'][];
export const appStates = ['foreground', 'background', 'killed'] as const satisfies readonly Facts['appState'][];

/** What a choice means that leaves a field to the phone of the workspace. */
export const asIs = '' as const;

/** A phone of the scenario with one field set, or left to the workspace. */
export const withWhich = <K extends 'platform' | 'vendor'>(
  device: ScenarioDevice,
  field: K,
  value: NonNullable<ScenarioDevice[K]> | typeof asIs,
): ScenarioDevice => {
  const { [field]: _, ...others } = device;
  // What is left has every field that a phone needs: only an optional one was taken out.
  return (value === asIs ? others : { ...others, [field]: value }) as ScenarioDevice;
};

type Facts = ScenarioDevice['set'];
/** A state of a phone at the beginning; undefined leaves it to the workspace. */
export const withFact = <K extends keyof Facts>(
  device: ScenarioDevice,
  field: K,
  value: Facts[K] | undefined,
): ScenarioDevice => {
  const { [field]: _, ...others } = device.set;
  return { ...device, set: value === undefined ? others : { ...others, [field]: value } };
};

/** A name that no phone of the scenario has. */
export const freeId = (devices: readonly ScenarioDevice[], like: string): string => {
  const taken = new Set(devices.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? like : `${like}-${number}`;
    if (!taken.has(id)) return id;
  }
};
