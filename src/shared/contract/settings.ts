import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Certainty, Locale, Phrase, Platform, PushEnvironment, Source, VendorId } from './common.ts';

/** How other machines are reached. Addresses of this machine are reached directly, whatever stands here. */
export const Network = z.object({
  /** An HTTP proxy that understands CONNECT: `http://host:port`, without a password. Empty: none. */
  proxy: z.string().trim().max(2048),
  /** Further CAs to trust, as PEM, for a network that inspects TLS. Empty: none. */
  caPem: z.string().trim().max(262_144),
});
export type Network = z.infer<typeof Network>;

/** How much of the log is kept; null: no bound. What is pinned stays. */
export const Retention = z.object({
  maxExchanges: z.number().int().min(100).max(100_000_000).nullable(),
  maxAgeDays: z.number().int().min(1).max(3650).nullable(),
  /** Of the database file. */
  maxBytes: z.number().int().min(20_000_000).max(1_000_000_000_000).nullable(),
});
export type Retention = z.infer<typeof Retention>;

/** A filter of the log with a name. */
export const SavedFilter = z.object({ name: z.string().trim().min(1).max(80), filter: z.string().max(4000) });
export type SavedFilter = z.infer<typeof SavedFilter>;

export const Settings = z.object({
  /** `system`: the language of the machine. */
  locale: z.union([Locale, z.literal('system')]),
  theme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['system', 'normal', 'more']),
  /** Commits survive loss of power, at the price of speed. They always survive the death of the process. */
  survivePowerLoss: z.boolean(),
  network: Network,
  retention: Retention,
  savedFilters: z.array(SavedFilter).max(100),
  /** Folder of one's own presets and scenarios, as an absolute path. Empty: `presets` in the data folder. */
  presetsFolder: z.string().trim().max(4096),
});
export type Settings = z.infer<typeof Settings>;
export const defaultSettings: Settings = {
  locale: 'system',
  theme: 'system',
  contrast: 'system',
  survivePowerLoss: false,
  network: { proxy: '', caPem: '' },
  retention: { maxExchanges: 100_000, maxAgeDays: null, maxBytes: 500_000_000 },
  savedFilters: [],
  presetsFolder: '',
};

/** Something true of this start that the person should know until it changes. */
export const Notice = z.object({ id: z.string(), severity: z.enum(['warning', 'info']), phrase: Phrase });
export type Notice = z.infer<typeof Notice>;

/** One option field of a vendor's raw form. */
export const OptionField = z.object({
  name: z.string(),
  kind: z.enum(['text', 'number', 'select', 'switch']),
  choices: z.array(z.string()),
  placeholder: z.string(),
  help: Phrase,
});
export type OptionField = z.infer<typeof OptionField>;

/** One value of a credential that is typed in. */
export const CredentialFormField = z.object({
  name: z.string(),
  /** The vendor's own words, the same in every language. */
  label: z.string(),
  secret: z.boolean(),
  required: z.boolean(),
});
export type CredentialFormField = z.infer<typeof CredentialFormField>;

/** A vendor as the window knows it: data only. */
export const VendorInfo = z.object({
  id: VendorId,
  label: z.string(),
  monogram: z.string(),
  platforms: z.array(Platform),
  hosts: z.array(
    z.object({
      id: z.string(),
      origin: z.string(),
      label: z.string(),
      /** APNs: tokens of this environment go here. Null: all of them. */
      environment: PushEnvironment.nullable(),
    }),
  ),
  /** The vendor's own name for what marks a push as a test; sends to its own hosts have it unless formal ones are asked for. */
  testSwitch: z.string().optional(),
  credentialKinds: z.array(z.string()),
  /** The values of a credential that is typed in, for `credentials.create`. Absent: its credentials are files. */
  credentialForm: z.array(CredentialFormField).optional(),
  /** `credentials.create` takes the key file of the vendor's console. */
  readsKeyFile: z.boolean().optional(),
  options: z.array(OptionField),
  examplePayload: z.string(),
  /** Drafts can be saved or copied for a tool outside (`compose.exports`). */
  canExport: z.boolean().optional(),
  limits: z.array(
    z.object({
      id: z.string(),
      value: z.number(),
      unit: z.string(),
      scope: z.string(),
      certainty: Certainty,
      source: Source,
    }),
  ),
});
export type VendorInfo = z.infer<typeof VendorInfo>;

export const settings = {
  get: oc.route({ method: 'GET', path: '/settings', tags: ['settings'] }).output(Settings),
  update: oc
    .route({ method: 'PATCH', path: '/settings', tags: ['settings'] })
    .input(Settings.partial())
    .output(Settings),
  vendors: oc.route({ method: 'GET', path: '/vendors', tags: ['settings'] }).output(z.array(VendorInfo)),
  /** The JSON Schema (draft 7) of a vendor's payload, described in one language. Null: there is none yet. */
  payloadSchema: oc
    .route({ method: 'GET', path: '/vendors/{vendor}/payload-schema/{locale}', tags: ['settings'] })
    .input(z.object({ vendor: VendorId, locale: Locale }))
    .output(z.object({ schema: z.record(z.string(), z.unknown()).nullable() })),
  /** The texts that come from the core: gates, vendors, findings. Flat: id to words. */
  texts: oc
    .route({ method: 'GET', path: '/texts/{locale}', tags: ['settings'] })
    .input(z.object({ locale: Locale }))
    .output(z.record(z.string(), z.string())),
};
