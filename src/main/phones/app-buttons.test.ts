import { describe, expect, it } from 'vitest';
import { PhoneLook } from '../../shared/contract/workspace.ts';
import { appButtonPlan } from './app-buttons.ts';
import en from './texts/en.json' with { type: 'json' };

const look = PhoneLook.parse({});
const phone = { platform: 'android', look: { ...look, appStyle: 'messaging', appButtons: true } } as const;

describe('a button that the app puts on its own notification', () => {
  it('hands the reply to the app’s receiver', () => {
    const plan = appButtonPlan(phone, 'app-reply', 'On my way');
    expect(plan).toMatchObject({
      received: '{"key_text_reply":"On my way"}',
      opens: { kind: 'nothing' },
      stoppedBecause: { id: 'phone.tap.app-button' },
    });
    expect(plan?.values).toEqual([
      { path: 'getCharSequence("key_text_reply")', type: 'CharSequence', value: 'On my way' },
    ]);
    const words: Readonly<Record<string, string>> = en;
    for (const { phrase } of plan?.steps ?? []) expect(words[phrase.id]).toBeDefined();
  });
  it('hands nothing of its own with a plain button', () =>
    expect(appButtonPlan(phone, 'app-read', undefined)).toMatchObject({ received: '{}', values: [] }));
  it.each([
    ['a button of the push', phone, 'button-1'],
    ['the notification itself', phone, 'default'],
    ['an app that makes none', { ...phone, look: { ...phone.look, appStyle: 'push' } }, 'app-reply'],
    ['an app without buttons', { ...phone, look: { ...phone.look, appButtons: false } }, 'app-reply'],
    ['HarmonyOS', { ...phone, platform: 'harmony' }, 'app-reply'],
  ] as const)('is not %s', (_name, one, action) => expect(appButtonPlan(one, action, undefined)).toBeNull());
});
