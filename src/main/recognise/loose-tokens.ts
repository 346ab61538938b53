import { found, type Found, type Reader } from './found.ts';

/** Lines looked at, and tokens found, at most. */
const mostLines = 2000;
const mostTokens = 100;
/** `token=…`, `"regId": "…"`, `/3/device/…`: a word that somebody calls a token. */
const named = /(?:token|reg(?:istration)?[_ -]?id|\/device)["']?\s*[:=/]\s*["'<]?([\w.:~+/=-]{16,4096})/gi;

/** Words of a line that are called a token, or that are the whole line. */
const wordsOf = (line: string): string[] => {
  const whole = line.trim();
  if (whole.length < 16 || whole.length > 8192) return [];
  return /\s/.test(whole) || /[=]/.test(whole) ? Array.from(whole.matchAll(named), ([, word = '']) => word) : [whole];
};

/**
 * Device tokens that stand in a text among other things: on a line of their own, or where the text says that they are one. Each is a
 * reading of its own for every vendor that has such tokens, with the line it was found in.
 */
export const looseTokens = (text: string, { vendors }: Reader): Found[] => {
  const readings: Found[] = [];
  const lines = text.split('\n', mostLines);
  for (const [at, line] of lines.entries()) {
    for (const word of wordsOf(line)) {
      for (const vendor of vendors) {
        const read = vendor.payload.recognise(word, '');
        if (read?.kind !== 'device-token') continue;
        const { tokens, certainty } = read;
        const phrase = { id: 'recognise.device-token', params: { vendor: vendor.label } };
        const steps = [{ id: 'recognise.step.line', params: { line: at + 1 } }];
        readings.push(
          found({ what: 'device-token', form: 'device-token', vendor: vendor.id, certainty, phrase, tokens, steps }),
        );
      }
    }
    if (readings.length >= mostTokens) break;
  }
  return readings;
};
