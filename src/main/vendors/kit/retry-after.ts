import type { HeaderList } from '../../../shared/contract/index.ts';
import { headerOf } from './headers.ts';

/** Retry-After in milliseconds: seconds, or a date counted from the answer's own Date header. Null: none that can be read. */
export const retryAfterOf = (headers: HeaderList): number | null => {
  const given = headerOf(headers, 'retry-after')?.trim();
  if (given === undefined || given === '') return null;
  if (/^\d+$/.test(given)) return Number(given) * 1000;
  const wait = Date.parse(given) - Date.parse(headerOf(headers, 'date') ?? '');
  return Number.isNaN(wait) ? null : Math.max(0, wait);
};
