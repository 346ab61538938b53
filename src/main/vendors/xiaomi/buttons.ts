import type { PushButton } from '../kit/buttons.ts';
import type { Push } from './payload/fields.ts';

/** What a touch opens, by the names that the message itself has for it in `extra`. */
export type Route = ReadonlyMap<string, string>;

const places = ['left', 'mid', 'right'] as const;
/** The fields of a button that say what it opens, and what the same is called for the message itself. */
const fields = [
  ['notify_effect', 'notify_effect'],
  ['intent_uri', 'intent_uri'],
  ['web_uri', 'web_uri'],
  ['intent_class', 'class_name'],
] as const;

/** Up to three buttons, those that have a name; `click` is what each opens. Source: «Push server API». */
export const buttonsOf = ({ extra }: Pick<Push, 'extra'>): readonly PushButton<Route>[] =>
  places.flatMap((place) => {
    const of = (field: string) => extra.get(`notification_style_button_${place}_${field}`);
    const name = of('name');
    if (name === undefined) return [];
    const click = new Map(
      fields.flatMap(([field, as]) => {
        const value = of(field);
        return value === undefined ? [] : [[as, value] as const];
      }),
    );
    return [{ name, click, data: '' }];
  });
