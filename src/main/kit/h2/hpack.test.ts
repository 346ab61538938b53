import { describe, expect, it } from 'vitest';
import type { HeaderList } from '../../../shared/contract/index.ts';
import { ProtocolError } from './frames.ts';
import { HpackDecoder, HpackEncoder } from './hpack.ts';
import { decodeHuffman } from './huffman.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('decoding', () => {
  // RFC 7541, appendix C.6: three answers of one connection, with Huffman coding and a table of 256 bytes.
  it('the examples of the specification', () => {
    const decoder = new HpackDecoder();
    const answers = [
      '3fe101 4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6 2d1b ff6e 919d 29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3',
      '4883 640e ffc1 c0bf',
      '88c1 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff c05a 839b d9ab 77ad 94e7 821d d7f2 e6c7 b335 dfdf cd5b 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f 9587 3160 65c0 03ed 4ee5 b106 3d50 07',
    ].map((block) => decoder.decode(hex(block)));
    expect(answers[0]).toEqual([
      [':status', '302'],
      ['cache-control', 'private'],
      ['date', 'Mon, 21 Oct 2013 20:13:21 GMT'],
      ['location', 'https://www.example.com'],
    ]);
    expect(answers[1]?.[0]).toEqual([':status', '307']);
    expect(answers[2]).toEqual([
      [':status', '200'],
      ['cache-control', 'private'],
      ['date', 'Mon, 21 Oct 2013 20:13:22 GMT'],
      ['location', 'https://www.example.com'],
      ['content-encoding', 'gzip'],
      ['set-cookie', 'foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1'],
    ]);
  });
  const broken: readonly (readonly [string, string])[] = [
    ['an index nothing stands at', 'bf'],
    ['index 0', '80'],
    ['a number without end', 'ffffffffffffffffff'],
    ['a string longer than the block', '400a61'],
    ['padding that is too long', '0001610185ff'],
    ['a table larger than was allowed', '3fe2ff03'],
  ];
  it.each(broken)('refuses %s', (_name, block) => {
    expect(() => new HpackDecoder().decode(hex(block))).toThrow(ProtocolError);
  });
  it('never hangs and never throws anything else, whatever comes', () => {
    let seed = 7;
    const next = () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648);
    for (let round = 0; round < 5000; round++) {
      const block = Buffer.from(Array.from({ length: next() % 60 }, () => next() % 256));
      try {
        new HpackDecoder().decode(block);
      } catch (error) {
        expect(error).toBeInstanceOf(ProtocolError);
      }
    }
  });
  it('refuses the end-of-string code inside a string', () => {
    expect(() => decodeHuffman(hex('ffffffff'))).toThrow(ProtocolError);
  });
});

describe('encoding', () => {
  const decodeAll = (blocks: readonly Buffer[]): HeaderList[] => {
    const decoder = new HpackDecoder();
    return blocks.map((block) => decoder.decode(block));
  };
  const listOf = (n: number): HeaderList => [
    [':method', 'POST'],
    [':path', `/3/device/${n}`],
    ['authorization', `bearer ${'t'.repeat(200)}`],
    ['apns-topic', 'com.example.im'],
    ['apns-id', `id-${n}`],
  ];
  it('is read back as it was, and what comes again costs little', () => {
    const encoder = new HpackEncoder();
    const lists = Array.from({ length: 50 }, (_, n) => listOf(n));
    const blocks = lists.map((list) => Buffer.from(encoder.encode(list)));
    expect(decodeAll(blocks)).toEqual(lists);
    expect(blocks[0]?.length).toBeGreaterThan(200);
    expect(blocks[49]?.length).toBeLessThan(40);
  });
  it('stays in step while values come and go and the table shrinks and grows', () => {
    const encoder = new HpackEncoder();
    const lists: HeaderList[] = Array.from({ length: 400 }, (_, n) => [
      [':path', `/3/device/${n}`],
      ['authorization', `bearer ${'t'.repeat(100)}${Math.floor(n / 7)}`],
      [`x-${n % 11}`, `${Math.floor(n / 30)}`.repeat(40)],
    ]);
    const blocks = lists.map((list, n) => {
      if (n % 60 === 20) encoder.allow(0);
      if (n % 60 === 21) encoder.allow(300);
      if (n % 60 === 40) {
        encoder.allow(10);
        encoder.allow(4096);
      }
      return Buffer.from(encoder.encode(list));
    });
    expect(decodeAll(blocks)).toEqual(lists);
  });
});
