import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../../../tests/support/folders.ts';
import { readWindowFile } from './files.ts';
import { isAllowedPermission, isExternalLink, isOwnUrl, isTrustedSender, windowPolicy } from './guards.ts';
import { menuTemplate } from './menu.ts';
import { passphrasePage } from './passphrase-page.ts';
import { defaultWindowState, readWindowState, writeWindowState } from './window-state.ts';

describe('guards', () => {
  const dev = 'http://localhost:5173';
  it.each([
    ['app://pushscope/index.html', undefined, true],
    ['app://pushscope/#/log', undefined, true],
    ['app://other/index.html', undefined, false],
    ['https://pushscope/', undefined, false],
    ['file:///etc/passwd', undefined, false],
    ['http://localhost:5173/x', dev, true],
    ['http://localhost:5173/x', undefined, false],
    ['http://localhost:5173.evil.example/', dev, false],
    ['not a url', dev, false],
  ])('%s is our own: %s %s', (url, devUrl, own) => expect(isOwnUrl(url, devUrl)).toBe(own));
  it('hands only HTTPS links to the system', () => {
    expect(isExternalLink('https://developer.apple.com/')).toBe(true);
    for (const url of ['http://x/', 'file:///x', 'javascript:alert(1)', 'ms-settings:', ''])
      expect(isExternalLink(url)).toBe(false);
  });
  it('grants the clipboard and nothing else', () => {
    expect(isAllowedPermission('clipboard-sanitized-write')).toBe(true);
    for (const name of ['clipboard-read', 'geolocation', 'notifications', 'media', 'openExternal'])
      expect(isAllowedPermission(name)).toBe(false);
  });
  it('trusts the top frame of its own window only', () => {
    const window = {};
    const frame = { url: 'app://pushscope/', parent: null };
    expect(isTrustedSender({ sender: window, senderFrame: frame }, window, undefined)).toBe(true);
    expect(isTrustedSender({ sender: {}, senderFrame: frame }, window, undefined)).toBe(false);
    expect(isTrustedSender({ sender: window, senderFrame: { ...frame, parent: {} } }, window, undefined)).toBe(false);
    expect(
      isTrustedSender({ sender: window, senderFrame: { ...frame, url: 'https://evil.example/' } }, window, undefined),
    ).toBe(false);
    expect(isTrustedSender({ sender: window, senderFrame: null }, window, undefined)).toBe(false);
  });
  it('allows no script but our own', () => {
    expect(windowPolicy).toContain("script-src 'self'");
    expect(windowPolicy).not.toContain('unsafe-eval');
    expect(windowPolicy).toMatch(/object-src 'none'.*frame-ancestors 'none'/);
  });
});

describe('window files', () => {
  it('serves files inside its folder and nothing else', async () => {
    const parent = tempFolder();
    const root = path.join(parent, 'renderer');
    mkdirSync(root);
    writeFileSync(path.join(root, 'index.html'), '<p>');
    writeFileSync(path.join(parent, 'secret'), 'x');
    const file = await readWindowFile(root, 'app://pushscope/');
    expect(Buffer.from(file?.body ?? []).toString()).toBe('<p>');
    expect(file?.headers['content-security-policy']).toBe(windowPolicy);
    for (const bad of ['../secret', '..%2fsecret', '%2e%2e/secret', '/../../secret', 'nothing.js', '%ff']) {
      expect(await readWindowFile(root, `app://pushscope/${bad}`), bad).toBeNull();
    }
  });
});

describe('window state', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  it('is remembered', () => {
    const file = path.join(tempFolder(), 'state.json');
    const state = { x: 10, y: 20, width: 1200, height: 800, maximized: true };
    writeWindowState(file, state);
    expect(readWindowState(file, screens)).toEqual(state);
  });
  it('is the default when there is none or it is damaged', () => {
    const file = path.join(tempFolder(), 'state.json');
    expect(readWindowState(file, screens)).toEqual(defaultWindowState);
    writeFileSync(file, '{"width":"wide"}');
    expect(readWindowState(file, screens)).toEqual(defaultWindowState);
  });
  it('forgets a place on a screen that is gone, and keeps the size', () => {
    const file = path.join(tempFolder(), 'state.json');
    writeWindowState(file, { x: 4000, y: 0, width: 1200, height: 800, maximized: false });
    expect(readWindowState(file, screens)).toEqual({ width: 1200, height: 800, maximized: false });
  });
});

describe('menu and passphrase page', () => {
  it('has the app menu on a Mac only', () => {
    expect(menuTemplate('darwin', 'Pushscope')[0]?.role).toBe('appMenu');
    expect(menuTemplate('linux', 'Pushscope')[0]?.role).toBe('fileMenu');
  });
  it('says why, with nothing of it read as markup', () =>
    expect(passphrasePage('<b>"&')).toContain('&lt;b>&quot;&amp;'));
});
