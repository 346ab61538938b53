import { describe, expect, it } from 'vitest';
import { derChildren, derOid, derText, derTime, readDer } from './der.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const text = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, 'latin1'));

describe('DER', () => {
  it('reads short and long lengths', () => {
    expect(readDer(bytes(0x04, 0x02, 7, 8))).toEqual({ tag: 4, content: bytes(7, 8), end: 4 });
    const long = new Uint8Array(3 + 200);
    long.set([0x04, 0x81, 200]);
    expect(readDer(long)).toMatchObject({ tag: 4, end: 203 });
    const longer = new Uint8Array(4 + 300);
    longer.set([0x04, 0x82, 1, 44]);
    expect(readDer(longer)?.content).toHaveLength(300);
  });
  it('is null for what ends early, is indefinite, has a huge length or a long tag', () => {
    for (const one of [
      [],
      [4],
      [4, 2, 7],
      [4, 0x82, 1],
      [0x30, 0x80, 0, 0],
      [4, 0x85, 0, 0, 0, 0, 1, 9],
      [0x1f, 1, 0],
    ]) {
      expect(readDer(bytes(...one))).toBeNull();
    }
  });
  it('lists children, or nothing when one is broken', () => {
    expect(derChildren(bytes(5, 0, 4, 1, 9))?.map(({ tag }) => tag)).toEqual([5, 4]);
    expect(derChildren(bytes(5, 0, 4, 3, 9))).toBeNull();
    expect(derChildren(bytes())).toEqual([]);
  });
  it('writes object identifiers with dots', () => {
    expect(derOid(bytes(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x63, 0x64, 0x06, 0x03, 0x06))).toBe('1.2.840.113635.100.6.3.6');
    expect(derOid(bytes(0x55, 0x04, 0x03))).toBe('2.5.4.3');
    expect(derOid(bytes(0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 0x01, 0x01))).toBe('0.9.2342.19200300.100.1.1');
    expect(derOid(bytes(0x88, 0x37))).toBe('2.999');
  });
  it('reads UTF-8 and BMP texts', () => {
    expect(derText({ tag: 0x0c, content: Uint8Array.from(Buffer.from('合同')), end: 0 })).toBe('合同');
    expect(derText({ tag: 0x1e, content: bytes(0x54, 0x08, 0x00, 0x41), end: 0 })).toBe('合A');
    expect(derText({ tag: 0x1e, content: bytes(0x54), end: 0 })).toBe('');
  });
  it('reads both kinds of time', () => {
    expect(derTime({ tag: 0x17, content: text('261121120000Z'), end: 0 })).toBe(Date.UTC(2026, 10, 21, 12));
    expect(derTime({ tag: 0x17, content: text('991231235959Z'), end: 0 })).toBe(Date.UTC(1999, 11, 31, 23, 59, 59));
    expect(derTime({ tag: 0x18, content: text('20500101000000Z'), end: 0 })).toBe(Date.UTC(2050, 0, 1));
    expect(derTime({ tag: 0x17, content: text('26112112'), end: 0 })).toBeNull();
    expect(derTime({ tag: 0x05, content: bytes(), end: 0 })).toBeNull();
  });
});
