/** A button that a push puts on its notification, in the terms of its vendor's clicks. */
export interface PushButton<Click> {
  readonly name: string;
  readonly click: Click;
  /** What the app is handed besides, as the push has it: JSON text, or empty. */
  readonly data: string;
}

/** The name of a button in the API's taps: `button-1` is the first. */
export const buttonAction = (at: number): string => `button-${at + 1}`;

/** The button that an action of a tap names; undefined: it names none, or one that the push does not have. */
export const buttonOf = <Click>(buttons: readonly PushButton<Click>[], action: string): PushButton<Click> | undefined =>
  buttons.find((_, at) => buttonAction(at) === action);
