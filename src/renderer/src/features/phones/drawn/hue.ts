/** Green, the colour of the demo's app, is where names start from. */
const base = 168;

/** A hue (degrees) for a name: the same name always has the same colour. */
export const hueOf = (name: string): number => {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return (base + hash) % 360;
};

const channels = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i;
const linear = (hex: string): number => {
  const share = Number.parseInt(hex, 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};
/** From this luminance on (WCAG 2), black is easier to see than white. */
const evenLuminance = 0.179;

/** The colour of a glyph on `#rrggbb`; null when that is no colour. */
export const glyphOn = (color: string): '#000' | '#fff' | null => {
  const [, red, green, blue] = channels.exec(color) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return luminance > evenLuminance ? '#000' : '#fff';
};
