import type { Certainty, CredentialFacts } from '../../../shared/contract/index.ts';
import type { JsonObject } from '../kit/json.ts';
import { textOf } from './payload/fields.ts';

/** `private`: communication and service. `public`: content and marketing. */
export type MessageClass = 'private' | 'public';

/**
 * Categories of the classification of 2024-11-20. Two are in Tencent's page; the others are names developers use and not verified. An
 * unknown one is no mistake.
 */
export const categories: Readonly<Record<string, { readonly class: MessageClass; readonly certainty: Certainty }>> = {
  IM: { class: 'private', certainty: 'documented' },
  MARKETING: { class: 'public', certainty: 'documented' },
  ACCOUNT: { class: 'private', certainty: 'guess' },
  DEVICE_REMINDER: { class: 'private', certainty: 'guess' },
  ORDER: { class: 'private', certainty: 'guess' },
  TODO: { class: 'private', certainty: 'guess' },
  SUBSCRIPTION: { class: 'private', certainty: 'guess' },
  NEWS: { class: 'public', certainty: 'guess' },
  CONTENT: { class: 'public', certainty: 'guess' },
  SOCIAL: { class: 'public', certainty: 'guess' },
};

/** The values of an OPPO credential; null for any other. */
export const oppoValues = (facts: CredentialFacts | null): Readonly<Record<string, string>> | null =>
  facts?.kind === 'app-keys' && facts.vendor === 'oppo' ? facts.values : null;

/**
 * What kind of message this is: by its category, else by the credential's list of private channels, which is how it was until
 * 2024-11-20. Null: neither says.
 */
export const classOf = (notification: JsonObject | null, facts: CredentialFacts | null): MessageClass | null => {
  const category = textOf(notification, 'category');
  if (category) return Object.hasOwn(categories, category) ? (categories[category]?.class ?? null) : null;
  const channel = textOf(notification, 'channel_id');
  const own = (oppoValues(facts)?.['privateChannelIds'] ?? '').split(',').map((id) => id.trim());
  if (!channel || own.join('') === '') return null;
  return own.includes(channel) ? 'private' : 'public';
};

/** The reminder level OPPO works with: the one given, else 2 for private categories. Null: not known. */
export const levelOf = (notification: JsonObject | null): number | null => {
  const given = textOf(notification, 'notify_level');
  if (given !== null) return Number(given);
  const category = textOf(notification, 'category') ?? '';
  return Object.hasOwn(categories, category) && categories[category]?.class === 'private' ? 2 : null;
};
