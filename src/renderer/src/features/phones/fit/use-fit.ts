import { useEffect, useState } from 'react';
import { fitCard, forgetMeasured, type FitRow, type FitSubject } from './fit-card.ts';

const noRows: readonly FitRow[] = [];

/**
 * What the person reads of each card, surface by surface. Measured after the next frame, so that typing never waits for it and fast
 * changes cost one measuring, and again when a font arrives: a text measured in a missing font would be far off. Pass a memoised list.
 */
export const useFit = (subjects: readonly FitSubject[]): readonly FitRow[] => {
  const [rows, setRows] = useState(noRows);
  useEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const cancel = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    const measure = () => {
      cancel();
      // The timer runs once the frame is on the screen.
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => {
          const measured = subjects.flatMap(fitCard);
          // Measuring asks for fonts that no text has used yet. Their arrival measures again; until then the last answer stays.
          if (document.fonts.status === 'loaded') setRows(measured);
          else forgetMeasured();
        });
      });
    };
    measure();
    const measureAnew = () => {
      forgetMeasured();
      measure();
    };
    document.fonts.addEventListener('loadingdone', measureAnew);
    return () => {
      cancel();
      document.fonts.removeEventListener('loadingdone', measureAnew);
    };
  }, [subjects]);
  return rows;
};
