import { elementsOf, textOf, type XmlElement } from './read-xml.ts';

export type PlistValue = string | number | boolean | readonly PlistValue[] | { readonly [key: string]: PlistValue };

const valueOf = (element: XmlElement): PlistValue | null => {
  switch (element.name) {
    case 'dict':
      return dictOf(element);
    case 'array':
      return elementsOf(element).flatMap((child) => valueOf(child) ?? []);
    case 'true':
      return true;
    case 'false':
      return false;
    case 'integer':
    case 'real':
      return Number(textOf(element));
    case 'string':
    case 'date':
    case 'data':
      return textOf(element);
    default:
      return null;
  }
};

const dictOf = (element: XmlElement): { readonly [key: string]: PlistValue } => {
  const children = elementsOf(element);
  return Object.fromEntries(
    children.flatMap((child, index) => {
      const next = children[index + 1];
      const value = child.name === 'key' && next ? valueOf(next) : null;
      return value === null ? [] : [[textOf(child), value]];
    }),
  );
};

/** The dictionary of an XML property list; null: this is another document. */
export const plistOf = (root: XmlElement): { readonly [key: string]: PlistValue } | null => {
  const [dict] = elementsOf(root, 'dict');
  return root.name === 'plist' && dict ? dictOf(dict) : null;
};
