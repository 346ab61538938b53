import { useEffect, useState } from 'react';
import { fitCard, type FitRow, type FitSubject } from './fit-card.ts';

const noRows: readonly FitRow[] = [];

/**
 * What the person reads of each card, surface by surface. Measured before the next frame, so that fast changes cost one measuring,
 * and again when a font arrives: a text measured in a missing font would be far off. Pass a memoised list.
 */
export const useFit = (subjects: readonly FitSubject[]): readonly FitRow[] => {
  const [rows, setRows] = useState(noRows);
  useEffect(() => {
    let frame = 0;
    const measure = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setRows(subjects.flatMap(fitCard)));
    };
    measure();
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      cancelAnimationFrame(frame);
      document.fonts.removeEventListener('loadingdone', measure);
    };
  }, [subjects]);
  return rows;
};
