/**
 * The Huffman code of header compression (RFC 7541, appendix B). It is canonical: codes of one length follow one another in the
 * order of their symbols, so the lengths say everything. Strings are sent without it, which every peer has to accept; the answers of
 * servers use it.
 */
import { errorCode, ProtocolError } from './frames.ts';

// prettier-ignore
const lengths = [
  13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  6, 10, 10, 12, 13, 6, 8, 11, 10, 10, 8, 11, 8, 6, 6, 6, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 7, 8, 15, 6, 12, 10,
  13, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 7, 8, 13, 19, 13, 14, 6,
  15, 5, 6, 5, 6, 5, 6, 6, 6, 5, 7, 7, 6, 6, 6, 5, 6, 7, 6, 5, 5, 6, 7, 7, 7, 7, 7, 15, 11, 14, 13, 28,
  20, 22, 20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, 22, 23, 23, 24,
  22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, 23, 23, 20, 22, 22, 22, 23, 22, 22, 23,
  26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, 19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27,
  20, 24, 20, 21, 22, 21, 21, 23, 22, 22, 25, 25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26,
  30,
];
const endOfString = 256;

/** Two children for each node of the code tree: a node's number, or `-1 - symbol` for a leaf; 0 stands for none yet. */
const buildTree = (): Int16Array => {
  const tree = new Int16Array(1024);
  let nodes = 1;
  let code = 0;
  let last = 0;
  const order = lengths.map((length, symbol) => ({ length, symbol }));
  order.sort((a, b) => a.length - b.length || a.symbol - b.symbol);
  for (const { length, symbol } of order) {
    code *= 2 ** (length - last);
    last = length;
    let node = 0;
    for (let bit = length - 1; bit >= 0; bit--) {
      const slot = node * 2 + (Math.floor(code / 2 ** bit) % 2);
      if (bit === 0) tree[slot] = -1 - symbol;
      else if (!tree[slot]) tree[slot] = nodes++;
      node = tree[slot] ?? 0;
    }
    code += 1;
  }
  return tree;
};

const tree = buildTree();
/** Nodes on the way to the end-of-string code: a string may stop there, because padding is the beginning of that code. */
const paddingNodes = new Set([0]);
for (let node = tree[1] ?? 0; node > 0 && paddingNodes.size < 8; node = tree[node * 2 + 1] ?? 0) paddingNodes.add(node);

/** Reads a Huffman-coded string, one character per byte. Throws ProtocolError where the coding is wrong. */
export const decodeHuffman = (bytes: Uint8Array): string => {
  const out = Buffer.allocUnsafe(Math.ceil((bytes.length * 8) / 5));
  let length = 0;
  let node = 0;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit--) {
      const next = tree[node * 2 + ((byte >> bit) & 1)] ?? 0;
      if (next >= 0) {
        node = next;
        continue;
      }
      if (next === -1 - endOfString) throw new ProtocolError(errorCode.compression, 'an end inside a header value');
      out[length++] = -1 - next;
      node = 0;
    }
  }
  if (!paddingNodes.has(node)) throw new ProtocolError(errorCode.compression, 'a header value ends inside a code');
  return out.toString('latin1', 0, length);
};
