import type { Device } from '../../shared/contract/index.ts';
import type { TapPlan } from '../vendors/vendor.ts';

const source = {
  title: 'Android Developers: add a direct reply action',
  url: 'https://developer.android.com/develop/ui/views/notifications/build-notification',
  checked: '2026-11-21',
} as const;

/** The buttons that an app puts on what it builds itself, by their name in a tap. */
const buttons: ReadonlySet<string> = new Set(['app-reply', 'app-read']);
/** The key under which the reply is found; each app chooses its own. */
const replyKey = 'key_text_reply';

/**
 * What a touch on a button of the app's own leads to: its receiver gets the Intent it put there, with what was typed. Null where the
 * button is none of these, or the app of this phone puts none on its notifications.
 */
export const appButtonPlan = (
  { look, platform }: Pick<Device, 'look' | 'platform'>,
  action: string,
  userText: string | undefined,
): TapPlan | null => {
  if (!buttons.has(action) || platform !== 'android' || look.appStyle === 'push' || !look.appButtons) return null;
  const text = action === 'app-reply' ? (userText ?? '') : null;
  const step = (id: string) =>
    ({ id, phrase: { id: `phone.step.${id}` }, detail: null, certainty: 'documented' }) as const;
  return {
    steps: [step('app-button'), step(text === null ? 'app-read' : 'app-reply')],
    callback: {
      name:
        text === null
          ? 'BroadcastReceiver.onReceive(context, intent)'
          : 'BroadcastReceiver.onReceive(context, intent): RemoteInput.getResultsFromIntent(intent)',
      language: 'kotlin',
      source,
      certainty: 'documented',
    },
    received: JSON.stringify(text === null ? {} : { [replyKey]: text }),
    values: text === null ? [] : [{ path: `getCharSequence("${replyKey}")`, type: 'CharSequence', value: text }],
    ext: null,
    opens: { kind: 'nothing', name: '' },
    stoppedBecause: { id: 'phone.tap.app-button' },
  };
};
