import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { bytesOf, hexLine, hexWidth } from './hex.ts';
import css from './body-lines.module.css';

const linePx = 20;

/** The bytes of a body as they were on the wire, sixteen a line; only the lines in view exist. */
export function HexView({
  raw,
  isText,
  label,
}: {
  readonly raw: string;
  readonly isText: boolean;
  readonly label: string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const bytes = useMemo(() => bytesOf(raw, isText), [raw, isText]);
  // oxlint-disable-next-line react/incompatible-library -- laid out anew on every scroll
  const list = useVirtualizer({
    count: Math.ceil(bytes.length / hexWidth),
    getScrollElement: () => frame.current,
    estimateSize: () => linePx,
    overscan: 8,
    useFlushSync: false,
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to reach it
    <div ref={frame} className={css['frame']} role="group" aria-label={label} tabIndex={0}>
      <div className={css['lines']} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const { offset, hex, ascii } = hexLine(bytes, index);
          return (
            <div key={index} className={css['hex']} style={{ transform: `translateY(${start}px)` }}>
              <span>{offset}</span>
              <span>{hex}</span>
              <span>{ascii}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
