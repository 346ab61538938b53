/** What other places show of this one. */
export { TokenDialog } from './token/token-dialog.tsx';
