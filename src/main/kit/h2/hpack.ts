/** Header compression (RFC 7541): the decoder for answers and the encoder for requests of one connection. */
import type { HeaderList } from '../../../shared/contract/index.ts';
import { errorCode, ProtocolError } from './frames.ts';
import { HeaderTable, staticEntries, staticIndexOf, type HeaderEntry } from './header-table.ts';
import { decodeHuffman } from './huffman.ts';

/** The table size both sides begin with, and the largest this encoder uses whatever the peer allows. Bytes. */
const defaultTableBytes = 4096;
/** A header list longer than this is an attack, not an answer. Characters. */
const maxListLength = 65_536;

export class HpackDecoder {
  readonly #table = new HeaderTable(defaultTableBytes);
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;

  /** All fields of a complete header block, in order, pseudo headers included. Throws ProtocolError. */
  decode(block: Buffer): HeaderList {
    this.#bytes = block;
    this.#at = 0;
    const list: HeaderList = [];
    let length = 0;
    while (this.#at < block.length) {
      const entry = this.#field(block[this.#at] ?? 0);
      if (!entry) continue;
      length += entry[0].length + entry[1].length + 32;
      if (length > maxListLength) throw new ProtocolError(errorCode.compression, 'a header list without end');
      list.push([entry[0], entry[1]]);
    }
    return list;
  }

  #field(first: number): HeaderEntry | null {
    if (first & 0x80) return this.#entry(this.#integer(7));
    if (first & 0x40) {
      const entry = this.#literal(6);
      this.#table.add(entry);
      return entry;
    }
    if (first & 0x20) {
      const size = this.#integer(5);
      if (size > defaultTableBytes) throw new ProtocolError(errorCode.compression, `a table of ${size} bytes`);
      this.#table.resize(size);
      return null;
    }
    return this.#literal(4);
  }

  #literal(prefixBits: number): HeaderEntry {
    const index = this.#integer(prefixBits);
    const name = index === 0 ? this.#string() : this.#entry(index)[0];
    return [name, this.#string()];
  }

  #entry(index: number): HeaderEntry {
    const entry = staticEntries[index - 1] ?? this.#table.get(index - staticEntries.length - 1);
    if (!entry) throw new ProtocolError(errorCode.compression, `no header at ${index}`);
    return entry;
  }

  #integer(prefixBits: number): number {
    const most = 2 ** prefixBits - 1;
    let value = (this.#bytes[this.#at++] ?? 0) & most;
    if (value < most) return value;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined || factor > 2 ** 28) throw new ProtocolError(errorCode.compression, 'a broken number');
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  #string(): string {
    const coded = ((this.#bytes[this.#at] ?? 0) & 0x80) !== 0;
    const length = this.#integer(7);
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new ProtocolError(errorCode.compression, 'a header longer than its block');
    const text = coded
      ? decodeHuffman(this.#bytes.subarray(this.#at, end))
      : this.#bytes.toString('latin1', this.#at, end);
    this.#at = end;
    return text;
  }
}

/**
 * Values that come again and again go into the table and cost one byte from then on; values that are new with every request (paths,
 * ids) are written out, because each would push a useful one out of the table. A value counts as coming again when it is the same as
 * the one before under its name.
 */
export class HpackEncoder {
  readonly #table = new HeaderTable(defaultTableBytes);
  readonly #last = new Map<string, string>();
  /** Sizes the table had since the last block, the smallest and the present one; the peer has to hear of both. */
  #announce: { least: number; now: number } | null = null;
  #out = Buffer.allocUnsafe(8192);
  #at = 0;

  /** The peer's SETTINGS_HEADER_TABLE_SIZE. */
  allow(bytes: number): void {
    const size = Math.min(bytes, defaultTableBytes);
    if (size === this.#table.maxBytes && this.#announce === null) return;
    this.#announce = { least: Math.min(size, this.#announce?.least ?? size), now: size };
    this.#table.resize(size);
  }

  /** A header block. The bytes are valid until the next call. */
  encode(list: HeaderList): Buffer {
    this.#at = 0;
    this.#reserve(list.reduce((sum, [name, value]) => sum + name.length + value.length + 16, 16));
    if (this.#announce && this.#announce.least < this.#announce.now) this.#integer(0x20, 5, this.#announce.least);
    if (this.#announce) this.#integer(0x20, 5, this.#announce.now);
    this.#announce = null;
    for (const [name, value] of list) this.#field(name, value);
    return this.#out.subarray(0, this.#at);
  }

  #field(name: string, value: string): void {
    const whole = staticIndexOf(name, value);
    if (whole > 0) return this.#integer(0x80, 7, whole);
    const kept = this.#table.find(name, value);
    if (kept >= 0) return this.#integer(0x80, 7, staticEntries.length + 1 + kept);
    const again = this.#last.get(name) === value && this.#table.fits(name, value);
    this.#last.set(name, value);
    const nameIndex = staticIndexOf(name, null);
    if (again) this.#integer(0x40, 6, nameIndex);
    else this.#integer(0x00, 4, nameIndex);
    if (nameIndex === 0) this.#string(name);
    this.#string(value);
    if (again) this.#table.add([name, value]);
  }

  #integer(pattern: number, prefixBits: number, value: number): void {
    const most = 2 ** prefixBits - 1;
    if (value < most) {
      this.#out[this.#at++] = pattern | value;
      return;
    }
    this.#out[this.#at++] = pattern | most;
    let rest = value - most;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.#out[this.#at++] = (rest % 128) | 0x80;
    this.#out[this.#at++] = rest;
  }

  #string(text: string): void {
    this.#integer(0x00, 7, text.length);
    this.#at += this.#out.write(text, this.#at, 'latin1');
  }

  #reserve(bytes: number): void {
    if (bytes > this.#out.length) this.#out = Buffer.allocUnsafe(bytes);
  }
}
