import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { windowPolicy } from './guards.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The built window as a web site of its own: files inside `root` and nothing else. Null: no such file. */
export const readWindowFile = async (
  root: string,
  url: string,
): Promise<{ body: Uint8Array<ArrayBuffer>; headers: Record<string, string> } | null> => {
  try {
    const pathname = decodeURIComponent(URL.parse(url)?.pathname ?? '/');
    const file = path.resolve(root, `.${path.posix.normalize(pathname === '/' ? '/index.html' : pathname)}`);
    if (!file.startsWith(root + path.sep)) return null;
    const body = new Uint8Array(await readFile(file));
    const headers = {
      'content-type': types[path.extname(file)] ?? 'application/octet-stream',
      'content-security-policy': windowPolicy,
      'x-content-type-options': 'nosniff',
    };
    return { body, headers };
  } catch {
    return null;
  }
};
