import type { Draft } from '../../../shared/contract/index.ts';
import type { SendTarget } from '../vendor.ts';
import { isPushType, suffixOf } from './push-types.ts';
import { optionOf } from './wire.ts';

/**
 * The topic a draft is sent with: its own option, else the app's bundle ID with the suffix of the push type. Empty when neither
 * is known. The topic of a device-management push is never made up: it is the UID of a certificate.
 */
export const topicFor = (draft: Draft, target: Pick<SendTarget, 'appIdentifier'>): string => {
  const own = optionOf(draft, 'topic');
  if (own !== '' || target.appIdentifier === '') return own;
  const type = optionOf(draft, 'pushType');
  if (type === 'mdm') return '';
  return target.appIdentifier + (isPushType(type) ? suffixOf(type) : '');
};
