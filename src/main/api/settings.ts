import { sayPhrase, wordsIn } from '../../shared/kit/text.ts';
import { sentCounter } from '../flow/dispatch.ts';
import type { Vendor } from '../vendors/vendor.ts';
import type { ApiParts } from './context.ts';
import type { Implementer } from './router.ts';
import { coreTexts } from './texts.ts';

const describeVendor = (vendor: Vendor) => ({
  id: vendor.id,
  label: vendor.label,
  monogram: vendor.monogram,
  platforms: [...vendor.platforms],
  hosts: vendor.sender.hosts.map((host) => ({ ...host })),
  ...(vendor.sender.testSwitch && { testSwitch: vendor.sender.testSwitch.name }),
  credentialKinds: [...vendor.auth.credentialKinds],
  ...(vendor.auth.form && {
    credentialForm: vendor.auth.form.map(({ name, label, secret, required }) => ({ name, label, secret, required })),
  }),
  readsKeyFile: vendor.auth.readKeyFile !== undefined,
  options: [...vendor.payload.options],
  examplePayload: vendor.payload.example,
  canExport: vendor.payload.exports !== undefined,
  limits: vendor.limits.map((limit) => ({ ...limit })),
});

export const settingsHandlers = (os: Implementer, parts: ApiParts) => ({
  settings: {
    get: os.settings.get.handler(() => parts.settings.current),
    update: os.settings.update.handler(({ input }) => parts.settings.update(input)),
    vendors: os.settings.vendors.handler(() => parts.vendors.map(describeVendor)),
    payloadSchema: os.settings.payloadSchema.handler(({ input: { vendor, locale } }) => {
      const found = parts.vendor(vendor);
      const schema = found?.payload.schema?.((phrase) => sayPhrase(wordsIn(found.texts, locale), phrase));
      return { schema: schema ? { ...schema } : null };
    }),
    texts: os.settings.texts.handler(({ input }) => ({ ...coreTexts(parts.vendors, input.locale) })),
  },
  switches: {
    list: os.switches.list.handler(() => parts.switches.all()),
    update: os.switches.update.handler(({ input }) => parts.switches.update(input.readings)),
  },
  gateways: {
    list: os.gateways.list.handler(() => ({ ...parts.gateways.ca, gateways: parts.gateways.all() })),
    update: os.gateways.update.handler(({ input: { vendor, ...patch } }) => parts.gateways.update(vendor, patch)),
    addFault: os.gateways.addFault.handler(({ input: { vendor, ...fault } }) => parts.gateways.addFault(vendor, fault)),
    clearFaults: os.gateways.clearFaults.handler(({ input }) => parts.gateways.clearFaults(input.vendor, input.id)),
  },
  system: {
    health: os.system.health.handler(async () => ({
      ...parts.about,
      status: 'ok' as const,
      exchanges: parts.journal.count,
      databaseBytes: await parts.store.read('databaseBytes'),
      notices: [...parts.settings.notices],
      sentToVendorsToday: Number((await parts.store.read('findSetting', { name: sentCounter(parts.now()) })) ?? 0),
    })),
  },
});
