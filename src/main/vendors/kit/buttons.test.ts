import { expect, it } from 'vitest';
import { buttonAction, buttonOf } from './buttons.ts';

const buttons = [
  { name: 'Open', click: 'app', data: '' },
  { name: 'Mute', click: 'none', data: '{"a":"1"}' },
];

it('finds a button by the action that names it', () =>
  expect(buttons.map((_, at) => buttonOf(buttons, buttonAction(at))?.name)).toEqual(['Open', 'Mute']));
it.each(['default', 'button-0', 'button-3', 'button-', 'Open'])('%s names none', (action) =>
  expect(buttonOf(buttons, action)).toBeUndefined(),
);
