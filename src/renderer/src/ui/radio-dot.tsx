import { RadioGroup } from 'radix-ui';
import css from './radio-dot.module.css';

/** The round mark of one choice of a radio group; filled while that choice is the chosen one. */
export function RadioDot() {
  return (
    <span className={css['dot']}>
      <RadioGroup.Indicator className={css['on']} />
    </span>
  );
}
