import { readShellWord, shellWord } from '../kit/shell.ts';

/** Where a push to a Simulator goes. */
export interface SimulatorTarget {
  /** UDID or name of a simulated device, or `booted` for the one that runs. */
  readonly device: string;
  readonly bundle: string;
}

/** A file name that no option parser takes for an option. */
const fileWord = (fileName: string): string => shellWord(fileName.startsWith('-') ? `./${fileName}` : fileName);

/** `simctl push` with the app named on the line; what the file says about the app counts for nothing then. Source: `simctl help push`. */
export const pushFile = ({ device, bundle }: SimulatorTarget, fileName: string): string =>
  `xcrun simctl push ${shellWord(device)} ${shellWord(bundle)} ${fileWord(fileName)}`;

/** `simctl push` that takes the app from the file. */
export const pushOwnFile = (device: string, fileName: string): string =>
  `xcrun simctl push ${shellWord(device)} ${fileWord(fileName)}`;

/** `simctl push` with the payload on standard input. `printf` and not `echo`: some shells' echo reads backslashes. */
export const pushStdin = ({ device, bundle }: SimulatorTarget, payload: string): string =>
  `printf '%s' ${shellWord(payload)} | xcrun simctl push ${shellWord(device)} ${shellWord(bundle)} -`;

/** What a pasted command hands to the Simulator. `bundle` is empty when the line names none. */
export interface SimctlCommand {
  readonly payload: string;
  readonly bundle: string;
}

const words = (text: string): string[] => {
  const found: string[] = [];
  let at = 0;
  for (;;) {
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    const next = readShellWord(text, at);
    if (!next) return found;
    found.push(next.word);
    at = next.end;
  }
};

const hereDocument = /<<-?[ \t]*(['"]?)(\w+)\1[^\n]*\n([\s\S]*?)\n[ \t]*\2[ \t]*$/;
const printed = /^(?:printf\s+(?:'%s'|"%s"|%s)|printf|echo(?:\s+-n)?)\s+/;

/** The text on the standard input of a command: printed by the one before it, a here-document, or a here-string. */
const inputOf = (command: string, pushAt: number): string | null => {
  const heredoc = hereDocument.exec(command);
  if (heredoc) return heredoc[3] ?? null;
  const herestring = command.indexOf('<<<', pushAt);
  if (herestring >= 0)
    return readShellWord(command, herestring + 3 + (command[herestring + 3] === ' ' ? 1 : 0))?.word ?? null;
  const before = printed.exec(command);
  return before && before[0].length < pushAt ? (readShellWord(command, before[0].length)?.word ?? null) : null;
};

/**
 * Reads a pasted `xcrun simctl push … -` with its payload on the same paste. Null: it is no such command, or its payload is in a
 * file that is not here.
 */
export const readSimctl = (text: string): SimctlCommand | null => {
  const command = text.trim().replace(/^\$\s+/, '');
  const push = /\bsimctl\s+push\s/.exec(command);
  if (!push) return null;
  const payload = inputOf(command, push.index);
  if (payload === null) return null;
  const [device, bundle, last] = words(command.slice(push.index + push[0].length));
  if (device === undefined) return null;
  return { payload, bundle: last === '-' && bundle !== undefined ? bundle : '' };
};
