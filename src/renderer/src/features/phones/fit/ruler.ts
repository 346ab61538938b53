import type { Ruler } from './fit.ts';

/** A text slot as the browser has to lay it out. Lengths in px of the unscaled drawing. */
export interface SlotStyle {
  readonly font: string;
  readonly size: number;
  readonly line: number;
  readonly weight: number;
  readonly lang: string;
}

const makeProbe = ({ font, size, line, weight, lang }: SlotStyle): HTMLElement => {
  const probe = document.createElement('div');
  probe.lang = lang;
  probe.setAttribute('aria-hidden', 'true');
  Object.assign(probe.style, {
    position: 'fixed',
    top: '0',
    left: '0',
    visibility: 'hidden',
    pointerEvents: 'none',
    font: `${weight} ${size}px/${line}px ${font}`,
    textRendering: 'geometricPrecision',
    overflowWrap: 'anywhere',
    lineBreak: 'strict',
    unicodeBidi: 'plaintext',
  });
  return probe;
};

/** Lets `use` measure in a slot's style; the element it measures with is gone afterwards. */
const withProbe = <T>(style: SlotStyle, use: (probe: HTMLElement) => T): T => {
  const probe = makeProbe(style);
  document.body.append(probe);
  try {
    return use(probe);
  } finally {
    probe.remove();
  }
};

/** Parts of a pixel that layout may differ by without meaning anything. */
const tolerance = 0.05;

/** Width of a text on one line, in px. */
export const widthOfText = (style: SlotStyle, text: string): number =>
  withProbe(style, (probe) => {
    Object.assign(probe.style, { whiteSpace: 'pre', width: 'max-content' });
    probe.textContent = text;
    return probe.getBoundingClientRect().width;
  });

/** Measures one slot with the browser's own line breaking and shaping, for as long as `use` runs. */
export const withRuler = <T>(style: SlotStyle, width: number, maxLines: number, use: (ruler: Ruler) => T): T =>
  withProbe(style, (probe) => {
    const oneLine = maxLines === 1;
    probe.style.whiteSpace = oneLine ? 'pre' : 'pre-line';
    let laid: { readonly text: string; readonly room: number; readonly box: DOMRect } | null = null;
    const lay = (text: string, room: number): DOMRect => {
      // A laying out is what measuring costs, and the same is asked for lines and for fitting.
      if (laid?.text === text && (oneLine || laid.room === room)) return laid.box;
      probe.style.width = oneLine ? 'max-content' : `${room}px`;
      probe.textContent = text;
      laid = { text, room, box: probe.getBoundingClientRect() };
      return laid.box;
    };
    const linesIn = (text: string, room: number) => Math.round(lay(text, room).height / style.line);
    return use({
      fits: (text, scale) =>
        oneLine ? lay(text, width).width * scale <= width + tolerance : linesIn(text, width / scale) <= maxLines,
      lines: (text) => (oneLine ? Math.ceil(lay(text, width).width / width) : linesIn(text, width)),
    });
  });
