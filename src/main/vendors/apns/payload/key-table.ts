import type { Certainty, Source } from '../../../../shared/contract/index.ts';
import type { JsonSchema } from '../../../../shared/kit/json-schema.ts';
import type { PushType } from '../push-types.ts';
import { sources } from '../sources.ts';
import { shapes } from './key-shapes.ts';

/** Where a key stands. `loc`: inside a text of a Live Activity's alert that names a key of the app's string files. */
export type KeyPlace = 'root' | 'aps' | 'alert' | 'loc' | 'sound';

/** One key of a payload. Its help is the text `apns.key.<place>.<name>`. */
export interface PayloadKey {
  readonly place: KeyPlace;
  readonly name: string;
  /** What a value has to be. Objects with keys of their own are put in by the schema. */
  readonly shape: JsonSchema;
  /** Codes of the problems that a value of another shape gives. */
  readonly codes: readonly string[];
  /** First system that knows the key; null: older than any in use. */
  readonly since: string | null;
  /** The push types it has an effect with; null: with every one that shows a notification, and Live Activities. */
  readonly pushTypes: readonly PushType[] | null;
  /** It counts in a push that starts a Live Activity and in no other. */
  readonly startOnly: boolean;
  readonly certainty: Certainty;
  readonly source: Source;
  /** What completion writes and the schema shows. */
  readonly example: unknown;
}

type Row = readonly [name: string, shape: JsonSchema, example: unknown, codes?: string | readonly string[]];
type About = Partial<Pick<PayloadKey, 'since' | 'pushTypes' | 'startOnly' | 'certainty' | 'source'>>;

const rows = (place: KeyPlace, about: About, ...list: readonly Row[]): readonly PayloadKey[] =>
  list.map(([name, shape, example, codes = `${name}-type`]) => ({
    place,
    name,
    shape,
    example,
    codes: typeof codes === 'string' ? [codes] : codes,
    since: null,
    pushTypes: null,
    startOnly: false,
    certainty: 'documented',
    source: sources.generating,
    ...about,
  }));

const activity: About = { since: 'iOS 16.1', pushTypes: ['liveactivity'], source: sources.liveActivity };

/** Every key with a meaning, in the order people write them. Facts: the pages named by each row. */
export const payloadKeys: readonly PayloadKey[] = [
  ...rows('root', {}, ['aps', shapes.object, {}, 'aps-type']),
  ...rows('root', { source: sources.tencentIos }, ['ext', shapes.any, '', []]),
  ...rows('root', { pushTypes: ['mdm'], certainty: 'reported', source: sources.sending }, [
    'mdm',
    shapes.text,
    'PushMagic',
    'mdm-type',
  ]),
  ...rows('root', { since: 'Xcode 11.4', source: sources.simulator }, [
    'Simulator Target Bundle',
    shapes.text,
    'com.example.im',
    'simulator-key-type',
  ]),

  ...rows(
    'aps',
    {},
    ['alert', {}, { title: '', body: '' }, 'alert-type'],
    ['badge', shapes.count, 1],
    ['sound', {}, 'default', 'sound-type'],
    ['thread-id', shapes.text, 'chat-denny'],
    ['category', shapes.text, 'MESSAGE'],
    ['content-available', shapes.one, 1, 'content-available-value'],
  ),
  ...rows('aps', { since: 'iOS 10', source: sources.modifying }, [
    'mutable-content',
    shapes.one,
    1,
    'mutable-content-value',
  ]),
  ...rows('aps', { since: 'iOS 13' }, ['target-content-id', shapes.text, 'main-window']),
  ...rows('aps', { since: 'iOS 15', source: sources.interruption }, [
    'interruption-level',
    shapes.level,
    'active',
    'interruption-level-value',
  ]),
  ...rows('aps', { since: 'iOS 15' }, [
    'relevance-score',
    shapes.number,
    0.5,
    ['relevance-score-type', 'relevance-score-range'],
  ]),
  ...rows('aps', { since: 'iOS 16' }, ['filter-criteria', shapes.text, 'work']),

  ...rows('aps', activity, [
    'timestamp',
    shapes.activityTime,
    1_795_000_000,
    ['timestamp-type', 'timestamp-milliseconds', 'timestamp-past'],
  ]),
  ...rows('aps', activity, ['event', shapes.event, 'update', 'event-value']),
  ...rows('aps', activity, ['content-state', shapes.object, {}]),
  ...rows('aps', { ...activity, since: 'iOS 16.2' }, [
    'stale-date',
    shapes.seconds,
    1_795_003_600,
    ['stale-date-type', 'stale-date-milliseconds'],
  ]),
  ...rows('aps', activity, [
    'dismissal-date',
    shapes.seconds,
    1_795_007_200,
    ['dismissal-date-type', 'dismissal-date-milliseconds'],
  ]),
  ...rows(
    'aps',
    { ...activity, since: 'iOS 17.2', startOnly: true },
    ['attributes-type', shapes.text, 'RideAttributes', 'attributes-type-type'],
    ['attributes', shapes.object, {}, 'attributes-not-object'],
  ),
  ...rows(
    'aps',
    { ...activity, since: 'iOS 18', startOnly: true },
    ['input-push-token', shapes.one, 1, 'input-push-token-value'],
    ['input-push-channel', shapes.channel, 'dHN0LXNyY2gtY2hubA==', 'input-push-channel-value'],
  ),
  ...rows('aps', { since: 'macOS 10.9', pushTypes: ['alert'], certainty: 'reported', source: sources.safari }, [
    'url-args',
    shapes.textList,
    ['chat', 'denny'],
  ]),
  ...rows('aps', { since: 'iOS 26', pushTypes: ['widgets'], certainty: 'guess', source: sources.widgets }, [
    'content-changed',
    shapes.yes,
    true,
    'content-changed-value',
  ]),

  ...rows('alert', {}, ['title', {}, 'Denny', 'alert-title-type']),
  ...rows('alert', { since: 'iOS 10' }, ['subtitle', {}, '', 'alert-subtitle-type']),
  ...rows(
    'alert',
    {},
    ['body', {}, 'Lunch at 12:30?', 'alert-body-type'],
    ['title-loc-key', shapes.text, 'MESSAGE_TITLE'],
    ['title-loc-args', shapes.textList, ['Denny']],
  ),
  ...rows(
    'alert',
    { since: 'iOS 10' },
    ['subtitle-loc-key', shapes.text, 'MESSAGE_SUBTITLE'],
    ['subtitle-loc-args', shapes.textList, ['Denny']],
  ),
  ...rows(
    'alert',
    {},
    ['loc-key', shapes.text, 'MESSAGE_BODY'],
    ['loc-args', shapes.textList, ['Denny']],
    ['launch-image', shapes.text, 'Launch'],
  ),
  ...rows('alert', { ...activity }, ['sound', {}, 'default', 'sound-type']),
  ...rows('alert', { since: 'macOS 10.9', certainty: 'reported', source: sources.safari }, [
    'action',
    shapes.text,
    'Open',
    'alert-action-type',
  ]),
  ...rows('alert', { certainty: 'guess' }, ['action-loc-key', shapes.text, 'OPEN']),
  ...rows(
    'alert',
    { since: 'iOS 12', certainty: 'guess' },
    ['summary-arg', shapes.text, 'Denny'],
    ['summary-arg-count', shapes.whole, 1],
  ),

  ...rows('loc', activity, ['loc-key', shapes.text, 'RIDE_TITLE'], ['loc-args', shapes.textList, ['Denny']]),

  ...rows(
    'sound',
    { since: 'iOS 12' },
    ['critical', shapes.one, 1, 'sound-critical-value'],
    ['name', shapes.text, 'default', 'sound-name-type'],
    ['volume', shapes.share, 0.8, 'sound-volume-value'],
  ),
];

/** The keys of one place. */
export const keysAt = (place: KeyPlace): readonly PayloadKey[] => payloadKeys.filter((key) => key.place === place);

const byName = new Map(payloadKeys.map((key) => [`${key.place} ${key.name}`, key]));

/** A key by its place and name; null when it is none of Apple's. */
export const keyAt = (place: KeyPlace, name: string): PayloadKey | null => byName.get(`${place} ${name}`) ?? null;

/** Keys whose effect is bound to Live Activities. */
export const isActivityKey = (key: PayloadKey): boolean => key.pushTypes?.includes('liveactivity') ?? false;

/** Codes of the problems that the schema finds too: keys nobody knows, and keys that are missing or in the wrong push. */
export const structureCodes: readonly string[] = [
  'custom-key-in-aps',
  'custom-key-in-alert',
  'custom-key-in-sound',
  'custom-key-in-text',
  'key-misspelled',
  'key-push-type',
  'key-start-only',
  'live-activity-missing',
];

/** What an event of a Live Activity needs. The last state of an ended activity is a courtesy. */
export const neededFor = {
  start: ['timestamp', 'event', 'content-state', 'attributes-type', 'attributes', 'alert'],
  update: ['timestamp', 'event', 'content-state'],
  end: ['timestamp', 'event'],
} as const satisfies Record<string, readonly string[]>;
