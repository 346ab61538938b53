import { isAppError, type AppError } from '../../shared/contract/errors.ts';

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** One line for a start that cannot go on: what, where, and how to mend it. Null: not such an error but a bug. */
export const startFailure = (error: unknown): string | null => (isAppError(error) ? sentence(error) : null);

/** Why what the data folder holds cannot be opened, and what would open it. */
const lockedBecause = (reason: string, path: string): string => {
  switch (reason) {
    case 'passphrase-missing':
      return 'This data folder is sealed with a passphrase. Set PUSHSCOPE_PASSPHRASE to it.';
    case 'key-file-missing':
      return `The key file ${path} is missing. Put it back from where it was kept.`;
    case 'key-file-damaged':
    case 'passphrase-file-damaged':
      return `${path} is damaged. Put it back from a backup.`;
    case 'passphrase-file-missing':
      return `${path} is missing; without it the passphrase opens nothing. Put it back from a backup.`;
    default:
      return 'The secrets in this data folder cannot be opened with the keys at hand.';
  }
};

const sentence = ({ code, details }: AppError): string | null => {
  const folder = text(details['folder']);
  const port = text(details['port']);
  switch (code) {
    case 'start.data-foreign':
      return `${folder} holds ${text(details['found'])}, which is not Pushscope's. Choose an empty folder with --data DIR.`;
    case 'start.data-in-use':
      return `Another Pushscope uses ${folder}. Close it, or choose another folder with --data DIR.`;
    case 'start.data-newer':
      return `${folder} was written by a newer Pushscope (data version ${text(details['version'])}, this one knows ${text(details['known'])}). Update Pushscope, or choose another folder with --data DIR.`;
    case 'start.data-unwritable':
      if (text(details['code']) === 'EEXIST')
        return `${folder} cannot be written to as a folder: there is a file of that name. Choose another folder with --data DIR.`;
      return `${folder} cannot be written to. Give yourself the right to, or choose another folder with --data DIR.`;
    case 'start.presets-folder':
      return `${folder} cannot be made or read as a folder of presets. Choose another with --presets DIR.`;
    case 'gateway.listen-address':
      return `This machine does not have the address ${text(details['address'])}. Choose one that it has with --gateway-listen ADDRESS; 0.0.0.0 is all of them.`;
    case 'start.port-in-use':
    case 'gateway.port-in-use':
      return `Port ${port} is taken by another program. Choose another with --port N; 0 takes any free one.`;
    case 'secrets.wrong-passphrase':
      return 'PUSHSCOPE_PASSPHRASE does not open this data folder. Set the passphrase it was sealed with.';
    case 'secrets.locked':
      return `${lockedBecause(text(details['reason']), text(details['path']))} Nothing was changed.`;
    default:
      return null;
  }
};
