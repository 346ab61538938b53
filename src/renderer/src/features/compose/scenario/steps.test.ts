import { describe, expect, it } from 'vitest';
import { aMessage } from '../../../../../../tests/support/im.ts';
import { ScenarioFile, ScenarioStep } from '../../../../../shared/contract/presets.ts';
import en from '../texts/en.json' with { type: 'json' };
import { addStep, messageAt, moveStep, newStep, removeStep, setStep, stepEvents, stepPhrase } from './steps.ts';

const file = ScenarioFile.parse({
  kind: 'scenario',
  name: 'story',
  devices: [{ id: 'iphone', userId: 'vinson' }],
  message: aMessage(),
  steps: [{ event: 'login', device: 'iphone' }, { event: 'killed', device: 'iphone' }, { event: 'message' }],
});
const events = ({ steps }: ScenarioFile) => steps.map((step) => step.event);
const words: Readonly<Record<string, string>> = en;

describe('steps of a scenario', () => {
  it.each(stepEvents)('a new %s is one the file takes, and has words', (event) => {
    const step = newStep(event, 'iphone');
    expect(ScenarioStep.safeParse(step).success).toBe(true);
    expect(words[stepPhrase(step).id]).toBeTruthy();
    expect(words[`compose.event.${event}`]).toBeTruthy();
  });
  it.each([
    [{ event: 'wait', seconds: 691_200 }, 'wait-days', 8],
    [{ event: 'wait', seconds: 7200 }, 'wait-hours', 2],
    [{ event: 'wait', seconds: 61 }, 'wait-seconds', 61],
  ] as const)('%j is said as %s of %i', (step, name, n) =>
    expect(stepPhrase(step)).toEqual({ id: `compose.step.${name}`, params: { n } }),
  );
  it('is added where one looks, moved by one, changed and removed', () => {
    const added = addStep(file, 0, newStep('token', 'iphone'));
    expect(events(added)).toEqual(['login', 'token', 'killed', 'message']);
    expect(events(addStep(file, -1, newStep('token', 'iphone')))[0]).toBe('token');
    expect(events(moveStep(added, 1, -1))).toEqual(['token', 'login', 'killed', 'message']);
    expect(moveStep(file, 0, -1)).toBe(file);
    expect(moveStep(file, 2, 1)).toBe(file);
    expect(events(removeStep(file, 1))).toEqual(['login', 'message']);
    expect(events(setStep(file, 2, { event: 'wait', seconds: 1 }))).toEqual(['login', 'killed', 'wait']);
  });
  it('there are no more than a file takes', () => {
    const full = { ...file, steps: Array.from({ length: 200 }, () => newStep('message', '')) };
    expect(addStep(full, 0, newStep('message', ''))).toBe(full);
  });
  it('a decision is about the message of its step, else about the scenario’s', () => {
    const own = aMessage({ elements: [{ kind: 'text', text: 'other' }] });
    const two = setStep(file, 2, { event: 'message', message: own });
    expect(messageAt(two, 2)).toBe(own);
    expect([messageAt(two, 1), messageAt(two, -1)]).toEqual([two.message, two.message]);
  });
});
