import type { MenuItemConstructorOptions } from 'electron';

/** The standard menu of each system. Commands of the app itself live in the window, where both shells have them. */
export const menuTemplate = (platform: NodeJS.Platform, appName: string): MenuItemConstructorOptions[] => [
  ...(platform === 'darwin' ? [{ role: 'appMenu' as const, label: appName }] : []),
  { role: 'fileMenu' },
  { role: 'editMenu' },
  { role: 'viewMenu' },
  { role: 'windowMenu' },
];
