import { explainFrom } from '../kit/explain.ts';
import { defineGateway, type Vendor } from '../vendor.ts';
import { auth } from './auth.ts';
import { display } from './display.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { suspects } from './suspects.ts';
import { tpnsGateway } from './gateway/index.ts';
import { keepPlan } from './keep-plan.ts';
import { limits } from './limits.ts';
import { payload } from './payload/index.ts';
import { probe } from './probe.ts';
import { quiet } from './quiet.ts';
import { sender } from './sender.ts';
import { tap } from './tap.ts';
import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

/** Tencent Push Notification Service: APNs for iPhones, its own channel for Android phones. */
export const tpns: Vendor = {
  id: 'tpns',
  label: 'TPNS',
  monogram: 'TP',
  platforms: ['ios', 'android'],
  limits,
  errors,
  fields,
  suspects,
  payload,
  auth,
  sender,
  probe,
  gateway: defineGateway(tpnsGateway),
  display: { ...display, quiet },
  tap,
  keepPlan,
  secrets: [
    { in: 'request', where: 'header', name: 'authorization', kind: 'basic-credentials' },
    { in: 'request', where: 'header', name: 'sign', kind: 'signature' },
    { in: 'request', where: 'header', name: 'secretkey', kind: 'app-secret' },
    { in: 'request', where: 'json', name: 'secretkey', kind: 'app-secret' },
  ],
  texts: { en, 'zh-CN': zh },
  explain: explainFrom('tpns', errors),
};
