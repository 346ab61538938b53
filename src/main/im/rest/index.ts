export { answerMessage, readRest, type RestWorld } from './answer.ts';
export { callOf } from './read.ts';
export { longestTextBytes } from './parse-text.ts';
export { restSchema } from './schema.ts';
export { callFor, printCall, withKept, writeCall } from './write.ts';
export { withoutShortForms } from './push-info.ts';
