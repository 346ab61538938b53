/** What other places show of this one. */
export { CodeLink } from './code-link.tsx';
export { imKey } from './find.ts';
