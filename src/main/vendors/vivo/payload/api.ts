import type { Draft } from '../../../../shared/contract/index.ts';
import { pathOf, sendPaths, type Path } from '../paths.ts';

/** The address a draft goes to; `/message/send` unless its option names another. */
export const apiPath = ({ options }: Draft): string => options['api']?.trim() || (sendPaths[0] ?? '');

/** What that address is for; null: it sends nothing. */
export const apiOf = (draft: Draft): Exclude<Path, 'auth'> | null => {
  const path = apiPath(draft);
  const api = sendPaths.includes(path) ? pathOf(path) : null;
  return api === 'auth' ? null : api;
};
