export { decide } from './decide.ts';
export { imCodes } from './error-codes.ts';
export { duplicateWindowMs } from './gates/duplicate.ts';
export { vendorsOf } from './gates/vendor-rules.ts';
export type { DecisionCredential, DecisionInput, RecentMessage } from './input.ts';
export { conversationKey } from './input.ts';
export { utf8View } from './intent/index.ts';
export {
  applyLifeEvent,
  iosRegistration,
  kickedBy,
  type LifeAnswer,
  type LifeChange,
  type LifeEvent,
  type LifeWorld,
} from './lifecycle.ts';
export { textLimits } from './limits.ts';
export { recipientIds, recipientsOf, type Directory, type Recipient } from './recipients.ts';
export {
  answerMessage,
  callFor,
  printCall,
  readRest,
  restSchema,
  withKept,
  withoutShortForms,
  writeCall,
  type RestWorld,
} from './rest/index.ts';
export {
  globalSettingsOf,
  legacySettingsOf,
  legacySnippet,
  readGlobalSettings,
  readLegacyIosPush,
  readLegacyPush,
  writeLegacyPush,
} from './legacy.ts';
export { playScenario, type Moment, type ScenarioSetting, type Stage, type StagePhone } from './scenario.ts';
export { sdkSchema } from './sdk-schema.ts';
export { printGlobalText, printSdkText, readGlobalText, readSdkText } from './sdk-text.ts';
export { readV2Push, writeV2Push, type ShapeProblem, type ShapeRead } from './sdk.ts';
export { printShapes, readShape } from './shapes.ts';
export { defaultSwitches, switchesFrom, switchPages, switchSpecs, type ImSwitches } from './switches.ts';
export { imTexts } from './texts/index.ts';
