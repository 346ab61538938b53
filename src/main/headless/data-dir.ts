import os from 'node:os';
import path from 'node:path';

/** Where this system keeps application data. */
export const defaultDataDir = (
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
  home = os.homedir(),
): string => {
  if (platform === 'win32') return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Pushscope');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Pushscope');
  return path.join(env['XDG_DATA_HOME'] ?? path.join(home, '.local', 'share'), 'pushscope');
};
