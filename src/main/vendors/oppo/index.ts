import { explainFrom } from '../kit/explain.ts';
import { defineGateway, type Vendor } from '../vendor.ts';
import { auth } from './auth.ts';
import { display } from './display.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { suspects } from './suspects.ts';
import { oppoGateway } from './gateway/index.ts';
import { keepPlan } from './keep-plan.ts';
import { limits } from './limits.ts';
import { payload } from './payload/index.ts';
import { probe } from './probe.ts';
import { quiet } from './quiet.ts';
import { sender } from './sender.ts';
import { tap } from './tap.ts';
import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

/** OPPO Push (HeyTap) for OPPO, realme and OnePlus phones. */
export const oppo: Vendor = {
  id: 'oppo',
  label: 'OPPO',
  monogram: 'OP',
  platforms: ['android'],
  limits,
  errors,
  fields,
  suspects,
  payload,
  auth,
  sender,
  probe,
  gateway: defineGateway(oppoGateway),
  display: { ...display, quiet },
  tap,
  keepPlan,
  secrets: [
    { in: 'request', where: 'form', name: 'auth_token', kind: 'access-token' },
    { in: 'request', where: 'header', name: 'auth_token', kind: 'access-token' },
    { in: 'request', where: 'query', name: 'auth_token', kind: 'access-token' },
    { in: 'request', where: 'form', name: 'sign', kind: 'signature' },
    { in: 'response', where: 'json', name: 'auth_token', kind: 'access-token' },
  ],
  texts: { en, 'zh-CN': zh },
  explain: explainFrom('oppo', errors),
};
