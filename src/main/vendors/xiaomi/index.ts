import { explainFrom } from '../kit/explain.ts';
import { defineGateway, type Vendor } from '../vendor.ts';
import { auth } from './auth.ts';
import { display } from './display.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { suspects } from './suspects.ts';
import { xiaomiGateway } from './gateway/index.ts';
import { keepPlan } from './keep-plan.ts';
import { limits } from './limits.ts';
import { payload } from './payload/index.ts';
import { probe } from './probe.ts';
import { quiet } from './quiet.ts';
import { sender } from './sender.ts';
import { tap } from './tap.ts';
import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

/** Xiaomi Push (MiPush) for MIUI and HyperOS phones. */
export const xiaomi: Vendor = {
  id: 'xiaomi',
  label: 'Xiaomi',
  monogram: 'XM',
  platforms: ['android'],
  limits,
  errors,
  fields,
  suspects,
  payload,
  auth,
  sender,
  probe,
  gateway: defineGateway(xiaomiGateway),
  display: { ...display, quiet },
  tap,
  keepPlan,
  secrets: [{ in: 'request', where: 'header', name: 'authorization', kind: 'app-secret' }],
  texts: { en, 'zh-CN': zh },
  explain: explainFrom('xiaomi', errors),
};
