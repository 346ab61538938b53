import type { Card, Certainty, Device } from '../../../../../shared/contract/index.ts';
import { androidTime } from '../skins/android-time.ts';
import { modelOf, skinOf } from '../skins/models.ts';
import { typeOf, weakest, type Skin, type SlotId, type SurfaceId } from '../skins/skin.ts';
import { cardTime } from '../skins/time.ts';
import { errorOf, fitText, type Fit } from './fit.ts';
import { widthOfText, withRuler, type SlotStyle } from './ruler.ts';
import { clockLocale, hidesText, isHiddenOnLock } from '../look.ts';
import { cardText, fontLanguage, graphemes, langOf, lineText } from './text.ts';

/** A card on a phone at an age, whose texts are to be measured. */
export interface FitSubject {
  readonly device: Device;
  readonly appName: string;
  readonly card: Card;
  readonly atMs: number;
  readonly nowMs: number;
}

/** What the person reads of a card on one surface of one phone. */
export interface FitRow {
  readonly id: string;
  readonly deviceId: string;
  readonly model: string;
  readonly surface: SurfaceId;
  /** What its owner calls it: Android has no banner, but a heads-up. */
  readonly said: SurfaceId | 'headsUp';
  readonly slots: Readonly<Record<SlotId, Fit>>;
  /** The word of the least certain text. */
  readonly certainty: Certainty;
}

const words: readonly Certainty[] = ['documented', 'measured', 'reported', 'guess'];
const leastSure = (all: readonly Certainty[]): Certainty =>
  words[Math.max(0, ...all.map((one) => words.indexOf(one)))] ?? 'guess';

const styleFor = (skin: Skin, slot: SlotId | 'time', text: string, locale: string): SlotStyle => {
  const lang = langOf(text, locale);
  return { ...typeOf(skin, slot), font: skin.fonts[fontLanguage(lang)], lang };
};

/** The owner of the phone, or the push, keeps the text from here: nothing of it is read. Documented by Apple and by Android. */
const hiddenFit = (text: string, locale: string, maxLines: number): Fit => {
  const total = graphemes(text, locale).length;
  return { state: 'hidden', shown: 0, total, lines: 0, maxLines, certainty: 'documented' };
};

const slotIds: readonly SlotId[] = ['title', 'subtitle', 'body'];

/** So many texts are remembered: those of a few phones while somebody writes. */
const mostKnown = 400;
const known = new Map<string, unknown>();
/** Forgets what was measured: another font is there now. */
export const forgetMeasured = (): void => known.clear();

/** Of all texts on all surfaces one changes with a key; the others are not laid out again. `what` names all that decides the answer. */
const onceFor = <T>(what: readonly (string | number)[], measure: () => T): T => {
  const key = JSON.stringify(what);
  const before = known.get(key);
  // What it begins with says whose it is.
  if (before !== undefined) return before as T;
  if (known.size >= mostKnown) known.clear();
  const measured = measure();
  known.set(key, measured);
  return measured;
};
const partsOf = ({ font, size, line, weight, lang }: SlotStyle) => [font, size, line, weight, lang];

/** Measures a card on the surfaces of its phone's skin. Needs a document and its fonts. */
export const fitCard = ({ device, appName, card, atMs, nowMs }: FitSubject): readonly FitRow[] => {
  const skin = skinOf(device);
  const model = modelOf(device);
  const locale = clockLocale(device);
  const texts = cardText(card, appName, skin.family);
  const time =
    skin.family === 'android' ? androidTime(skin, locale, atMs, nowMs) : cardTime(skin.family, locale, atMs, nowMs);
  const timeStyle = styleFor(skin, 'time', time, locale);
  const timeWidth = onceFor(['width', ...partsOf(timeStyle), time], () => widthOfText(timeStyle, time));
  const beside = { phoneWidth: model.width, timeWidth, hasImage: (card.android?.largeIconUrl || card.imageUrl) !== '' };

  return skin.read.flatMap((surface): FitRow[] => {
    const limits = skin.surfaces[surface];
    if (!limits) return [];
    // A push that arrives without a sound does not pop up.
    if (skin.family === 'android' && surface === 'banner' && card.interruptionLevel === 'passive') return [];
    const isHidden =
      skin.family === 'ios'
        ? surface !== 'expanded' && hidesText(device.look, surface === 'lock')
        : surface === 'lock' && isHiddenOnLock(card, device.look);
    const fitSlot = (slot: SlotId): Fit => {
      if (isHidden && texts[slot] !== '') return hiddenFit(texts[slot], locale, limits[slot].value);
      const maxLines = limits[slot].value;
      const text = maxLines === 1 ? lineText(texts[slot]) : texts[slot];
      const certainty = weakest([...skin.decides(slot), limits[slot]]);
      const error = errorOf(text, locale, slot === 'title' ? 'title' : 'body', skin.errors);
      const width = skin.widthOf(slot, surface, beside);
      const style = styleFor(skin, slot, text, locale);
      return onceFor(['fit', ...partsOf(style), width, maxLines, locale, certainty, error, text], () =>
        withRuler(style, width, maxLines, (ruler) => fitText({ text, locale, maxLines, certainty, error }, ruler)),
      );
    };
    const slots = { title: fitSlot('title'), subtitle: fitSlot('subtitle'), body: fitSlot('body') };
    const shown = slotIds.map((slot) => slots[slot]).filter((fit) => fit.state !== 'absent');
    return [
      {
        id: `${device.id}.${surface}`,
        deviceId: device.id,
        model: model.label,
        surface,
        said: surface === 'banner' && skin.family === 'android' ? 'headsUp' : surface,
        slots,
        certainty: leastSure(shown.map((fit) => fit.certainty)),
      },
    ];
  });
};
