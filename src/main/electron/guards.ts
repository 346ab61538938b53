/**
 * What the window may not do. The window shows our own files only; anything else that asks for a navigation, a new window, a
 * permission or a message port is a mistake or an attack and is refused. Pure, so that it can be tested without Electron.
 */

/** The window's own address. Files are served from the built folder by a protocol of ours. */
export const windowOrigin = 'app://pushscope';

/** True for addresses inside the window's own site. `devUrl` is the development server's, where there is one. */
export const isOwnUrl = (url: string, devUrl: string | undefined): boolean => {
  const parsed = URL.parse(url);
  if (!parsed) return false;
  if (`${parsed.protocol}//${parsed.host}` === windowOrigin) return true;
  return devUrl !== undefined && parsed.origin === URL.parse(devUrl)?.origin;
};

/** Links that may be handed to the system's browser: documentation, over HTTPS. */
export const isExternalLink = (url: string): boolean => URL.parse(url)?.protocol === 'https:';

/** Permissions a page can ask for. Copying a payload is all that the window needs. */
export const isAllowedPermission = (permission: string): boolean => permission === 'clipboard-sanitized-write';

interface Frame {
  readonly url: string;
  readonly parent: unknown;
}
/** A message is trusted when it comes from the top frame of our own window. */
export const isTrustedSender = (
  event: { readonly sender: unknown; readonly senderFrame: Frame | null },
  window: unknown,
  devUrl: string | undefined,
): boolean =>
  event.sender === window &&
  event.senderFrame !== null &&
  event.senderFrame.parent === null &&
  isOwnUrl(event.senderFrame.url, devUrl);

/** Headers of every file the window loads. */
export const windowPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
