import type { JsonSchema } from '../../../../shared/kit/json-schema.ts';
import { millisecondsFrom } from '../option-values.ts';

/** iOS 16.1, the first with Live Activities, came out in October 2022; nothing newer can carry an older time. */
export const firstLiveActivity = 1_660_000_000;

/** What a value of each kind has to be. The lint rules and the published schema both come from here. */
export const shapes = {
  any: {},
  text: { type: 'string' },
  object: { type: 'object' },
  textList: { type: 'array', items: { type: 'string' } },
  /** A switch that is on as the number 1. The number 0 is as good as leaving it out. */
  one: { enum: [1, 0] },
  yes: { const: true },
  count: { type: 'integer', minimum: 0 },
  whole: { type: 'integer' },
  number: { type: 'number' },
  share: { type: 'number', minimum: 0, maximum: 1 },
  seconds: { type: 'integer', exclusiveMaximum: millisecondsFrom },
  activityTime: { type: 'integer', minimum: firstLiveActivity, exclusiveMaximum: millisecondsFrom },
  channel: {
    type: 'string',
    pattern: '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$',
  },
  level: { enum: ['passive', 'active', 'time-sensitive', 'critical'] },
  event: { enum: ['start', 'update', 'end'] },
} as const satisfies Record<string, JsonSchema>;
