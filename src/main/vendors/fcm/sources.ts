import type { Source } from '../../../shared/contract/index.ts';

const page = (title: string, url: string): Source => ({ title, url, checked: '2026-11-21' });
const docs = 'https://firebase.google.com/docs';

/** The pages and public code that the rules of this folder rest on. */
export const sources = {
  message: page('REST Resource: projects.messages', `${docs}/reference/fcm/rest/v1/projects.messages`),
  send: page('Method: projects.messages.send', `${docs}/reference/fcm/rest/v1/projects.messages/send`),
  errorCode: page('ErrorCode', `${docs}/reference/fcm/rest/v1/ErrorCode`),
  errorCodes: page('FCM error codes', `${docs}/cloud-messaging/error-codes`),
  quotas: page('FCM throttling and quotas', `${docs}/cloud-messaging/throttling-and-quotas`),
  scale: page('Best practices when sending FCM messages at scale', `${docs}/cloud-messaging/scale-fcm`),
  topics: page('Topic messaging', `${docs}/cloud-messaging/topic-messaging`),
  collapsing: page('Collapsible message types', `${docs}/cloud-messaging/collapsible-message-types`),
  priority: page('Set and manage Android message priority', `${docs}/cloud-messaging/android/message-priority`),
  receive: page('Receive messages in an Android app', `${docs}/cloud-messaging/android/receive`),
  oauth: page(
    'Using OAuth 2.0 for Server to Server Applications',
    'https://developers.google.com/identity/protocols/oauth2/service-account',
  ),
  adminNode: page(
    'firebase/firebase-admin-node: message validation',
    'https://github.com/firebase/firebase-admin-node',
  ),
  authNode: page(
    'googleapis/google-auth-library-nodejs: service account tokens',
    'https://github.com/googleapis/google-auth-library-nodejs',
  ),
  androidSdk: page(
    'firebase/firebase-android-sdk: firebase-messaging',
    'https://github.com/firebase/firebase-android-sdk/tree/main/firebase-messaging',
  ),
  migrate: page('Migrate from legacy FCM APIs to HTTP v1', `${docs}/cloud-messaging/migrate-v1`),
  retired: page('firebase-admin-node issue 1191', 'https://github.com/firebase/firebase-admin-node/issues/1191'),
} as const satisfies Record<string, Source>;
