import type { Message, Phrase, ScenarioFile, ScenarioStep } from '../../../../../shared/contract/index.ts';
import { assertNever } from '../../../../../shared/kit/assert-never.ts';

export type StepEvent = ScenarioStep['event'];
/** In the order of the menu. */
export const stepEvents = [
  'message',
  'login',
  'token',
  'background',
  'foreground',
  'tap',
  'killed',
  'logout',
  'kicked',
  'permission',
  'push-switch',
  'update',
  'wait',
] as const satisfies readonly StepEvent[];
/** As many as a file takes. */
export const maxSteps = 200;

/** A new step with the values people mean most often. */
export const newStep = (event: StepEvent, device: string): ScenarioStep => {
  switch (event) {
    case 'message':
      return { event };
    case 'wait':
      return { event, seconds: 86_400 };
    case 'background':
      return { event, device, unread: 3, reported: true };
    case 'permission':
      return { event, device, allowed: false };
    case 'push-switch':
      return { event, device, enabled: false };
    case 'update':
      return { event, device, sdkVersion: '8.9' };
    case 'login':
    case 'logout':
    case 'kicked':
    case 'killed':
    case 'foreground':
    case 'token':
    case 'tap':
      return { event, device };
    default:
      return assertNever(event);
  }
};

const spanOf = (seconds: number): { readonly unit: string; readonly n: number } => {
  if (seconds % 86_400 === 0) return { unit: 'days', n: seconds / 86_400 };
  if (seconds % 3600 === 0) return { unit: 'hours', n: seconds / 3600 };
  return { unit: 'seconds', n: seconds };
};

/** A step in words, without the phone it is on. */
export const stepPhrase = (step: ScenarioStep): Phrase => {
  const id = (name: string) => `compose.step.${name}`;
  switch (step.event) {
    case 'background':
      return { id: id(step.reported ? 'background' : 'background-unreported'), params: { unread: step.unread } };
    case 'token':
      return { id: id(step.token === null ? 'token-none' : 'token') };
    case 'permission':
      return { id: id(step.allowed ? 'permission-on' : 'permission-off') };
    case 'push-switch':
      return { id: id(step.enabled ? 'push-on' : 'push-off') };
    case 'update':
      return { id: id('update'), params: { version: step.sdkVersion } };
    case 'wait': {
      const { unit, n } = spanOf(step.seconds);
      return { id: id(`wait-${unit}`), params: { n } };
    }
    case 'message': {
      const client = step.message?.client;
      return client?.kind === 'sdk'
        ? { id: id('message-sdk'), params: { version: client.version } }
        : { id: id(step.message ? 'message-own' : 'message') };
    }
    case 'login':
    case 'logout':
    case 'kicked':
    case 'killed':
    case 'foreground':
    case 'tap':
      return { id: id(step.event) };
    default:
      return assertNever(step);
  }
};

/** The message that the decision after this step is about. */
export const messageAt = ({ message, steps }: ScenarioFile, step: number): Message => {
  const one = steps[step];
  return one?.event === 'message' && one.message ? one.message : message;
};

const withSteps = (file: ScenarioFile, steps: readonly ScenarioStep[]): ScenarioFile => ({
  ...file,
  steps: [...steps],
});

/** Adds a step after place `after`; -1 puts it first. The same file when there are as many as a file takes. */
export const addStep = (file: ScenarioFile, after: number, step: ScenarioStep): ScenarioFile =>
  file.steps.length >= maxSteps ? file : withSteps(file, file.steps.toSpliced(after + 1, 0, step));
export const removeStep = (file: ScenarioFile, at: number): ScenarioFile =>
  withSteps(file, file.steps.toSpliced(at, 1));
export const setStep = (file: ScenarioFile, at: number, step: ScenarioStep): ScenarioFile =>
  withSteps(file, file.steps.with(at, step));
/** Moves a step by one place; the same file when it is at that end already. */
export const moveStep = (file: ScenarioFile, at: number, by: -1 | 1): ScenarioFile => {
  const one = file.steps[at];
  const other = file.steps[at + by];
  return one && other ? withSteps(file, file.steps.with(at, other).with(at + by, one)) : file;
};
