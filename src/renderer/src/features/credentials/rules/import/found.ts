import type { RuleMatch, RuleTarget } from '../../../../../../shared/contract/index.ts';
import { plistOf, type PlistValue } from '../../../../../../shared/kit/xml/read-plist.ts';
import { elementsOf, readXml, type XmlElement, type XmlProblem } from '../../../../../../shared/kit/xml/read-xml.ts';

/** A rule that a file of an app suggests. */
export interface FoundRule {
  readonly id: string;
  readonly name: string;
  /** Where in the file: an activity, a key. */
  readonly from: string;
  readonly match: RuleMatch;
  readonly target: RuleTarget;
}
export type FoundKind = 'manifest' | 'info-plist' | 'entitlements';
export type Found =
  | { readonly kind: FoundKind; readonly rules: readonly FoundRule[] }
  | { readonly kind: 'broken'; readonly problem: XmlProblem }
  | { readonly kind: 'other'; readonly root: string };

const attribute = (element: XmlElement, name: string): string => element.attributes[`android:${name}`] ?? '';
const valuesOf = (elements: readonly XmlElement[], name: string): readonly string[] => [
  ...new Set(elements.map((element) => attribute(element, name)).filter((value) => value !== '')),
];
const orNone = <T>(values: readonly T[], none: T): readonly T[] => (values.length > 0 ? values : [none]);

type PathPart = Pick<Extract<RuleMatch, { kind: 'intent-filter' }>, 'path' | 'pathKind'>;
const anyPath: PathPart = { path: '', pathKind: 'prefix' };
const pathsOf = (data: readonly XmlElement[]): readonly PathPart[] => [
  ...valuesOf(data, 'path').map((path): PathPart => ({ path, pathKind: 'exact' })),
  ...valuesOf(data, 'pathPrefix').map((path): PathPart => ({ path, pathKind: 'prefix' })),
  ...valuesOf(data, 'pathPattern').map((path): PathPart => ({ path, pathKind: 'pattern' })),
];

const launcherAction = 'android.intent.action.MAIN';

/** The attributes of all `data` of one filter are merged: each scheme goes with each host and path. Source: Android, `<data>`. */
const filterMatches = (filter: XmlElement): readonly RuleMatch[] => {
  const data = elementsOf(filter, 'data');
  const actions = valuesOf(elementsOf(filter, 'action'), 'name').filter((name) => name !== launcherAction);
  const schemes = orNone(valuesOf(data, 'scheme'), '');
  return actions.flatMap((action) =>
    schemes.flatMap((scheme) =>
      orNone(scheme === '' ? [] : valuesOf(data, 'host'), '').flatMap((host) =>
        orNone(host === '' ? [] : pathsOf(data), anyPath).map((part): RuleMatch => ({
          kind: 'intent-filter',
          action,
          scheme,
          host: host === '*' ? '' : host,
          ...part,
        })),
      ),
    ),
  );
};

const lastPart = (name: string): string => name.split('.').findLast((part) => part !== '') ?? name;

const fromManifest = (root: XmlElement): FoundRule[] =>
  elementsOf(root, 'application')
    .flatMap((application) => [...elementsOf(application, 'activity'), ...elementsOf(application, 'activity-alias')])
    .flatMap((activity) => {
      const name = attribute(activity, 'name');
      return elementsOf(activity, 'intent-filter')
        .flatMap(filterMatches)
        .map((match, index) => ({
          id: `${name} ${index} ${JSON.stringify(match)}`,
          name: lastPart(name),
          from: name,
          match,
          target: { kind: 'screen' as const, screen: lastPart(name) || 'chats' },
        }));
    });

const list = (value: PlistValue | undefined): readonly PlistValue[] => (Array.isArray(value) ? value : []);
const wholeAddress: RuleTarget = { kind: 'url', url: '{value}' };

const fromInfoPlist = (dict: { readonly [key: string]: PlistValue }): FoundRule[] =>
  list(dict['CFBundleURLTypes']).flatMap((type) => {
    const entry =
      typeof type === 'object' && !Array.isArray(type) ? (type as { readonly [key: string]: PlistValue }) : {};
    const name = typeof entry['CFBundleURLName'] === 'string' ? entry['CFBundleURLName'] : '';
    return list(entry['CFBundleURLSchemes']).flatMap((scheme) =>
      typeof scheme === 'string' && scheme !== ''
        ? [
            {
              id: `scheme ${scheme}`,
              name: name || scheme,
              from: 'CFBundleURLSchemes',
              match: { kind: 'scheme' as const, scheme },
              target: wholeAddress,
            },
          ]
        : [],
    );
  });

const domainsKey = 'com.apple.developer.associated-domains';
const fromEntitlements = (dict: { readonly [key: string]: PlistValue }): FoundRule[] =>
  list(dict[domainsKey]).flatMap((domain) => {
    // `applinks:host`, and `?mode=developer` while it is being developed; other services have nothing to do with taps.
    const host = typeof domain === 'string' ? /^applinks:([^?/]+)/.exec(domain)?.[1] : undefined;
    return host === undefined
      ? []
      : [
          {
            id: `link ${host}`,
            name: host,
            from: domainsKey,
            match: { kind: 'universal-link' as const, host, path: '' },
            target: wholeAddress,
          },
        ];
  });

/** What AndroidManifest.xml, Info.plist or an entitlements file says about addresses that open the app. Never throws. */
export const findRules = (text: string): Found => {
  const read = readXml(text);
  if (!read.ok) return { kind: 'broken', problem: read.problem };
  if (read.root.name === 'manifest') return { kind: 'manifest', rules: unique(fromManifest(read.root)) };
  const dict = plistOf(read.root);
  if (!dict) return { kind: 'other', root: read.root.name };
  const isEntitlements = Object.keys(dict).some((key) => key.startsWith('com.apple.') || key === 'aps-environment');
  return isEntitlements
    ? { kind: 'entitlements', rules: unique(fromEntitlements(dict)) }
    : { kind: 'info-plist', rules: unique(fromInfoPlist(dict)) };
};

const unique = (rules: readonly FoundRule[]): FoundRule[] => [
  ...new Map(rules.map((rule) => [rule.id, rule])).values(),
];
