/** The page as a picture, drawn by the browser itself: a copy of the element inside an SVG, with every rule and font it needs. */

/** Most pixels on a side that browsers draw on one canvas. */
const longestSide = 16_000;
/** How long the fonts inside of a picture may take to be read: a while, and longer the more there is of them. The emoji alone are 8 MB of text. */
const fontsMs = 250;
const lettersPerMs = 3000;

const asDataUrl = async (address: string): Promise<string> => {
  const blob = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error(address)));
    reader.readAsDataURL(blob);
  });
};

/** `url(…)` of a rule, as the sheet it stands in reads it. */
const addresses = /url\((['"]?)(?!data:|#)([^'")]+)\1\)/g;

const inlineAddresses = async (text: string, base: string): Promise<string> => {
  const found = [...new Set([...text.matchAll(addresses)].map(([, , address = '']) => address))];
  const pairs = await Promise.all(
    found.map(
      async (address) => [address, await asDataUrl(new URL(address, base).href).catch(() => 'data:,')] as const,
    ),
  );
  const known = new Map(pairs);
  return text.replaceAll(addresses, (_all, _quote, address: string) => `url("${known.get(address) ?? 'data:,'}")`);
};

const faceKey = (family: string, range: string, weight: string, style: string): string =>
  [family.replaceAll(/['"]/g, ''), range.replaceAll(/\s/g, '').toUpperCase(), weight, style].join('|');

/** The fonts that this page has loaded: those with letters that it draws. A font of thousands of signs comes in a hundred files. */
const loadedFaces = (): ReadonlySet<string> =>
  new Set(
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family, unicodeRange, weight, style }) => faceKey(family, unicodeRange, weight, style)),
  );

const isLoaded = (rule: CSSFontFaceRule, loaded: ReadonlySet<string>): boolean => {
  const value = (name: string, otherwise: string) => rule.style.getPropertyValue(name) || otherwise;
  const key = faceKey(
    value('font-family', ''),
    value('unicode-range', 'U+0-10FFFF'),
    value('font-weight', 'normal'),
    value('font-style', 'normal'),
  );
  return loaded.has(key);
};

/** Every rule of the page's own sheets, with the fonts in use. */
const styleText = async (): Promise<string> => {
  const loaded = loadedFaces();
  const parts = [...document.styleSheets].flatMap((sheet) => {
    const base = sheet.href ?? document.baseURI;
    return [...sheet.cssRules]
      .filter((rule) => !(rule instanceof CSSFontFaceRule) || isLoaded(rule, loaded))
      .map((rule) => inlineAddresses(rule.cssText, base));
  });
  return (await Promise.all(parts)).join('\n');
};

/** What a person typed is no attribute, so a copy would not have it. */
const copyValues = (from: HTMLElement, to: HTMLElement): void => {
  const fields = [...from.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
  for (const [index, field] of [...to.querySelectorAll('input, textarea')].entries()) {
    const value = fields[index]?.value ?? '';
    if (field instanceof HTMLTextAreaElement) field.textContent = value;
    else field.setAttribute('value', value);
  }
};

/** The element with the boxes it stands in, empty: rules that ask for what is around it still hold. */
const copyInPlace = (element: HTMLElement): HTMLElement => {
  const copy = element.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new TypeError('An element’s copy is an element.');
  copyValues(element, copy);
  for (const hidden of copy.querySelectorAll('[data-picture-hidden]')) hidden.remove();
  for (const image of copy.querySelectorAll('img')) if (!image.src.startsWith('data:')) image.remove();
  return copy;
};

const loadImage = (address: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.addEventListener('load', () => resolve(image));
    image.addEventListener('error', () => reject(new Error('The browser cannot draw this picture.')));
    image.src = address;
  });

/** What the element has from what is around it. One by one: `font` is empty where a part of it cannot be written that way. */
const inherited = [
  'color',
  'font-family',
  'font-size',
  'font-weight',
  'line-height',
  'letter-spacing',
  'font-feature-settings',
];
const inheritedStyle = (computed: CSSStyleDeclaration): string =>
  inherited.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(';');

/**
 * A PNG of an element as it is drawn now, `scale` px for each px of the page (less where the picture would become too large).
 * Pictures from other hosts are left out: a picture inside a picture may not load anything. Rejects where the browser cannot draw it.
 */
export const pictureOf = async (element: HTMLElement, scale = 2): Promise<Blob> => {
  await document.fonts.ready;
  const width = Math.ceil(element.scrollWidth);
  const height = Math.ceil(element.scrollHeight);
  const root = document.documentElement;
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  // Rules on `:root` are about the outermost element: here that is the SVG.
  for (const { name, value } of root.attributes) svg.setAttribute(name, value);
  const style = document.createElementNS(namespace, 'style');
  style.textContent = await styleText();
  const frame = document.createElementNS(namespace, 'foreignObject');
  frame.setAttribute('width', '100%');
  frame.setAttribute('height', '100%');
  const copy = copyInPlace(element);
  const computed = getComputedStyle(element);
  copy.style.cssText += `;width:${width}px;height:${height}px;margin:0;${inheritedStyle(computed)};background:${computed.backgroundColor}`;
  frame.append(copy);
  svg.append(style, frame);
  const text = new XMLSerializer().serializeToString(svg);
  // A data: address and not a blob: one, for a canvas that drew a blob: picture with HTML in it is locked.
  const image = await loadImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
  const factor = Math.min(scale, longestSide / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * factor);
  canvas.height = Math.round(height * factor);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser has no canvas.');
  context.scale(factor, factor);
  // The first drawing makes the picture read its fonts; that has no event, and takes a moment.
  context.drawImage(image, 0, 0, width, height);
  const waitMs = fontsMs + Math.max(0, text.length - 1_000_000) / lettersPerMs;
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  context.clearRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser gives no picture.'))), 'image/png'),
  );
};
