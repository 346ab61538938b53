export { builtInEntries } from './built-in.ts';
export { printFile, readFileText } from './format.ts';
export { PresetLibrary, preparePresets, type PresetLibraryOptions } from './library.ts';
export { fileNameOf } from './names.ts';
export { printSchema } from './schema.ts';
export { presetTexts } from './texts/index.ts';
export { fillMessage, hasVariables, type FilledMessage, type VariableUse } from './variables.ts';
