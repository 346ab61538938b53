/**
 * Every code that can stop a call, once. `domain.reason` in lower kebab case; a code is never renamed.
 * `message` is for logs and scripts; the window shows the catalogue entries `error.<code>.title` and `error.<code>.fix`.
 */
export const appErrors = {
  'api.bad-input': { status: 400, message: 'The request does not have the expected shape' },
  'api.unauthorized': { status: 401, message: 'The bearer token is missing or wrong' },
  'api.forbidden': { status: 403, message: 'This Host or Origin may not use the API' },
  'api.not-found': { status: 404, message: 'There is nothing at this address' },
  'api.too-large': { status: 413, message: 'The request body is too large' },
  'api.internal': { status: 500, message: 'Something in Pushscope broke; the log has the details' },
  'app.closing': { status: 503, message: 'Pushscope is closing' },
  'bulk.not-found': { status: 404, message: 'There is no such bulk send' },
  'bulk.too-many': { status: 422, message: 'A bulk send has fewer pushes than that' },
  'compose.sender-unknown': { status: 422, message: 'The sender is not an account of this workspace' },
  'compose.recipient-unknown': { status: 422, message: 'The recipient is not an account of this workspace' },
  'compose.group-unknown': { status: 422, message: 'The group is not in this workspace' },
  'compose.no-recipient-devices': { status: 422, message: 'No device can receive this message' },
  'credential.bad-password': { status: 422, message: 'The password does not open this file' },
  'credential.details-missing': { status: 422, message: 'The file alone does not say all that the credential needs' },
  'credential.expired': { status: 422, message: 'The credential has expired' },
  'credential.identity-unknown': { status: 422, message: 'The file holds no identity of this number' },
  'credential.in-use': { status: 409, message: 'Something still uses this credential' },
  'credential.key-mismatch': { status: 422, message: 'The private key and the certificate do not belong together' },
  'credential.locked': { status: 423, message: 'The secret part of this credential cannot be opened here' },
  'credential.no-certificate': { status: 422, message: 'The file holds a key but no certificate' },
  'credential.no-private-key': { status: 422, message: 'The file holds a certificate but no private key' },
  'credential.not-found': { status: 404, message: 'There is no such credential' },
  'credential.password-needed': { status: 422, message: 'The file is protected by a password' },
  'credential.several-identities': { status: 422, message: 'The file holds several identities; one must be chosen' },
  'credential.too-slow': { status: 422, message: 'Opening the file took too long' },
  'credential.unreadable': { status: 422, message: 'The file cannot be read as a credential' },
  'credential.unsupported': { status: 422, message: 'The file is a kind of credential Pushscope does not take' },
  'credential.wrong-curve': { status: 422, message: 'The key is on another curve than P-256' },
  'exchange.bad-filter': { status: 422, message: 'The filter cannot be read' },
  'exchange.not-found': { status: 404, message: 'There is no such exchange' },
  'exchange.removal-gone': { status: 410, message: 'What was removed is no longer there to be brought back' },
  'gateway.listen-address': { status: 409, message: 'This machine does not have the address' },
  'gateway.not-found': { status: 404, message: 'There is no gateway for this vendor' },
  'gateway.port-in-use': { status: 409, message: 'Another program listens on this port' },
  'notification.not-found': { status: 404, message: 'There is no such notification' },
  'preset.changed': { status: 409, message: 'The file was changed on disk since it was read' },
  'preset.exists': { status: 409, message: 'There is a file of this name already' },
  'preset.not-found': { status: 404, message: 'There is no such preset file' },
  'preset.unwritable': { status: 422, message: 'The file cannot be written in this folder' },
  'recognise.nothing-found': { status: 422, message: 'Nothing in the text could be recognised' },
  'secrets.locked': { status: 423, message: 'The sealed part of this data folder cannot be opened' },
  'secrets.wrong-passphrase': { status: 422, message: 'The passphrase is wrong' },
  'send.bad-destination': { status: 422, message: 'The address to send to cannot be used' },
  'send.draft-unusable': { status: 422, message: 'The payload or its options cannot be made into a request' },
  'send.imported-local-only': { status: 409, message: 'What was imported is sent to local gateways only' },
  'send.no-credential': { status: 422, message: 'No credential fits this send' },
  'send.token-refused': { status: 502, message: 'The vendor refused to issue a token for this credential' },
  'send.no-target': { status: 422, message: 'There is no device token to send to' },
  'settings.bad-network': { status: 422, message: 'The proxy or the CA of the settings cannot be used' },
  'share.too-many': { status: 422, message: 'A share file holds fewer exchanges than that' },
  'share.unreadable': { status: 422, message: 'The share file is damaged, newer, or none' },
  'start.bad-flag': { status: 400, message: 'A command-line flag is unknown or has no usable value' },
  'start.data-foreign': { status: 409, message: 'The data folder holds something that is not Pushscope’s' },
  'start.data-in-use': { status: 409, message: 'Another Pushscope uses this data folder' },
  'start.data-newer': { status: 409, message: 'The data folder was written by a newer Pushscope' },
  'start.presets-folder': { status: 403, message: 'The folder of presets cannot be made or read' },
  'start.data-unwritable': { status: 403, message: 'The data folder cannot be written to' },
  'start.port-in-use': { status: 409, message: 'Another program listens on the port asked for' },
  'store.disk-full': { status: 507, message: 'The disk is full; nothing was written' },
  'store.failed': { status: 500, message: 'The database refused the operation' },
  'switch.unknown': { status: 422, message: 'There is no such switch, or it has no such reading' },
  'workspace.duplicate': { status: 409, message: 'Another entry already has this value' },
  'workspace.in-use': { status: 409, message: 'Something still uses this entry' },
  'workspace.not-found': { status: 404, message: 'There is no such entry in the workspace' },
} as const satisfies Record<string, { status: number; message: string }>;

export type AppErrorCode = keyof typeof appErrors;

/**
 * A failure that somebody can act on. Anything else thrown is a bug and is shown as `api.internal`.
 * `details` reaches the caller as JSON: never put a secret in it.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: AppErrorCode, details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(appErrors[code].message, options);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return appErrors[this.code].status;
  }
}

export const isAppError = (value: unknown): value is AppError => value instanceof AppError;
