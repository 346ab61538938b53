/** The colours a row can have, as `colour:` names them. */
export const colours = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;
export type Colour = (typeof colours)[number];
