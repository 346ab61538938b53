/** Two exchanges in one address: `ex_1~ex_2`. */
const between = '~';

export interface Pair {
  readonly id: string;
  /** Empty: nothing is compared. */
  readonly other: string;
}

export const pairOf = (chosen: string): Pair => {
  const at = chosen.indexOf(between);
  return at < 0 ? { id: chosen, other: '' } : { id: chosen.slice(0, at), other: chosen.slice(at + 1) };
};
/** The address of a comparison; of one exchange alone where there is nothing to compare it with. */
export const pairKey = (id: string, other: string): string =>
  id === '' || other === '' || id === other ? id || other : `${id}${between}${other}`;
