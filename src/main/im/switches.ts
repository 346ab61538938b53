/** Where the documents disagree or say nothing. Each switch has the default we think right, and the other reading. */
export interface ImSwitches {
  /** Words for elements that have no text of their own. The backend's choice is not documented; both are written down. */
  readonly placeholders: 'en' | 'zh';
  /** `Nickname: text` (English documents and the iOS guide) or `Nickname:text` (the sample payload). */
  readonly colon: 'spaced' | 'compact';
  /** Where the sound of a custom element goes: `aps.sound` (payload example) or into ext (overview text, R11). */
  readonly customSound: 'sound' | 'ext';
  /** How long a killed device stays reachable. The status page says 7 days; newer push pages speak of 30 days of activity. */
  readonly reachableDays: number;
}

export const defaultSwitches: ImSwitches = {
  placeholders: 'en',
  colon: 'spaced',
  customSound: 'sound',
  reachableDays: 7,
};
