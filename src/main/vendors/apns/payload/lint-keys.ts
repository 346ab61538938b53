import { pathMember, type JsonObject } from '../../kit/json.ts';
import { isActivityKey, keyAt, type KeyPlace, type PayloadKey } from './key-table.ts';
import { meantKey } from './keys.ts';
import { problem, type Report, type Subject } from './problems.ts';
import { ruleFor, type KeyRules } from './rules.ts';

/** True when the payload as a whole was already said to be a Live Activity under another push type. */
export const isActivityElsewhere = ({ aps, pushType }: Subject): boolean =>
  pushType !== 'liveactivity' && aps !== null && 'event' in aps && 'content-state' in aps;

/** A key that has no effect in this kind of push. */
const lintPlaceInPush = (key: PayloadKey, path: string, report: Report, subject: Subject): void => {
  const { pushType, aps } = subject;
  if (pushType === null || key.pushTypes === null) return;
  if (!key.pushTypes.includes(pushType)) {
    if (isActivityKey(key) && isActivityElsewhere(subject)) return;
    const types = key.pushTypes.join(', ');
    report(problem('key-push-type', 'warning', key.certainty, path, { key: key.name, types, pushType }));
  } else if (key.startOnly && (aps?.['event'] === 'update' || aps?.['event'] === 'end')) {
    report(problem('key-start-only', 'warning', 'documented', path, { key: key.name, event: aps['event'] }));
  }
};

/** Every key of one object: its own rule, whether it counts in this push, and what to say of keys nobody knows. */
export const lintKeys = (
  place: Exclude<KeyPlace, 'root' | 'loc'>,
  rules: KeyRules,
  object: JsonObject,
  at: string,
  report: Report,
  subject: Subject,
): void => {
  for (const [name, value] of Object.entries(object)) {
    const path = pathMember(at, name);
    const key = keyAt(place, name);
    if (key) {
      ruleFor(rules, name)?.(value, path, report, subject);
      lintPlaceInPush(key, path, report, subject);
      continue;
    }
    const meant = meantKey(name, place);
    report(
      meant === null
        ? problem(`custom-key-in-${place}`, 'warning', 'documented', path, { key: name })
        : problem('key-misspelled', 'error', 'documented', path, { key: name, right: meant }),
    );
  }
};
