/** Keys Apple gives a meaning inside `aps`. Source: Apple, «Generating a remote notification», and the Live Activity page. */
export const apsKeys = [
  'alert',
  'badge',
  'sound',
  'thread-id',
  'category',
  'content-available',
  'mutable-content',
  'target-content-id',
  'interruption-level',
  'relevance-score',
  'filter-criteria',
  'timestamp',
  'event',
  'content-state',
  'stale-date',
  'dismissal-date',
  'attributes-type',
  'attributes',
  'input-push-token',
  'input-push-channel',
  'url-args',
  'content-changed',
] as const;

/** Keys inside `aps.alert`. `action` is for Safari, `sound` for Live Activities, the last three are of older systems. */
export const alertKeys = [
  'title',
  'subtitle',
  'body',
  'title-loc-key',
  'title-loc-args',
  'subtitle-loc-key',
  'subtitle-loc-args',
  'loc-key',
  'loc-args',
  'launch-image',
  'action',
  'sound',
  'action-loc-key',
  'summary-arg',
  'summary-arg-count',
] as const;

const bare = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '');
const byBareName = (keys: readonly string[]) => new Map(keys.map((key) => [bare(key), key]));
const bareApsKeys = byBareName(apsKeys);
const bareAlertKeys = byBareName(alertKeys);

/** The key somebody meant when they wrote `content_available` or `threadId`; null when it is no known key at all. */
export const meantKey = (key: string, inside: 'aps' | 'alert'): string | null =>
  (inside === 'aps' ? bareApsKeys : bareAlertKeys).get(bare(key)) ?? null;
