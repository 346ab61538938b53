import type { ImSwitch } from '../../../../../shared/contract/index.ts';

/** Not read as by default. */
export const isChanged = ({ reading, readings }: ImSwitch): boolean => reading !== readings[0]?.value;

/** Rules that documents dispute, and rules that none settles; in the order of the core. */
export const switchGroups = (switches: readonly ImSwitch[]) =>
  [
    { id: 'conflict' as const, switches: switches.filter((one) => one.conflict) },
    { id: 'open' as const, switches: switches.filter((one) => !one.conflict) },
  ].filter((group) => group.switches.length > 0);

/** Every changed switch, back to its default: what one call takes. */
export const allDefaults = (switches: readonly ImSwitch[]): Readonly<Record<string, null>> =>
  Object.fromEntries(switches.filter(isChanged).map(({ id }) => [id, null]));

/** What a switch can change, as a catalogue id: a gate, a field of the notification, the answer of the REST API, or nothing. */
export const effectOf = ({ at }: Pick<ImSwitch, 'at'>, has: (id: string) => boolean): { id: string; what?: string } => {
  if (at === 'answer' || at === 'none') return { id: `credentials.switch.at.${at}` };
  const gate = `im.gate.${at}.title`;
  return has(gate)
    ? { id: 'credentials.switch.at.gate', what: gate }
    : { id: 'credentials.switch.at.field', what: `compose.field.${at}` };
};
