export { answerMessage, readRest, type RestWorld } from './answer.ts';
export { callOf, longestTextBytes } from './read.ts';
export { restSchema } from './schema.ts';
export { callFor, printCall, withKept, writeCall } from './write.ts';
export { withoutShortForms } from './push-info.ts';
