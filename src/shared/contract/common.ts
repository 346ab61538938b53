import * as z from 'zod';
import { vendorIds } from './vendor-ids.ts';

export { vendorIds } from './vendor-ids.ts';

export const VendorId = z.enum(vendorIds);
export type VendorId = z.infer<typeof VendorId>;

export const Platform = z.enum(['ios', 'android', 'harmony']);
export type Platform = z.infer<typeof Platform>;

/** APNs builds: `sandbox` tokens come from debug builds, `production` from TestFlight, App Store, Ad Hoc and Enterprise. */
export const PushEnvironment = z.enum(['sandbox', 'production']);
export type PushEnvironment = z.infer<typeof PushEnvironment>;

/**
 * How sure we are of a statement about a vendor or a phone.
 * documented: the vendor writes it. measured: we or a public project saw it on the wire or in source.
 * reported: developers say so. guess: a working default.
 */
export const Certainty = z.enum(['documented', 'measured', 'reported', 'guess']);
export type Certainty = z.infer<typeof Certainty>;

/** The languages in which everything is said, down to what each code of each vendor means. */
export const FullLocale = z.enum(['en', 'zh-CN']);
export type FullLocale = z.infer<typeof FullLocale>;

/** The window's languages. Those that are not full lack what vendors' codes and fields mean; that is said in English. */
export const Locale = z.enum([...FullLocale.options, 'ja', 'ko']);
export type Locale = z.infer<typeof Locale>;
export const locales: readonly Locale[] = Locale.options;

/** A sentence by reference: the catalogue entry and what fills its `{{holes}}`. The reader's language decides the words. */
export const Phrase = z.object({
  id: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Phrase = z.infer<typeof Phrase>;

/** Where a rule is written down. `checked` is the day somebody last read it there (YYYY-MM-DD). */
export const Source = z.object({ title: z.string(), url: z.string().optional(), checked: z.string() });
export type Source = z.infer<typeof Source>;

/** Something the author of a payload or message should know, with the place it is about. */
export const Problem = z.object({
  /** `vendor.words-in-kebab-case`, stable. */
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  /** JSON path into the payload (`$.aps.badge`), or `option:<name>` for a request option. */
  path: z.string(),
  phrase: Phrase,
  /** What the vendor or the phone does with it as it is, and how sure that is. */
  effect: z.object({ phrase: Phrase, certainty: Certainty }).optional(),
  /** One line on what to do. */
  fix: Phrase.optional(),
  certainty: Certainty,
});
export type Problem = z.infer<typeof Problem>;

/** One counted quantity against its limit. `limit` is null where the vendor sets none. */
export const Size = z.object({
  id: z.string(),
  used: z.number().int(),
  limit: z.number().int().nullable(),
  unit: z.enum(['bytes', 'utf16', 'codepoints']),
  certainty: Certainty,
});
export type Size = z.infer<typeof Size>;

/** Header list as on the wire: order and repeats are kept, names as the peer wrote them. */
export const HeaderList = z.array(z.tuple([z.string(), z.string()]));
export type HeaderList = z.infer<typeof HeaderList>;

export const IdInput = z.object({ id: z.string().min(1) });
export const Done = z.object({ ok: z.literal(true) });
