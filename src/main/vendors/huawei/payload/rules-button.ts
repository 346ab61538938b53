import { shorten } from '../../kit/cut-text.ts';
import { listIn, textIn, textsIn } from '../../kit/json-pick.ts';
import { isObject, type JsonObject } from '../../kit/json.ts';
import { huaweiLimits } from '../limits.ts';
import { badValue, type Finding } from './refusals.ts';

/** Buttons of a notification. */
export const checkButtons = (notification: JsonObject, at: string): Finding[] => {
  const buttons = (listIn(notification, 'buttons') ?? []).filter(isObject);
  const { buttons: most, buttonName, buttonData } = huaweiLimits;
  const found = buttons.flatMap((button, index): Finding[] => {
    const here = `${at}.buttons[${index}]`;
    const name = textIn(button, 'name') ?? '';
    const data = textIn(button, 'data') ?? '';
    const problems: Finding[] = [];
    if (name === '' || name.length > buttonName.value) {
      problems.push(badValue('button-name', `${here}.name`, { params: { used: name.length, max: buttonName.value } }));
    }
    if (data.length > buttonData.value) {
      problems.push(badValue('button-data', `${here}.data`, { params: { used: data.length, max: buttonData.value } }));
    }
    return problems;
  });
  if (buttons.length <= most.value) return found;
  return [...found, badValue('buttons', `${at}.buttons`, { params: { count: buttons.length, max: most.value } })];
};

/** Vibration: at most ten, each longer than nothing and shorter than a minute. */
export const checkVibration = (notification: JsonObject, at: string): Finding[] => {
  const timings = textsIn(notification, 'vibrate_config');
  const max = huaweiLimits.vibrations.value;
  const odd = timings.findIndex((timing) => {
    const [, digits] = /^(\d+(?:\.\d+)?)s?$/.exec(timing) ?? [];
    return digits === undefined || !(Number(digits) > 0 && Number(digits) < 60);
  });
  return [
    ...(timings.length > max
      ? [badValue('vibrations', `${at}.vibrate_config`, { params: { count: timings.length, max } })]
      : []),
    ...(odd < 0
      ? []
      : [badValue('vibration', `${at}.vibrate_config[${odd}]`, { params: { value: shorten(timings[odd] ?? '') } })]),
  ];
};
