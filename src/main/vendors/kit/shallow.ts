import { parseJson, type ParsedJson } from './json.ts';

/** No push nests this deep. JSON.stringify and other recursion overflow the stack at some ten thousand. */
const maxDepth = 200;

const isShallow = (text: string): boolean => {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (inString) {
      if (letter === 0x5c) at += 1;
      else if (letter === 0x22) inString = false;
    } else if (letter === 0x22) inString = true;
    else if (letter === 0x5b || letter === 0x7b) {
      depth += 1;
      if (depth > maxDepth) return false;
    } else if (letter === 0x5d || letter === 0x7d) depth -= 1;
  }
  return true;
};

/** Parses without throwing, and takes only what may be looked into and written again without fear. */
export const parseShallow = (text: string): ParsedJson =>
  isShallow(text) ? parseJson(text) : { ok: false, message: `nested deeper than ${maxDepth} levels` };
