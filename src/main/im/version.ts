/** Whether a dotted version is at least another one. Missing parts count as 0, what is no number as 0: `6.1` is `6.1.0`. */
export const atLeast = (version: string, wanted: string): boolean => {
  const have = version.split('.');
  const need = wanted.split('.');
  for (let at = 0; at < Math.max(have.length, need.length); at += 1) {
    const left = Number.parseInt(have[at] ?? '0', 10) || 0;
    const right = Number.parseInt(need[at] ?? '0', 10) || 0;
    if (left !== right) return left > right;
  }
  return true;
};

/** Where the behaviour of the IM SDK changed, by its own version. Source: SDK release notes and the guides of each time. */
export const sdkSince = {
  /** Android: the service survives the killed process. */
  separateService: '1.8.0',
  /** `NO_SOUND_NO_VIBRATION`; settings classes become static. */
  noSound: '2.5.3',
  /** A null config handed to setAPNS or setOfflinePushConfig stops offline push. */
  nullConfig: '5.6.1200',
  /** The V2TIM API: no offline listener is registered any more. */
  v2: '5.0',
  /** A sound of one message for Huawei, Xiaomi and FCM. */
  androidSound: '6.1.2155',
  /** Receive options 3 and 4. */
  receiveAtOnly: '7.9',
  images: '8.0',
  harmony: '8.1',
  oppoCategory: '8.3',
  interruptionLevel: '8.4',
  liveActivity: '8.5',
  multiLanguage: '8.5.6870',
  meizuType: '8.6',
  templates: '8.7',
} as const;
