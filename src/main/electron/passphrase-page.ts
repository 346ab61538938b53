/** Channel on which the small window hands over what was typed. */
export const passphraseChannel = 'pushscope:passphrase';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** One field and one button; the preload script listens to the form. There is no script in the page itself. */
export const passphrasePage = (why: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Pushscope</title>
<style>
  :root { color-scheme: light dark; font: 13px/20px system-ui, sans-serif; }
  body { margin: 24px; display: grid; gap: 12px; }
  h1 { font-size: 15px; margin: 0; }
  p { margin: 0; }
  form { display: flex; gap: 8px; }
  input { flex: 1; padding: 6px 8px; font: inherit; }
  button { padding: 6px 12px; font: inherit; }
</style>
<h1>Passphrase for Pushscope's secrets</h1>
<p>${escapeHtml(why)}</p>
<p>Keys and passwords are sealed with the passphrase you type here. Nothing can open them without it.</p>
<form><input type="password" name="passphrase" aria-label="Passphrase" autofocus required><button>Open</button></form>
</html>`;
