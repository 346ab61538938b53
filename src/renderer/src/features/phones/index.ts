/** What other places embed: drawn phones and what a person reads on them. */
export { DrawnPhone } from './drawn/drawn-phone.tsx';
export { PhoneStage, type StagePhone } from './drawn/phone-stage.tsx';
export type { DrawnPhoneProps, PhoneActions } from './drawn/types.ts';
export { useWindowTheme } from './drawn/hooks.ts';
export { FitTable, FitWords } from './fit/fit-table.tsx';
export type { FitRow, FitSubject } from './fit/fit-card.ts';
export { useFit } from './fit/use-fit.ts';
export { PictureLine } from './pictures/picture-line.tsx';
export { drawingCertainty, modelOf, models, modelsFor } from './skins/models.ts';
export { phoneLocales } from './skins/words.ts';
export { StateSwitch } from './state-switch.tsx';
export { SureLine } from './sure-line.tsx';
export { useAction } from './use-action.ts';
