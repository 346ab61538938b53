import type { Device, ScenarioPhone } from '../../../../../shared/contract/index.ts';

/** The fields of a phone that the steps of a scenario change. */
const fields = [
  'loginState',
  'appState',
  'backgroundReported',
  'unreadBase',
  'token',
  'certificateId',
  'notificationsAllowed',
  'sdkVersion',
] as const satisfies readonly (keyof ScenarioPhone & keyof Device)[];
type Field = (typeof fields)[number];

/** What a phone of the workspace has to be like to be in this moment. */
export const phoneFacts = (phone: ScenarioPhone): Pick<Device, Field> =>
  // Each field comes from the phone under its own name.
  Object.fromEntries(fields.map((field) => [field, phone[field]])) as Pick<Device, Field>;

export interface FactRow {
  readonly field: Field | 'pushEnabled';
  readonly value: string | number | boolean | null;
  /** The value before the step, where the step changed it. */
  readonly was?: string | number | boolean | null;
}

/** The state of a phone line by line, and what the last step changed of it. */
export const factRows = (phone: ScenarioPhone, before: ScenarioPhone | undefined): FactRow[] =>
  [...fields, 'pushEnabled' as const].map((field) => {
    const value = phone[field];
    return before && before[field] !== value ? { field, value, was: before[field] } : { field, value };
  });
