import type { Callback, Receipt } from '../../../../shared/contract/index.ts';
import type { JsonObject } from '../../kit/json.ts';
import { sources } from '../sources.ts';
import { contentValues } from './content.ts';
import { plistValues } from './plist.ts';

const swift = (
  name: string,
  source: Callback['source'],
  certainty: Callback['certainty'] = 'documented',
): Callback => ({
  name,
  language: 'swift',
  source,
  certainty,
});

const receipt = (id: string, callback: Callback, payload: JsonObject, values: Receipt['values']): Receipt => ({
  id,
  phrase: { id: `apns.receipt.${id}` },
  callback,
  received: JSON.stringify(payload),
  values,
});

/** The content of a notification and all of the payload beneath it. */
const content = (payload: JsonObject, root: string): Receipt['values'] => [
  ...contentValues(payload, root),
  ...plistValues(payload, `${root}.userInfo`),
];

/** The notification service extension, before anything is shown. Source: Apple, «Modifying content in newly delivered notifications». */
export const extensionReceipt = (payload: JsonObject): Receipt =>
  receipt(
    'service-extension',
    swift('UNNotificationServiceExtension.didReceive(_:withContentHandler:)', sources.modifying),
    payload,
    content(payload, 'request.content'),
  );

/** The open app is asked whether to show it. Source: Apple, «Handling notifications and notification-related actions». */
export const presentReceipt = (payload: JsonObject): Receipt =>
  receipt(
    'will-present',
    swift('userNotificationCenter(_:willPresent:withCompletionHandler:)', sources.handling),
    payload,
    content(payload, 'notification.request.content'),
  );

/**
 * The app in the background. That an open app gets this call beside willPresent is told by developers, not by Apple. Source: Apple,
 * «Pushing background updates to your App».
 */
export const remoteReceipt = (payload: JsonObject, certainty: Callback['certainty']): Receipt =>
  receipt(
    'remote-notification',
    swift('application(_:didReceiveRemoteNotification:fetchCompletionHandler:)', sources.didReceiveRemote, certainty),
    payload,
    plistValues(payload, 'userInfo'),
  );

/** PushKit's delegate. Source: Apple, «Responding to VoIP Notifications from PushKit». */
export const voipReceipt = (payload: JsonObject): Receipt =>
  receipt('voip', swift('pushRegistry(_:didReceiveIncomingPushWith:for:completion:)', sources.voip), payload, [
    { path: 'payload.type', type: 'PKPushType', value: '.voIP' },
    ...plistValues(payload, 'payload.dictionaryPayload'),
  ]);
