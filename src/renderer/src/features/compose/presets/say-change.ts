import { cutMiddle } from '../../../../../shared/kit/text.ts';
import type { Words } from '../../../i18n/index.ts';
import type { WorldChange } from './world.ts';

/** A value of a phone, account or group in words. */
export const sayFact = ({ t, has }: Words, value: WorldChange['before'] | undefined): string => {
  if (value === null || value === undefined || value === '') return t('compose.world.none');
  if (typeof value === 'boolean') return t(value ? 'compose.world.yes' : 'compose.world.no');
  const id = `compose.state.${value}`;
  return has(id) ? t(id) : cutMiddle(String(value), 8);
};

/** One line: what changed from what to what. */
export const sayChange = (words: Words, { name, field, member, before, after }: WorldChange): string =>
  words.t('compose.world.change', {
    name,
    field: words.t(`compose.fact.${field}`, { member: member ?? '' }),
    before: sayFact(words, before),
    after: sayFact(words, after),
  });
