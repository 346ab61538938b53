import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kit/json.ts';
import { appId, body, deviceToken, facts, foreignToken, problemsOf, projectId, scene, target } from '../samples.ts';

const codes = (value: unknown, options: Record<string, string> = {}, to = target): string[] =>
  problemsOf(value, options, to).map(({ code }) => code.replace('huawei.', ''));
/** What there is besides the advice about the category and the plain ext that every sample has. */
const further = (value: unknown, options: Record<string, string> = {}, to = target): string[] =>
  codes(value, options, to).filter((code) => !['category-right', 'ext-not-json'].includes(code));
const drawn = (drawing: JsonObject) => further(body({ drawing }));

describe('huawei payload: advice', () => {
  it('says of a right push only what its category needs', () => {
    expect(codes(body())).toEqual(['category-right', 'ext-not-json']);
    expect(codes(body({ message: { data: '{"ext":"{}"}' } }))).toEqual(['category-right']);
  });
  it.each([
    [null, 'no-category'],
    ['', 'no-category'],
    ['MARKETING', 'marketing'],
    ['CHAT', 'unknown-category'],
    ['PLAY_VOICE', 'voice-category'],
  ])('category %s: %s', (category, expected) => {
    expect(further(body({ android: { category } }))).toEqual([expected]);
    expect(further(scene({ drawing: { category } }), { api: 'v3' })).toEqual([expected]);
  });
  const drawings: [JsonObject, string][] = [
    [{ title: 'x'.repeat(41) }, 'long-text'],
    [{ body: 'x'.repeat(1025) }, 'long-text'],
    [{ click_action: { type: 2, url: 'https://a.example' } }, 'data-lost-web'],
    [{ click_action: { type: 4 } }, 'click-retired'],
    [{ click_action: { type: 1, intent: 'app://page' } }, 'intent-unreadable'],
    [{ foreground_show: false }, 'foreground-hidden'],
    [{ importance: 'HIGH' }, 'importance-retired'],
    [{ style: 2 }, 'style-retired'],
    [{ channel_id: 'chat' }, 'channel'],
    [{ sound: 'ding.mp3' }, 'sound-place'],
    [{ default_sound: null }, 'no-sound'],
    [{ badge: { add_num: 1, set_num: 2, class: 'a.B' } }, 'badge-both'],
    [{ titleLocKey: 'x' }, 'unknown-field'],
  ];
  it.each(drawings)('%j: %s', (drawing, expected) => expect(drawn(drawing)).toEqual([expected]));
  it('knows what was meant by a name in camel case', () => {
    const found = problemsOf(body({ drawing: { titleLocKey: 'x' } })).find(
      ({ code }) => code === 'huawei.unknown-field',
    );
    expect(found?.fix?.params?.['suggestion']).toBe('title_loc_key');
  });
  it('speaks of data', () => {
    expect(further(body({ message: { data: 'plain' } }))).toEqual(['data-not-json']);
    expect(further({ message: { data: '{}', token: [deviceToken] } })).toEqual(['data-message']);
  });
  it('speaks of rights and tokens', () => {
    expect(further(body({ android: { urgency: 'HIGH' } }))).toEqual(['urgency-right']);
    expect(further(body({ message: { token: [deviceToken, deviceToken] } }))).toEqual(['double-token']);
    expect(further(body({ message: { token: [foreignToken] } }))).toEqual(['other-token']);
    expect(further(body({ message: { token: null } }))).toEqual(['token-inserted']);
    expect(further(scene({ target: { token: null } }), { api: 'v3' })).toEqual(['token-inserted']);
    expect(further(scene({ drawing: { image: 'https://a.example' } }), { api: 'v3' })).toEqual(['image-audit']);
  });
});

describe('huawei payload: options', () => {
  const withFacts = (values: Record<string, string>, secretNames = facts.secretNames) => ({
    ...target,
    credential: { ...facts, values, secretNames },
  });
  const cases: [Record<string, string>, string[]][] = [
    [{ api: 'v4' }, ['odd-option']],
    [{ pushType: '3' }, ['odd-option']],
    [{ validateOnly: 'yes' }, ['odd-option']],
    [{ testMessage: 'true' }, ['test-unverified']],
    [{ appId: '42' }, ['other-id']],
    [{ appId: 'my-app' }, ['odd-id']],
    [{ api: 'v2', projectId: '42' }, ['other-id']],
    [{ api: 'v1', dropped: '' }, ['modelled']],
    [{ api: 'v1', dropped: 'subtitle,voip,x' }, ['modelled', 'dropped-subtitle', 'dropped-voip']],
    [{ appId, projectId }, []],
  ];
  it.each(cases)('%j', (options, expected) => expect(further(body(), options)).toEqual(expected));
  it('names what is missing to send', () => {
    expect(further(body(), {}, { ...target, credential: null as never })).toEqual(['no-appId']);
    expect(further(scene(), { api: 'v3' }, withFacts({ appId }))).toEqual(['no-projectId']);
    expect(further(scene(), { api: 'v3' }, withFacts({ projectId }, ['appSecret']))).toEqual(['needs-service-account']);
    expect(further(body(), {}, withFacts({ appId }, ['privateKey']))).toEqual(['needs-app-secret']);
    expect(further(scene(), { api: 'v3', validateOnly: 'true' })).toEqual(['no-validate-only']);
    expect(problemsOf(body(), {}, null).map(({ severity }) => severity)).not.toContain('error');
  });
  it('gathers every word a draft from an intent may say about what it left out', async () => {
    const { droppable } = await import('./intent.ts');
    expect(further(body(), { api: 'v1', dropped: droppable.join(',') })).toEqual([
      'modelled',
      ...droppable.map((name) => `dropped-${name}`),
    ]);
  });
});
