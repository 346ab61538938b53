import { explainFrom } from '../kit/explain.ts';
import { defineGateway, type Vendor } from '../vendor.ts';
import { auth } from './auth.ts';
import { display } from './display.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { suspects } from './suspects.ts';
import { fcmGateway } from './gateway/index.ts';
import { keepPlan } from './keep-plan.ts';
import { limits } from './limits.ts';
import { payload } from './payload/index.ts';
import { probe } from './probe.ts';
import { importance, quiet } from './quiet.ts';
import { readRetired } from './retired/index.ts';
import { sender } from './sender.ts';
import { tap } from './tap.ts';
import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

/** Firebase Cloud Messaging, HTTP v1. */
export const fcm: Vendor = {
  id: 'fcm',
  label: 'FCM',
  monogram: 'FCM',
  platforms: ['android'],
  limits,
  errors,
  fields,
  suspects,
  payload,
  auth,
  sender,
  probe,
  gateway: defineGateway(fcmGateway),
  display: { ...display, quiet, importance },
  tap,
  retired: readRetired,
  keepPlan,
  secrets: [
    { in: 'request', where: 'header', name: 'authorization', kind: 'access-token' },
    { in: 'request', where: 'query', name: 'access_token', kind: 'access-token' },
    { in: 'request', where: 'query', name: 'oauth_token', kind: 'access-token' },
    { in: 'request', where: 'query', name: 'key', kind: 'app-secret' },
    { in: 'request', where: 'form', name: 'assertion', kind: 'assertion' },
    { in: 'request', where: 'form', name: 'refresh_token', kind: 'refresh-token' },
    { in: 'request', where: 'form', name: 'client_secret', kind: 'app-secret' },
    { in: 'response', where: 'json', name: 'access_token', kind: 'access-token' },
    { in: 'response', where: 'json', name: 'id_token', kind: 'access-token' },
    { in: 'response', where: 'json', name: 'refresh_token', kind: 'refresh-token' },
  ],
  texts: { en, 'zh-CN': zh },
  explain: explainFrom('fcm', errors),
};
