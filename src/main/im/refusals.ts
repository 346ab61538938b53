/** Why the backend refuses a call, by name, with the code it answers. Words: `im.gate.valid-message.<name>`. */
export const refusalCodes = {
  'not-json': { c2c: 90_001, group: 10_004 },
  'not-object': { c2c: 90_001, group: 10_004 },
  'too-deep': { c2c: 90_001, group: 10_004 },
  'too-large': { c2c: 93_000, group: 93_000 },
  'body-too-long': { c2c: 93_000, group: 93_000 },
  'body-too-long-old': { c2c: 90_055, group: 90_055 },
  'body-not-array': { c2c: 90_007, group: 10_004 },
  'no-elements': { c2c: 90_002, group: 10_004 },
  'element-wrong': { c2c: 90_002, group: 10_004 },
  'element-unknown': { c2c: 90_010, group: 10_004 },
  'too-many-elements': { c2c: 90_010, group: 10_004 },
  'two-customs': { c2c: 90_010, group: 10_004 },
  'to-missing': { c2c: 90_003, group: 10_004 },
  'to-unknown': { c2c: 90_012, group: 10_004 },
  'from-wrong': { c2c: 90_008, group: 10_004 },
  'from-unknown': { c2c: 90_048, group: 70_107 },
  'party-unknown': { c2c: 20_003, group: 70_107 },
  'random-wrong': { c2c: 90_005, group: 10_004 },
  'sync-wrong': { c2c: 90_031, group: 10_004 },
  'lifetime-wrong': { c2c: 90_044, group: 10_004 },
  'lifetime-too-long': { c2c: 90_026, group: 10_004 },
  'push-wrong': { c2c: 90_043, group: 10_004 },
  'field-wrong': { c2c: 90_001, group: 10_004 },
  'too-many-targets': { c2c: 90_011, group: 10_004 },
  'group-id-wrong': { c2c: 10_015, group: 10_015 },
  'no-group': { c2c: 10_010, group: 10_010 },
  'not-member': { c2c: 10_007, group: 10_007 },
  'online-with-control': { c2c: 10_004, group: 10_004 },
  blocked: { c2c: 20_007, group: 20_007 },
  'sender-muted': { c2c: 20_012, group: 20_012 },
  'muted-in-group': { c2c: 10_017, group: 10_017 },
  'text-too-long': { c2c: 80_002, group: 80_002 },
} as const;
export type RefusalName = keyof typeof refusalCodes;

/** The code of a refusal for a kind of conversation. */
export const refusalCode = (name: RefusalName, kind: 'c2c' | 'group'): number => refusalCodes[name][kind];
