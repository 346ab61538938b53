import { useEffect, useRef, type MouseEvent, type PointerEvent } from 'react';

/** As long as iOS waits before a touch is a long one, roughly. */
const holdMs = 450;

/**
 * What a control needs to notice a long touch or its context menu. A control that was held carries `data-held` until the next touch,
 * so that the click which ends the touch is not taken for a tap.
 */
export const useHold = (onHold: (() => void) | undefined) => {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (!onHold) return {};
  return {
    onPointerDown: ({ button, currentTarget }: PointerEvent<HTMLElement>) => {
      delete currentTarget.dataset['held'];
      if (button !== 0) return;
      stop();
      timer.current = setTimeout(() => {
        currentTarget.dataset['held'] = '';
        onHold();
      }, holdMs);
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault();
      stop();
      onHold();
    },
  };
};
