/** The door of this folder: why an exchange was refused. */
export { whyRefused } from './gather.ts';
export { causeTexts } from './texts/index.ts';
