import type { SwitchUse } from '../../shared/contract/index.ts';
import type { ImSwitches } from './switches.ts';

/** Says that another reading of a switch would change what is at this gate or field. */
export const used = (switches: ImSwitches, id: keyof ImSwitches, at: string): SwitchUse => {
  const reading = String(switches[id]);
  return { id, reading, at, phrase: { id: `im.switch.${id}.${reading}` } };
};
