import { keysAt } from './key-table.ts';

const bare = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '');
const byBareName = (place: 'aps' | 'alert' | 'sound') =>
  new Map(keysAt(place).map(({ name }) => [bare(name), name] as const));
const meant = { aps: byBareName('aps'), alert: byBareName('alert'), sound: byBareName('sound') } as const;

/** The key somebody meant when they wrote `content_available` or `threadId`; null when it is no known key at all. */
export const meantKey = (key: string, inside: keyof typeof meant): string | null =>
  meant[inside].get(bare(key)) ?? null;
