import type { Card, Certainty, Phrase, ReceivedValue, TapStep, VendorId } from '../../../shared/contract/index.ts';

/** A card on which nothing stands yet. */
export const blankCard = (vendor: VendorId, platform: Card['platform']): Card => ({
  platform,
  vendor,
  visible: false,
  hiddenBecause: null,
  title: '',
  subtitle: '',
  body: '',
  localised: false,
  sound: { kind: 'none', name: '' },
  badge: null,
  imageUrl: '',
  groupKey: '',
  replaceKey: '',
  category: '',
  interruptionLevel: 'active',
  channelId: '',
  color: '',
  ext: null,
  notes: [],
});

/** What a payload's visibility, in Android's words, makes of the lock screen. Android's own default is that of a payload without one. */
export const lockScreenOf = (visibility: string | undefined): Pick<Card, 'lockScreen'> => {
  if (visibility === 'PUBLIC') return { lockScreen: 'public' };
  if (visibility === 'PRIVATE') return { lockScreen: 'private' };
  return visibility === 'SECRET' ? { lockScreen: 'secret' } : {};
};

/** Notes of cards. Words: `<vendor>.card.note.<name>`. */
export const noteMaker =
  (vendor: VendorId) =>
  (name: string, certainty: Certainty, params?: Phrase['params']): Card['notes'][number] => ({
    phrase: { id: `${vendor}.card.note.${name}`, ...(params ? { params } : {}) },
    certainty,
  });

/** Steps of taps and arrivals. Words: `<vendor>.step.<id>`, and `<vendor>.step.<detail>`. */
export const stepMaker =
  (vendor: VendorId) =>
  (id: string, certainty: Certainty, over: { params?: Phrase['params']; detail?: string } = {}): TapStep => ({
    id,
    phrase: { id: `${vendor}.step.${id}`, ...(over.params ? { params: over.params } : {}) },
    detail: over.detail === undefined ? null : { id: `${vendor}.step.${over.detail}` },
    certainty,
  });

/** One value as the app's code gets it. */
export const received = (path: string, type: string, value: string): ReceivedValue => ({ path, type, value });
