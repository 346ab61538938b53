import type { AndroidStyle } from '../../../shared/contract/index.ts';

/** What a template adds to title and text; what is not named is empty. */
export const androidStyle = (given: Partial<AndroidStyle> & Pick<AndroidStyle, 'kind'>): AndroidStyle => ({
  bigTitle: '',
  bigText: '',
  lines: [],
  messages: [],
  largeIconUrl: '',
  actions: [],
  progress: null,
  ...given,
});
