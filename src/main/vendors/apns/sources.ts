import type { Source } from '../../../shared/contract/index.ts';

/** The day somebody last read the pages below. */
const checked = '2026-11-21';
const apple = (title: string, path: string): Source => ({
  title: `Apple: ${title}`,
  url: `https://developer.apple.com/documentation/${path}`,
  checked,
});
const github = (title: string, path: string): Source => ({ title, url: `https://github.com/${path}`, checked });

/** Every page this folder leans on, by a short name. */
export const sources = {
  sending: apple('Sending notification requests to APNs', 'usernotifications/sending-notification-requests-to-apns'),
  responses: apple(
    'Handling notification responses from APNs',
    'usernotifications/handling-notification-responses-from-apns',
  ),
  binary: {
    title: 'Apple: Binary Provider API (archive)',
    url: 'https://developer.apple.com/library/archive/documentation/NetworkingInternet/Conceptual/RemoteNotificationsPG/BinaryProviderAPI.html',
    checked,
  },
  generating: apple('Generating a remote notification', 'usernotifications/generating-a-remote-notification'),
  tokenAuth: apple(
    'Establishing a token-based connection to APNs',
    'usernotifications/establishing-a-token-based-connection-to-apns',
  ),
  certificateAuth: apple(
    'Establishing a certificate-based connection to APNs',
    'usernotifications/establishing-a-certificate-based-connection-to-apns',
  ),
  background: apple(
    'Pushing background updates to your App',
    'usernotifications/pushing-background-updates-to-your-app',
  ),
  handling: apple(
    'Handling notifications and notification-related actions',
    'usernotifications/handling-notifications-and-notification-related-actions',
  ),
  modifying: apple(
    'Modifying content in newly delivered notifications',
    'usernotifications/modifying-content-in-newly-delivered-notifications',
  ),
  didReceiveRemote: apple(
    'application(_:didReceiveRemoteNotification:fetchCompletionHandler:)',
    'uikit/uiapplicationdelegate/application(_:didreceiveremotenotification:fetchcompletionhandler:)',
  ),
  voip: apple('Responding to VoIP Notifications from PushKit', 'pushkit/responding-to-voip-notifications-from-pushkit'),
  liveActivity: apple(
    'Starting and updating Live Activities with ActivityKit push notifications',
    'activitykit/starting-and-updating-live-activities-with-activitykit-push-notifications',
  ),
  widgets: apple(
    'Updating widgets with WidgetKit push notifications',
    'widgetkit/updating-widgets-with-widgetkit-push-notifications',
  ),
  interruption: apple('UNNotificationInterruptionLevel', 'usernotifications/unnotificationinterruptionlevel'),
  tencentIos: {
    title: 'Tencent Cloud Chat: APNs integration (iOS)',
    url: 'https://www.tencentcloud.com/document/product/1047/39157',
    checked,
  },
  safari: github('APNS_Safari_Push pull request 2: url-args', 'Gypsyan/APNS_Safari_Push/pull/2'),
  simulator: apple('Xcode 11.4 Release Notes, Simulator', 'xcode-release-notes/xcode-11_4-release-notes'),
  firstSettings: github('Pushy issue 878: first SETTINGS of production', 'jchambers/pushy/issues/878'),
  streams: github('Pushy issue 356: maximum active streams', 'jchambers/pushy/issues/356'),
  goaway: github('apns2 (Go) issue 93: GOAWAY with a reason', 'sideshow/apns2/issues/93'),
  environmentKey: github(
    'APNSwift pull request 229: BadEnvironmentKeyInToken',
    'swift-server-community/APNSwift/pull/229',
  ),
  tokenUpdates: github('node-apn issue 590: TooManyProviderTokenUpdates', 'node-apn/node-apn/issues/590'),
  malformedToken: github('node-apn issue 568: BadDeviceToken for a malformed token', 'node-apn/node-apn/issues/568'),
  tokenLength: github('pushjack issue 32: device tokens longer than 64 digits', 'dgilland/pushjack/issues/32'),
} as const satisfies Record<string, Source>;
