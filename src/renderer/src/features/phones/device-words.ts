import type { AppState, Device } from '../../../../shared/contract/index.ts';

export type ShownState = AppState | 'logged-out';
/** The states the one control offers, in its order. */
export const shownStates: readonly ShownState[] = ['foreground', 'background', 'killed', 'logged-out'];

/** The state of the app as the one control shows it: without a login nothing else matters. */
export const shownState = (device: Pick<Device, 'appState' | 'loginState'>): ShownState =>
  device.loginState === 'logged-in' ? device.appState : 'logged-out';
