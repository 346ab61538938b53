/**
 * The pseudo-locale: English with accents, and longer by about as much as a translation may be. It shows in a running window what a
 * translation would break. Opened with `?pseudo` in the address; made of what was said, so nothing has to be translated for it.
 */

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = 'áƀçđéƒĝĥíĵķļɱñóþǫřšŧúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞǪŘŠŦÚṼŴẊÝŽ';
const accents: ReadonlyMap<string, string> = new Map(Array.from(plain, (letter, at) => [letter, accented.charAt(at)]));
/** Words to lengthen with: with gaps, so that a sentence still breaks into lines. */
const filling = 'óñé ŧŵó ŧĥřéé ƒóúř ƒíṽé šíẋ šéṽéñ éíĝĥŧ ñíñé ŧéñ ';
const growth = 0.4;

/** `Send` → `Šéñđ·óñ`: letters with accents, and four tenths more of them. A text without letters stays as it is. */
export const pseudo = (text: string): string => {
  const letters = Array.from(text).filter((letter) => accents.has(letter)).length;
  if (letters === 0) return text;
  const more = Math.ceil(letters * growth);
  const tail = filling
    .repeat(Math.ceil(more / filling.length))
    .slice(0, more)
    .trimEnd();
  return `${Array.from(text, (letter) => accents.get(letter) ?? letter).join('')}·${tail}`;
};
