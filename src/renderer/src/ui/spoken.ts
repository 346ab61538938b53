import css from './spoken.module.css';

/** Class of words that are read aloud and not drawn. The box around them needs a position. */
export const spoken = css['spoken'];
