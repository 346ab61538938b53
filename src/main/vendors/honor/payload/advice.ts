import type { Draft } from '../../../../shared/contract/index.ts';
import { shorten } from '../../kit/cut-text.ts';
import { advice, unsendable } from '../../kit/findings.ts';
import { isObject, parseJson } from '../../kit/json.ts';
import type { SendTarget } from '../../vendor.ts';
import { honorLimits } from '../limits.ts';
import { dataMembers, extOf, type Push } from './effective.ts';
import { droppable } from './intent.ts';
import type { Finding } from './refusals.ts';

const at = '$.android.notification';

const adviseTexts = (push: Push): Finding[] => {
  const { title, body } = honorLimits;
  return (
    [
      ['title', push.drawn?.title.length ?? 0, title.value],
      ['body', push.drawn?.body.length ?? 0, body.value],
    ] as const
  )
    .filter(([, used, max]) => used > max)
    .map(([field, used, max]) =>
      advice('warning', 'long-text', `${at}.${field}`, { params: { field, used, max }, certainty: 'guess' }),
    );
};

/** What Honor takes and the author should know. */
export const advisePush = (push: Push): Finding[] => {
  const { drawn, data } = push;
  const found = adviseTexts(push);
  const parsed = data === null ? null : parseJson(data);
  if (drawn === null && data !== null) found.push(advice('info', 'data-message', '$.data'));
  if (drawn?.importance === '')
    found.push(advice('info', 'no-importance', `${at}.importance`, { hasFix: true, certainty: 'reported' }));
  if (drawn?.importance === 'LOW')
    found.push(advice('info', 'marketing', `${at}.importance`, { certainty: 'reported' }));
  if (drawn?.importance === 'NORMAL')
    found.push(advice('info', 'importance-right', `${at}.importance`, { certainty: 'reported' }));
  if (drawn && data !== null && !(parsed?.ok && isObject(parsed.value))) {
    found.push(advice('warning', 'data-not-json', '$.data', { certainty: 'guess' }));
  }
  if (drawn?.click.kind === 'web' && dataMembers(push).length > 0) {
    found.push(advice('warning', 'data-lost-web', `${at}.clickAction`));
  }
  const ext = extOf(push);
  const asJson = ext === null ? null : parseJson(ext);
  if (ext !== null && !(asJson?.ok && isObject(asJson.value))) found.push(advice('info', 'ext-not-json', '$.data'));
  return found;
};

/** App ID of a draft: its option, else the credential's. Null: neither names one. */
export const appIdOf = (draft: Draft, target: SendTarget | null): string | null => {
  const given = draft.options['appId']?.trim();
  if (given) return given;
  const facts = target?.credential;
  const own = facts?.kind === 'app-keys' ? facts.values['appId']?.trim() : undefined;
  return own ? own : null;
};

/** The fields beside the payload. */
export const adviseOptions = (draft: Draft, target: SendTarget | null): Finding[] => {
  const { testMessage, dropped } = draft.options;
  const found: Finding[] = [];
  const id = appIdOf(draft, target);
  const facts = target?.credential;
  const own = facts?.kind === 'app-keys' ? (facts.values['appId'] ?? '') : '';
  if (id === null && target !== null) found.push(unsendable('no-app-id', 'option:appId', { hasFix: true }));
  if (id !== null && !/^\d+$/.test(id)) {
    found.push(advice('warning', 'odd-app-id', 'option:appId', { params: { value: shorten(id) } }));
  } else if (id !== null && own !== '' && own !== id) {
    found.push(advice('warning', 'other-app-id', 'option:appId', { params: { value: id, own } }));
  }
  if (testMessage && !['true', 'false'].includes(testMessage)) {
    found.push(advice('warning', 'odd-switch', 'option:testMessage', { params: { value: shorten(testMessage) } }));
  }
  if (dropped !== undefined) {
    found.push(advice('info', 'modelled', '$', { certainty: 'guess' }));
    const names = dropped.split(',');
    for (const field of droppable) {
      if (names.includes(field)) found.push(advice('warning', `dropped-${field}`, 'option:dropped'));
    }
  }
  return found;
};
