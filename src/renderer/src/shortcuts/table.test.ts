import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../features/shell/texts/en.json' with { type: 'json' };
import { isPressed, isTypable, listKeys, shortcuts, shownKeys, type Pressed } from './table.ts';

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  shiftKey: false,
  altKey: false,
  mod: false,
  otherMod: false,
  ...more,
});
const root = path.resolve(import.meta.dirname, '..');
const code = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
  .map((file) => readFileSync(path.join(root, file), 'utf8'))
  .join('\n');

describe('the table of shortcuts', () => {
  it('gives no key two meanings in one place', () => {
    const taken = shortcuts.flatMap(({ keys, where }) => keys.map((one) => ({ one, where })));
    for (const { one, where } of taken) {
      const same = taken.filter(
        (other) => other.one === one && (other.where === where || [other.where, where].includes('everywhere')),
      );
      expect(same, `${one} in ${where}`).toHaveLength(1);
    }
  });
  it('has words for each', () => {
    const words: Readonly<Record<string, string>> = en;
    for (const { id } of [...shortcuts, ...listKeys]) expect(words[`keys.${id}`], id).toBeTruthy();
  });
  it('names nothing that no part of the window does', () => {
    for (const { id } of shortcuts)
      expect(code.includes(`useShortcut('${id}'`) || code.includes(`data-shortcut="${id}"`), id).toBe(true);
  });
});

describe('a key', () => {
  it('is the combination and nothing more', () => {
    expect(isPressed('mod+k', pressed('k', { mod: true }))).toBe(true);
    expect(isPressed('mod+k', pressed('k'))).toBe(false);
    expect(isPressed('mod+k', pressed('k', { mod: true, altKey: true }))).toBe(false);
    expect(isPressed('mod+k', pressed('k', { mod: true, shiftKey: true }))).toBe(false);
    expect(isPressed('mod+k', pressed('k', { mod: true, otherMod: true }))).toBe(false);
    expect(isPressed('j', pressed('J', { shiftKey: true }))).toBe(false);
    expect(isPressed('mod+shift+z', pressed('Z', { mod: true, shiftKey: true }))).toBe(true);
  });
  it('is a sign wherever the keyboard has it', () => {
    expect(isPressed('?', pressed('?', { shiftKey: true }))).toBe(true);
    expect(isPressed('/', pressed('/', { shiftKey: true }))).toBe(true);
  });
  it('belongs to a field when it can be typed there', () => {
    expect(['j', '?', '/', 't'].every(isTypable)).toBe(true);
    expect(['mod+k', 'f6', 'shift+f6', 'mod+enter'].some(isTypable)).toBe(false);
  });
  it('is written as on the keyboard', () => {
    expect(shownKeys('mod+enter', true)).toBe('⌘↵');
    expect(shownKeys('mod+shift+z', false)).toBe('Ctrl Shift Z');
    expect(shownKeys('f6', false)).toBe('F6');
  });
});
