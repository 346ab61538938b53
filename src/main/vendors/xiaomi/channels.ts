import type { CredentialFacts } from '../../../shared/contract/index.ts';
import { splitList } from './payload/fields.ts';

/** What kind of reminder a channel gives. `default`: no channel. Null: nobody told us. Source: «Message classification». */
export type MessageClass = 'private' | 'public' | 'default' | null;

/** The values of a Xiaomi credential; null for any other. */
export const xiaomiValues = (facts: CredentialFacts | null): Readonly<Record<string, string>> | null =>
  facts?.kind === 'app-keys' && facts.vendor === 'xiaomi' ? facts.values : null;

/**
 * The class of a channel, by the two lists of the credential. Xiaomi knows it by the id alone; the lists are a copy of its console.
 * `unknown`: there are lists and none has it.
 */
export const classOfChannel = (
  facts: CredentialFacts | null,
  channelId: string | undefined,
): MessageClass | 'unknown' => {
  if (channelId === undefined || channelId === '') return 'default';
  const values = xiaomiValues(facts);
  const own = splitList(values?.['privateChannelIds']);
  const open = splitList(values?.['publicChannelIds']);
  if (own.includes(channelId)) return 'private';
  if (open.includes(channelId)) return 'public';
  return own.length + open.length > 0 ? 'unknown' : null;
};
