import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Certainty, Done, IdInput, Phrase, PushEnvironment, VendorId } from './common.ts';

/** A push certificate, as read from its bytes. No private part. */
export const CertificateFacts = z.object({
  subject: z.string(),
  commonName: z.string(),
  /** By the prefix of the common name, for example `apple-push-services`, `voip-services`, `code-signing`. */
  certificateKind: z.string(),
  issuer: z.string(),
  serial: z.string(),
  sha256: z.string(),
  notBeforeAtMs: z.number().int(),
  notAfterAtMs: z.number().int(),
  /** From the extensions .6.3.1 and .6.3.2. */
  environments: z.array(PushEnvironment),
  /** From the extension .6.3.6, or the subject's UID when it is absent. */
  topics: z.array(z.object({ topic: z.string(), kind: z.string() })),
  topicsFrom: z.enum(['extension', 'subject', 'none']),
  keyAlgorithm: z.string(),
});
export type CertificateFacts = z.infer<typeof CertificateFacts>;

/** What anybody may know of a credential. */
export const CredentialFacts = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('apns-p8'),
    keyId: z.string(),
    teamId: z.string(),
    /** Keys made before 2025 work in both. */
    environment: z.enum(['both', 'sandbox', 'production']),
    /** Null: every topic of the team. */
    topics: z.array(z.string()).nullable(),
    publicKeyPem: z.string(),
  }),
  z.object({
    kind: z.literal('apns-certificate'),
    certificate: CertificateFacts,
    certificatePem: z.string(),
    /** How the file protected its contents, for example `PBES2 AES-256` or `RC2-40, 3DES`. */
    encryption: z.string(),
    hadPassword: z.boolean(),
    fileName: z.string(),
  }),
  z.object({
    kind: z.literal('fcm-service-account'),
    projectId: z.string(),
    clientEmail: z.string(),
    privateKeyId: z.string(),
    tokenUri: z.string(),
    publicKeyPem: z.string(),
  }),
  /** What the consoles of most Android vendors give: an app's IDs and its secrets. */
  z.object({
    kind: z.literal('app-keys'),
    vendor: VendorId,
    /** By the vendor's own names in lower camel case (`appId`, `packageName`); no secret is among them. */
    values: z.record(z.string(), z.string()),
    /** Names of the secret values that are sealed (`appSecret`, `masterSecret`). */
    secretNames: z.array(z.string()),
  }),
]);
export type CredentialFacts = z.infer<typeof CredentialFacts>;
export type CredentialKind = CredentialFacts['kind'];

export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info', 'passed']),
  phrase: Phrase,
  fix: Phrase.optional(),
  certainty: Certainty,
});
export type Finding = z.infer<typeof Finding>;

export const Credential = z.object({
  id: z.string(),
  /** Unique, never reused: Tencent's `businessID`. */
  certificateId: z.number().int(),
  vendor: VendorId,
  name: z.string(),
  appId: z.string().nullable(),
  facts: CredentialFacts,
  findings: z.array(Finding),
  /** What seals the secret part: `key-file`, `passphrase` or `safe-storage`. */
  sealer: z.string(),
  /** True: the secret part cannot be opened in this session. It is kept. */
  locked: z.boolean(),
  createdAtMs: z.number().int(),
  updatedAtMs: z.number().int(),
});
export type Credential = z.infer<typeof Credential>;

/** A file or pasted text. Exactly as its bytes are. */
export const CredentialFile = z.object({
  fileName: z.string().max(255).default(''),
  contentB64: z.string().max(2_000_000),
  /** Absent: none given. An empty one is tried anyway. */
  password: z.string().max(1024).optional(),
});
export type CredentialFile = z.infer<typeof CredentialFile>;

/** What is inside a file, before anything is saved. */
export const CredentialPreview = z.object({
  kind: z.enum(['apns-p8', 'apns-certificate', 'fcm-service-account']),
  vendor: VendorId,
  suggestedName: z.string(),
  /** One entry per key and certificate that belong together; a p8 or service account has one. */
  identities: z.array(z.object({ index: z.number().int(), facts: CredentialFacts, findings: z.array(Finding) })),
  /** Fields the file cannot tell, for example the team ID of a p8. */
  asks: z.array(z.enum(['teamId', 'keyId'])),
});
export type CredentialPreview = z.infer<typeof CredentialPreview>;

export const CredentialImport = z.object({
  file: CredentialFile,
  name: z.string().trim().max(200).optional(),
  appId: z.string().nullable().default(null),
  /** Which identity of the file. */
  identity: z.number().int().min(0).default(0),
  teamId: z.string().trim().optional(),
  keyId: z.string().trim().optional(),
  environment: z.enum(['both', 'sandbox', 'production']).optional(),
  topics: z.array(z.string()).nullable().optional(),
  /** Renew: keep this credential's id and certificate ID, replace what is inside. */
  replaceId: z.string().optional(),
});
export type CredentialImport = z.infer<typeof CredentialImport>;

export const credentials = {
  list: oc.route({ method: 'GET', path: '/credentials', tags: ['credentials'] }).output(z.array(Credential)),
  inspect: oc
    .route({ method: 'POST', path: '/credentials/inspect', tags: ['credentials'] })
    .input(CredentialFile)
    .output(CredentialPreview),
  import: oc
    .route({ method: 'POST', path: '/credentials', tags: ['credentials'] })
    .input(CredentialImport)
    .output(Credential),
  update: oc
    .route({ method: 'PATCH', path: '/credentials/{id}', tags: ['credentials'] })
    .input(
      z.object({
        id: z.string().min(1),
        name: z.string().trim().min(1).max(200).optional(),
        appId: z.string().nullable().optional(),
      }),
    )
    .output(Credential),
  duplicate: oc
    .route({ method: 'POST', path: '/credentials/{id}/duplicate', tags: ['credentials'] })
    .input(IdInput)
    .output(Credential),
  remove: oc
    .route({ method: 'DELETE', path: '/credentials/{id}', tags: ['credentials'] })
    .input(IdInput)
    .output(Done),
};
