import { explainFrom } from '../kit/explain.ts';
import { defineGateway, type Vendor } from '../vendor.ts';
import { auth } from './auth.ts';
import { display } from './display.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { suspects } from './suspects.ts';
import { honorGateway } from './gateway/index.ts';
import { keepPlan } from './keep-plan.ts';
import { limits } from './limits.ts';
import { payload } from './payload/index.ts';
import { probe } from './probe.ts';
import { quiet } from './quiet.ts';
import { sender } from './sender.ts';
import { tap } from './tap.ts';
import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

/** Honor Push. */
export const honor: Vendor = {
  id: 'honor',
  label: 'Honor',
  monogram: 'HN',
  platforms: ['android'],
  limits,
  errors,
  fields,
  suspects,
  payload,
  auth,
  sender,
  probe,
  gateway: defineGateway(honorGateway),
  display: { ...display, quiet },
  tap,
  keepPlan,
  secrets: [
    { in: 'request', where: 'header', name: 'authorization', kind: 'access-token' },
    { in: 'request', where: 'form', name: 'client_secret', kind: 'app-secret' },
    { in: 'response', where: 'json', name: 'access_token', kind: 'access-token' },
    { in: 'response', where: 'json', name: 'refresh_token', kind: 'refresh-token' },
  ],
  texts: { en, 'zh-CN': zh },
  explain: explainFrom('honor', errors),
};
