/** A JSON object or array that stands somewhere in a text. */
export interface JsonInside {
  readonly text: string;
  /** Line it begins on, the first being 1. */
  readonly line: number;
}

/** How many pieces of one text are taken. */
const most = 200;

/** Where the value that begins at `from` ends (one past it); -1 when its brackets never close. */
const endOfValue = (text: string, from: number): number => {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * The JSON objects that stand in a text among other things, as in the lines of a log. Objects inside a found one are not looked at.
 * Work is bounded: a bracket that never closes ends the search for its kind.
 */
export const jsonInside = (text: string): JsonInside[] => {
  const pieces: JsonInside[] = [];
  let line = 1;
  let misses = 0;
  for (let at = 0; at < text.length && pieces.length < most && misses < 50; at++) {
    const char = text.charAt(at);
    if (char === '\n') line += 1;
    if (char !== '{') continue;
    const end = endOfValue(text, at);
    const piece = end < 0 ? '' : text.slice(at, end);
    if (piece.length < 3 || !isJson(piece)) {
      misses += 1;
      continue;
    }
    pieces.push({ text: piece, line });
    for (let inner = at; inner < end; inner++) if (text.charAt(inner) === '\n') line += 1;
    at = end - 1;
  }
  return pieces;
};
