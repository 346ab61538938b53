/** The origin somebody typed; null when it is no HTTPS address of a host alone. `https://` may be left out. */
export const readOrigin = (text: string): string | null => {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  if (url?.protocol !== 'https:' || url.hostname === '') return null;
  if (url.username !== '' || url.password !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return null;
  }
  return url.origin;
};
