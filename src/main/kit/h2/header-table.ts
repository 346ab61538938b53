/** The static and the dynamic table of header compression (RFC 7541, section 2.3 and appendix A). */

export type HeaderEntry = readonly [name: string, value: string];

const names =
  ':authority|:method GET|:method POST|:path /|:path /index.html|:scheme http|:scheme https|:status 200|:status 204|:status 206|:status 304|:status 400|:status 404|:status 500|accept-charset|accept-encoding gzip, deflate|accept-language|accept-ranges|accept|access-control-allow-origin|age|allow|authorization|cache-control|content-disposition|content-encoding|content-language|content-length|content-location|content-range|content-type|cookie|date|etag|expect|expires|from|host|if-match|if-modified-since|if-none-match|if-range|if-unmodified-since|last-modified|link|location|max-forwards|proxy-authenticate|proxy-authorization|range|referer|refresh|retry-after|server|set-cookie|strict-transport-security|transfer-encoding|user-agent|vary|via|www-authenticate';

/** Entry 1 of the table is at 0. */
export const staticEntries: readonly HeaderEntry[] = names.split('|').map((text): HeaderEntry => {
  const at = text.indexOf(' ');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
});

const nameIndex = new Map<string, number>();
const valueIndex = new Map<string, Map<string, number>>();
for (const [at, [name, value]] of staticEntries.entries()) {
  if (!nameIndex.has(name)) nameIndex.set(name, at + 1);
  if (value !== '') valueIndex.set(name, (valueIndex.get(name) ?? new Map<string, number>()).set(value, at + 1));
}

/** Index of a static entry, from 1: with this name and value, or with this name when the value is null. 0: there is none. */
export const staticIndexOf = (name: string, value: string | null): number =>
  (value === null ? nameIndex.get(name) : valueIndex.get(name)?.get(value)) ?? 0;

const sizeOf = ([name, value]: HeaderEntry): number => name.length + value.length + 32;

/** Entries of one direction of one connection, newest first. */
export class HeaderTable {
  /** Oldest first; `#from` says where the living ones begin, so that dropping one moves nothing. */
  #entries: HeaderEntry[] = [];
  #from = 0;
  #bytes = 0;
  #maxBytes: number;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get maxBytes(): number {
    return this.#maxBytes;
  }

  /** `index` 0 is the newest. */
  get(index: number): HeaderEntry | undefined {
    const at = this.#entries.length - 1 - index;
    return at < this.#from ? undefined : this.#entries[at];
  }

  /** Index of an entry, 0 the newest; -1 when it is not there. */
  find(name: string, value: string): number {
    for (let at = this.#entries.length - 1; at >= this.#from; at--) {
      const entry = this.#entries[at];
      if (entry?.[1] === value && entry[0] === name) return this.#entries.length - 1 - at;
    }
    return -1;
  }

  fits(name: string, value: string): boolean {
    return sizeOf([name, value]) <= this.#maxBytes / 2;
  }

  /** An entry larger than the whole table empties it, as the specification has it. */
  add(entry: HeaderEntry): void {
    this.#entries.push(entry);
    this.#bytes += sizeOf(entry);
    this.#evict();
  }

  resize(maxBytes: number): void {
    this.#maxBytes = maxBytes;
    this.#evict();
  }

  #evict(): void {
    while (this.#bytes > this.#maxBytes) {
      const oldest = this.#entries[this.#from];
      if (!oldest) break;
      this.#bytes -= sizeOf(oldest);
      this.#from += 1;
    }
    if (this.#from > 256) {
      this.#entries = this.#entries.slice(this.#from);
      this.#from = 0;
    }
  }
}
