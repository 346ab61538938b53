import type {
  Card,
  Device,
  DraftView,
  Notification,
  PhoneView,
  TextSize,
} from '../../../../../shared/contract/index.ts';
import { fontScaleOf } from '../skins/font-scale.ts';
import { skinOf } from '../skins/models.ts';
import { fillArguments, locKeysOf, textsFor, type Strings } from './strings.ts';

/** Title and body as somebody wrote them over what the message has. */
export interface Words {
  readonly title?: string | undefined;
  readonly body?: string | undefined;
}
export type WordingId = 'a' | 'b';
/** By wording and language. */
export type Edits = Readonly<Record<string, Words>>;
export const editKey = (wording: WordingId, locale: string): string => `${wording} ${locale}`;

export interface SheetChoice {
  readonly locales: readonly string[];
  readonly sizes: readonly TextSize[];
  readonly themes: readonly ('light' | 'dark')[];
  readonly deviceIds: readonly string[];
  readonly wordings: readonly WordingId[];
}

/** A device of the message with the push made for it. */
export interface SheetDevice {
  readonly device: Device;
  readonly draft: DraftView['draft'];
  readonly card: Card;
}

/** More phones than this on one page are neither read nor drawn in good time. */
export const mostPhones = 96;

/** One phone of the sheet. */
export interface Shot {
  readonly key: string;
  readonly device: Device;
  readonly theme: 'light' | 'dark';
  readonly size: TextSize;
  readonly card: Card;
}

/** The texts of the message in one language: of the imported files where the payload names keys, else as the card has them. */
export const importedWords = (
  { card, draft }: SheetDevice,
  strings: Strings,
  locale: string,
): Required<Pick<Card, 'title' | 'body'>> => {
  const keys = locKeysOf(draft.payload);
  const texts = textsFor(strings, locale);
  // A text that is itself a key of the app's files is taken for one.
  const text = (key: string, args: readonly string[], own: string) => {
    const format = texts[key] ?? texts[own];
    return format === undefined ? own : fillArguments(format, args);
  };
  return {
    title: text(keys.titleKey, keys.titleArgs, card.title),
    body: text(keys.bodyKey, keys.bodyArgs, card.body),
  };
};

/** What one wording says in one language on one device. */
export const wordsFor = (
  device: SheetDevice,
  strings: Strings,
  edits: Edits,
  wording: WordingId,
  locale: string,
): Required<Pick<Card, 'title' | 'body'>> => {
  const own = importedWords(device, strings, locale);
  const edited = edits[editKey(wording, locale)];
  return { title: edited?.title ?? own.title, body: edited?.body ?? own.body };
};

/** The text sizes that look different on this phone: Android has fewer steps than an iPhone. */
const sizesOn = (device: Device, sizes: readonly TextSize[]): readonly TextSize[] => {
  const { textSizes, family } = skinOf(device);
  if (!textSizes) return sizes.slice(0, 1);
  if (family === 'ios') return sizes;
  return [...Map.groupBy(sizes, fontScaleOf).values()].flatMap(([size]) => (size ? [size] : []));
};

/** The phones of one wording in one language: device, then text size, then theme. A look that cannot be told apart is drawn once. */
export const shotsFor = (
  devices: readonly SheetDevice[],
  choice: SheetChoice,
  about: { readonly strings: Strings; readonly edits: Edits; readonly wording: WordingId; readonly locale: string },
): readonly Shot[] => {
  const { strings, edits, wording, locale } = about;
  return devices
    .filter(({ device }) => choice.deviceIds.includes(device.id))
    .flatMap((one) => {
      const sizes = sizesOn(one.device, choice.sizes);
      const card: Card = { ...one.card, ...wordsFor(one, strings, edits, wording, locale) };
      return sizes.flatMap((size) =>
        choice.themes.map((theme) => ({
          key: `${wording} ${locale} ${one.device.id} ${size} ${theme}`,
          theme,
          size,
          card,
          // Drawn as somebody finds it: the app is not open, and nothing else stands on the screen.
          device: {
            ...one.device,
            locale,
            theme,
            appState: 'killed' as const,
            look: { ...one.device.look, textSize: size, screen: 'resting' as const },
          },
        })),
      );
    });
};

/** What the phone of a shot holds: this one card. */
export const viewOfShot = ({ key, device, card }: Shot, atMs: number): PhoneView => {
  const notification: Notification = {
    id: key,
    deviceId: device.id,
    exchangeId: '',
    atMs,
    card,
    state: 'shown',
    quietBecause: null,
    inForeground: false,
    keptSinceMs: null,
  };
  return { deviceId: device.id, notifications: [notification], badge: card.badge ?? 0, screens: [] };
};
