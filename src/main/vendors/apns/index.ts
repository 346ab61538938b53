import { explainFrom } from '../kit/explain.ts';
import type { Vendor } from '../vendor.ts';
import { auth } from './auth.ts';
import { display } from './display.ts';
import { errors } from './errors.ts';
import { suspects } from './suspects.ts';
import { fields } from './payload/fields.ts';
import { gateway } from './gateway.ts';
import { keepPlan } from './keep-plan.ts';
import { limits } from './limits.ts';
import { payload } from './payload.ts';
import { probe } from './probe.ts';
import { readRetired } from './retired/index.ts';
import { sender } from './sender.ts';
import { tap } from './tap.ts';
import en from './texts/en.json' with { type: 'json' };
import zhCN from './texts/zh-CN.json' with { type: 'json' };

/** Apple Push Notification service. */
export const apns: Vendor = {
  id: 'apns',
  label: 'APNs',
  monogram: 'AP',
  platforms: ['ios'],
  limits,
  errors,
  suspects,
  fields,
  payload,
  auth,
  sender,
  probe,
  gateway,
  display,
  tap,
  retired: readRetired,
  keepPlan,
  // A provider token opens every app of its team for an hour.
  secrets: [{ in: 'request', where: 'header', name: 'authorization', kind: 'access-token' }],
  texts: { en, 'zh-CN': zhCN },
  explain: explainFrom('apns', errors),
};
