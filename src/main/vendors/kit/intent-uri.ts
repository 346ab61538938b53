/** An Android Intent written as text: `intent://host/path?k=v#Intent;scheme=…;S.key=value;end`. */
export interface IntentUri {
  /** Data address with its scheme, for example `pushscheme://com.tencent.qcloud/detail?k=v`; empty when there is none. */
  readonly data: string;
  readonly action: string;
  readonly component: string;
  readonly packageName: string;
  readonly launchFlags: string;
  /** Extras with their types in Kotlin, values decoded. */
  readonly extras: readonly { readonly name: string; readonly type: string; readonly value: string }[];
}

const extraTypes: Readonly<Record<string, string>> = {
  S: 'String',
  B: 'Boolean',
  b: 'Byte',
  c: 'Char',
  d: 'Double',
  f: 'Float',
  i: 'Int',
  l: 'Long',
  s: 'Short',
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * Takes an Intent text apart as android.content.Intent.parseUri does. Null: it is not one (no `#Intent;…;end`).
 * Source: Android reference, Intent.parseUri.
 */
export const parseIntentUri = (text: string): IntentUri | null => {
  const [, address, fragment] = /^(?:intent:)?([^#]*)#Intent;(.*)end$/s.exec(text.trim()) ?? [];
  if (address === undefined || fragment === undefined) return null;
  const parts = new Map<string, string>();
  const extras: { name: string; type: string; value: string }[] = [];
  for (const item of fragment.split(';').filter(Boolean)) {
    const mark = item.indexOf('=');
    const key = mark < 0 ? item : item.slice(0, mark);
    const value = mark < 0 ? '' : decode(item.slice(mark + 1));
    const type = key.charAt(1) === '.' ? extraTypes[key.charAt(0)] : undefined;
    if (type) extras.push({ name: decode(key.slice(2)), type, value });
    else parts.set(key, value);
  }
  const scheme = parts.get('scheme');
  return {
    data: address === '' ? '' : `${scheme ? `${scheme}:` : ''}${address}`,
    action: parts.get('action') ?? '',
    component: parts.get('component') ?? '',
    packageName: parts.get('package') ?? '',
    launchFlags: parts.get('launchFlags') ?? '',
    extras,
  };
};

/**
 * Puts a text extra into an Intent text, percent-encoded, before its `end`; an extra of that name is replaced. A plain address
 * `scheme://host/path` becomes an Intent text first. Null: neither.
 */
export const withIntentExtra = (text: string, name: string, value: string): string | null => {
  const trimmed = text.trim();
  const extra = `S.${encodeURIComponent(name)}=${encodeURIComponent(value)};`;
  if (/^(?:intent:)?[^#]*#Intent;.*end$/s.test(trimmed)) {
    const mark = trimmed.indexOf('#Intent;') + '#Intent;'.length;
    const items = trimmed.slice(mark, -'end'.length).split(';').filter(Boolean);
    const others = items.filter((item) => !item.startsWith(`S.${encodeURIComponent(name)}=`));
    return `${trimmed.slice(0, mark)}${others.map((item) => `${item};`).join('')}${extra}end`;
  }
  const [, scheme, rest] = /^([A-Za-z][A-Za-z0-9+.-]*):(\/\/[^#]*)$/.exec(trimmed) ?? [];
  return scheme && rest ? `intent:${rest}#Intent;scheme=${scheme};${extra}end` : null;
};
