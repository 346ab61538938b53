import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type RefObject } from 'react';

const watchTheme = (changed: () => void) => {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
};

/** The theme of the window as it is drawn now. */
export const useWindowTheme = (): 'light' | 'dark' =>
  useSyncExternalStore(watchTheme, () => (document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light'));

/** True while the media query holds. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );

/** The time, renewed so often. */
export const useNow = (everyMs: number): number => {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
};

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** The inner size of an element in px; null until it is laid out. */
export const useBox = (ref: RefObject<HTMLElement | null>): Box | null => {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setBox({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return box;
};

/** How many of these heights fit into a room, one gap between each; where not all fit, `moreHeight` is kept free for the line that says so. */
export const countFitting = (heights: readonly number[], room: number, gap: number, moreHeight: number): number => {
  const ends: number[] = [];
  for (const height of heights) ends.push((ends.at(-1) ?? -gap) + gap + height);
  if ((ends.at(-1) ?? 0) <= room) return heights.length;
  return Math.max(1, ends.filter((end) => end <= room - moreHeight).length);
};

/** How many children of a list fit into `room` px. Every child stays in the document to be measured; those that do not fit are hidden. */
export const useFitting = (
  ref: RefObject<HTMLElement | null>,
  { count, room, gap, moreHeight }: { count: number; room: number; gap: number; moreHeight: number },
): number => {
  const [fitting, setFitting] = useState(count);
  useLayoutEffect(() => {
    const list = ref.current;
    if (!list) return undefined;
    const items = [...list.children].slice(0, count).filter((child) => child instanceof HTMLElement);
    const measure = () =>
      setFitting(
        countFitting(
          items.map((item) => item.offsetHeight),
          room,
          gap,
          moreHeight,
        ),
      );
    const observer = new ResizeObserver(measure);
    for (const item of items) observer.observe(item);
    measure();
    return () => observer.disconnect();
  }, [ref, count, room, gap, moreHeight]);
  return Math.min(fitting, count);
};
