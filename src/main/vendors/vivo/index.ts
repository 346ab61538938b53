import { explainFrom } from '../kit/explain.ts';
import { defineGateway, type Vendor } from '../vendor.ts';
import { auth } from './auth.ts';
import { display } from './display.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { suspects } from './suspects.ts';
import { vivoGateway } from './gateway/index.ts';
import { keepPlan } from './keep-plan.ts';
import { limits } from './limits.ts';
import { payload } from './payload/index.ts';
import { probe } from './probe.ts';
import { quiet } from './quiet.ts';
import { sender } from './sender.ts';
import { tap } from './tap.ts';
import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

/** vivo push (vivo and iQOO phones). */
export const vivo: Vendor = {
  id: 'vivo',
  label: 'vivo',
  monogram: 'VV',
  platforms: ['android'],
  limits,
  errors,
  fields,
  suspects,
  payload,
  auth,
  sender,
  probe,
  gateway: defineGateway(vivoGateway),
  display: { ...display, quiet },
  tap,
  keepPlan,
  secrets: [
    { in: 'request', where: 'header', name: 'authtoken', kind: 'access-token' },
    { in: 'request', where: 'json', name: 'sign', kind: 'signature' },
    { in: 'request', where: 'json', name: 'appsecret', kind: 'app-secret' },
    { in: 'response', where: 'json', name: 'authtoken', kind: 'access-token' },
  ],
  texts: { en, 'zh-CN': zh },
  explain: explainFrom('vivo', errors),
};
