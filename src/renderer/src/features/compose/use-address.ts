import { useEffect } from 'react';
import { useStores } from '../../stores/index.ts';
import { showSide, sideOf, sides } from './sides.ts';

/** Keeps the side that is written on and the address the same: `#/compose?view=raw`. Also from other places, which lead here. */
export const useAddress = (): void => {
  const { compose, ui } = useStores();
  useEffect(() => {
    const follow = () => {
      const wanted = sides.find((side) => side === ui.getState().view.compose);
      if (!wanted || wanted === sideOf(compose.getState())) return;
      showSide(compose, wanted);
    };
    const write = () => ui.look('compose', sideOf(compose.getState()));
    follow();
    write();
    const stops = [ui.subscribe(follow), compose.subscribe(write)];
    return () => stops.forEach((stop) => stop());
  }, [compose, ui]);
};
