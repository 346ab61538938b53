import { isAppError, type AppError } from '../../shared/contract/errors.ts';

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** One line for a start that cannot go on: what, where, and how to mend it. Null: not such an error but a bug. */
export const startFailure = (error: unknown): string | null => (isAppError(error) ? sentence(error) : null);

const sentence = ({ code, message, details }: AppError): string | null => {
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
      return `${folder} cannot be written to. Give yourself the right to, or choose another folder with --data DIR.`;
    case 'start.port-in-use':
    case 'gateway.port-in-use':
      return `Port ${port} is taken by another program. Choose another with --port N; 0 takes any free one.`;
    case 'secrets.wrong-passphrase':
      return 'PUSHSCOPE_PASSPHRASE does not open this data folder. Set the passphrase it was sealed with.';
    case 'secrets.locked':
      return `The secrets of ${folder || 'this data folder'} cannot be opened: ${text(details['reason']) || message}. Nothing was changed.`;
    default:
      return null;
  }
};
