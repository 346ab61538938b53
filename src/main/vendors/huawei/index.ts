import { explainFrom } from '../kit/explain.ts';
import { defineGateway, type Vendor } from '../vendor.ts';
import { auth } from './auth/index.ts';
import { display } from './display.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { suspects } from './suspects.ts';
import { huaweiGateway } from './gateway/index.ts';
import { keepPlan } from './keep-plan.ts';
import { limits } from './limits.ts';
import { payload } from './payload/index.ts';
import { probe } from './probe.ts';
import { quiet } from './quiet.ts';
import { sender } from './sender.ts';
import { tap } from './tap.ts';
import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };

const explainRow = explainFrom('huawei', errors);

/** The thirteen codes about topics and groups share their words: what each of them means is not verified. */
const explain: Vendor['explain'] = (code, status) => {
  const found = explainRow(code, status);
  if (found === null || !/^820000\d\d$/.test(code)) return found;
  const words = (part: string) => ({ id: `huawei.error.topics.${part}` });
  return { ...found, meaning: words('meaning'), cause: words('cause'), fix: words('fix') };
};

/** Huawei Push Kit: v1 and v2 for Android and HarmonyOS up to 4, v3 for HarmonyOS 5 and newer. */
export const huawei: Vendor = {
  id: 'huawei',
  label: 'Huawei',
  monogram: 'HW',
  platforms: ['android', 'harmony'],
  limits,
  errors,
  fields,
  suspects,
  payload,
  auth,
  sender,
  probe,
  gateway: defineGateway(huaweiGateway),
  display: { ...display, quiet },
  tap,
  keepPlan,
  secrets: [
    { in: 'request', where: 'header', name: 'authorization', kind: 'access-token' },
    { in: 'request', where: 'form', name: 'client_secret', kind: 'app-secret' },
    { in: 'response', where: 'json', name: 'access_token', kind: 'access-token' },
    { in: 'response', where: 'json', name: 'refresh_token', kind: 'refresh-token' },
    { in: 'response', where: 'json', name: 'id_token', kind: 'access-token' },
  ],
  texts: { en, 'zh-CN': zh },
  explain,
};
