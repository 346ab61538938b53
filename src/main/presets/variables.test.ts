import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tries } from '../../../tests/support/properties.ts';
import { aMessage } from '../../../tests/support/im.ts';
import { parseTemplate, printTemplate, type TemplatePart } from '../../shared/kit/template.ts';
import { fillMessage, hasVariables } from './index.ts';
import { builtInVariables } from '../../shared/contract/presets.ts';

const known = Object.fromEntries(builtInVariables.map((name) => [name, `<${name}>`])) as Parameters<
  typeof fillMessage
>[1];
const filledText = (text: string, own = {}) => {
  const { message, uses } = fillMessage(aMessage({ elements: [{ kind: 'text', text }] }), known, own);
  return { text: (message.elements[0] as { text: string }).text, uses };
};

describe('texts with variables', () => {
  it.each([
    ['to {{token}}.', 'to <token>.'],
    ['{{ token }}', '<token>'],
    ['{{token}}{{uuid}}', '<token><uuid>'],
    ['{"at":{"n":{{timestamp}}}}', '{"at":{"n":<timestamp>}}'],
    ['{{订单}}', '四七'],
    // Braces that are no variable are text.
    ['{{}}', '{{}}'],
    ['{{a b}}', '{{a b}}'],
    ['{{9}}', '{{9}}'],
    ['{token}', '{token}'],
    ['{{token}', '{{token}'],
    ['{', '{'],
    // Four braces are two that mean themselves.
    ['{{{{token}}', '{{token}}'],
    ['{{{{{{token}}', '{{<token>'],
    ['{{{token}}', '{<token>'],
  ])('%s is sent as %s', (text, sent) => expect(filledText(text, { 订单: '四七' }).text).toBe(sent));
  it('an unknown name stays as it is written and is reported with its place', () =>
    expect(filledText('a {{nobody}}')).toEqual({
      text: 'a {{nobody}}',
      uses: [{ name: 'nobody', value: null, paths: ['$.elements[0].text'] }],
    }));
  it('a value is not read again', () => expect(filledText('{{order}}', { order: '{{token}}' }).text).toBe('{{token}}'));
  it('own variables do not take the place of ours', () =>
    expect(filledText('{{token}}', { token: 'mine' }).text).toBe('<token>'));
  it('what is printed is read as what it was', () => {
    const name = fc.constantFrom('token', 'a', 'x_1', '名');
    const part = fc.oneof(
      fc.record({ kind: fc.constant('variable' as const), name }),
      fc.record({
        kind: fc.constant('text' as const),
        text: fc.string({ unit: fc.constantFrom('{', '}', 'a', '名', ' ', '\\'), minLength: 1 }),
      }),
    );
    // Two texts in a row are one.
    const parts = fc
      .array(part)
      .map((all) => all.filter((one, at) => one.kind === 'variable' || all[at - 1]?.kind !== 'text'));
    fc.assert(
      fc.property(parts, (all: TemplatePart[]) => {
        expect(parseTemplate(printTemplate(all))).toEqual(all);
      }),
      tries(),
    );
  });
});

describe('messages with variables', () => {
  it('every text of elements, OfflinePushInfo, legacy settings and options is filled, however deep', () => {
    const message = aMessage({
      elements: [{ kind: 'custom', data: '{{uuid}}', desc: '{{nickname}}' }],
      offlinePush: { title: '{{sender}}', ext: '{"t":"{{token}}"}', android: { extra: { x: ['{{device}}'] } } },
      legacyPush: { desc: '{{group}}' },
      options: { cloudCustomData: '{{now}}' },
    });
    const { message: filled, uses } = fillMessage(message, known);
    expect(filled).toMatchObject({
      elements: [{ data: '<uuid>', desc: '<nickname>' }],
      offlinePush: { title: '<sender>', ext: '{"t":"<token>"}', android: { extra: { x: ['<device>'] } } },
      legacyPush: { desc: '<group>' },
      options: { cloudCustomData: '<now>' },
    });
    expect(uses.map((use) => use.name).toSorted()).toEqual(
      ['device', 'group', 'nickname', 'now', 'sender', 'token', 'uuid'].toSorted(),
    );
  });
  it('who sends to whom is no place for them', () => {
    const message = aMessage({ from: '{{sender}}', conversation: { kind: 'c2c', to: '{{account}}' } });
    expect(hasVariables(message)).toBe(false);
    expect(fillMessage(message, known).message).toBe(message);
  });
});
