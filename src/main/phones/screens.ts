/** The drawn app's home: the list of chats. */
export const homeScreen = 'chats';

/** The stack after arriving at a screen from outside: home below it, so that «back» works as in a real IM app. */
export const stackFor = (screen: string): readonly string[] =>
  screen === homeScreen ? [homeScreen] : [homeScreen, screen];

/** One step back; the last screen stays. */
export const back = (stack: readonly string[]): readonly string[] => (stack.length > 1 ? stack.slice(0, -1) : stack);
