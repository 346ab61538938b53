import type { App, Device, Draft, ReceivedValue, RuleTarget, TapCommand } from '../../shared/contract/index.ts';
import type { TapPlan, Vendor } from '../vendors/vendor.ts';
import { shellWord } from '../vendors/kit/shell.ts';

export interface CommandInput {
  readonly draft: Draft;
  readonly device: Pick<Device, 'platform'>;
  readonly app: App | undefined;
  readonly vendor: Pick<Vendor, 'id' | 'payload'>;
  readonly plan: TapPlan;
  /** Where the redirect rule leads. */
  readonly target: RuleTarget | null;
  readonly action: string;
}

type Words = readonly string[];
const command = (id: string, text: string, certainty: TapCommand['certainty'] = 'documented'): TapCommand => ({
  id,
  label: { id: `phone.command.${id}` },
  text,
  note: { id: `phone.command.${id}.note` },
  certainty,
});

/** Option of `am` for an extra of each type; any other type has none. Source: Android Debug Bridge, «Specification for intent arguments». */
const extraOptions: Readonly<Record<string, string>> = {
  String: '--es',
  Boolean: '--ez',
  Int: '--ei',
  Long: '--el',
  Float: '--ef',
};

/** The name of an Intent extra behind a value; null: it is part of an object that a command line cannot make. */
const extraName = (path: string, isIntent: boolean): string | null => {
  const quoted = /^intent\.extras\[(".*")\]$/s.exec(path)?.[1];
  if (quoted !== undefined) return JSON.parse(quoted) as string;
  return isIntent && !/^(?:key_message|message|result|intent)\./.test(path) ? path : null;
};

/** The extras of the Intent as options; what only the vendor knows (in angle brackets) is left out. */
const extraWords = ({ values, callback }: TapPlan): string[] => {
  const isIntent = /getIntent\(\)|intent\.getExtras\(\)/.test(callback?.name ?? '');
  return values.flatMap(({ path, type, value }: ReceivedValue) => {
    const name = extraName(path, isIntent);
    const option = extraOptions[type];
    return name === null || option === undefined || /^<.*>$/.test(value) ? [] : [option, name, value];
  });
};

/**
 * A command on the device. `adb shell` joins its words with spaces and the shell of the phone takes them apart again, so the whole
 * line is quoted once more for the shell at the desk.
 */
const onDevice = (words: Words): string => `adb shell ${shellWord(words.map(shellWord).join(' '))}`;

const view: Words = ['-a', 'android.intent.action.VIEW'];
const launcher: Words = ['-a', 'android.intent.action.MAIN', '-c', 'android.intent.category.LAUNCHER'];

/** A class of the app as `package/class`; null: the name is an action. */
const componentOf = (name: string, packageName: string): string | null => {
  if (name.includes('/')) return name;
  if (name.startsWith('.')) return `${packageName}/${name}`;
  return /(?:^|\.)[A-Z]\w*$/.test(name) && !/^[A-Z\d_]+$/.test(name.split('.').at(-1) ?? '')
    ? `${packageName}/${name}`
    : null;
};

/** What `am start` is told to open. */
const startWords = ({ opens, uri }: TapPlan, packageName: string): Words => {
  const toApp = packageName === '' ? [] : ['-p', packageName];
  if (uri !== undefined && uri.includes('#Intent;')) return [uri];
  if (opens.kind === 'url') return [...view, '-d', opens.name];
  if (uri) return [...view, '-d', uri, ...toApp];
  if (opens.kind === 'app') return [...launcher, ...toApp];
  const component = componentOf(opens.name, packageName);
  return component === null ? ['-a', opens.name, ...toApp] : ['-n', component];
};

const androidCommands = ({ app, plan, target }: CommandInput): TapCommand[] => {
  if (plan.opens.kind === 'nothing') return [];
  const packageName = app?.identifiers.android ?? '';
  // What an Intent text carries already is not said twice.
  const extras = plan.uri?.includes('#Intent;') ? [] : extraWords(plan);
  const start = ['am', 'start', ...startWords(plan, packageName)];
  // Options stand before a bare address.
  const tap = plan.opens.kind === 'url' ? start : [...start.slice(0, 2), ...extras, ...start.slice(2)];
  const link = target?.kind === 'url' ? [...view, '-d', target.url] : null;
  return [
    command(plan.uri?.includes('#Intent;') ? 'am-intent' : 'am-start', onDevice(tap)),
    ...(link ? [command('am-view', onDevice(['am', 'start', ...link]))] : []),
  ];
};

const iosCommands = ({ draft, app, vendor, plan, target }: CommandInput): TapCommand[] => {
  const bundle = app?.identifiers.ios ?? '';
  const push = vendor.payload.exports?.(draft, bundle).find(({ kind }) => kind === 'command');
  const url = target?.kind === 'url' ? target.url : plan.opens.kind === 'url' ? plan.opens.name : null;
  return [
    ...(push ? [command('simctl-push', push.text)] : []),
    ...(url === null ? [] : [command('simctl-openurl', `xcrun simctl openurl booted ${shellWord(url)}`)]),
  ];
};

/** Option of `aa start` for a parameter of each type. Source: OpenHarmony, «aa tool». */
const parameterOptions: Readonly<Record<string, string>> = {
  string: '--ps',
  boolean: '--pb',
  number: '--pi',
};
/** The name that DevEco Studio gives the first ability of a project; the payload names none. */
const usualAbility = 'EntryAbility';

const harmonyCommands = ({ app, plan, target }: CommandInput): TapCommand[] => {
  if (plan.opens.kind === 'nothing') return [];
  const bundle = app?.identifiers.harmony ?? '';
  const parameters = plan.values.flatMap(({ path, type, value }) => {
    const option = parameterOptions[type.toLowerCase()];
    // The tool takes whole numbers only.
    return option === undefined || (option === '--pi' && !/^-?\d+$/.test(value)) ? [] : [option, path, value];
  });
  const { kind, name } = plan.opens;
  const inBundle = bundle === '' ? [] : ['-b', bundle];
  const ability = [...inBundle, '-a', usualAbility];
  const opened: Words =
    kind === 'url'
      ? ['-A', 'ohos.want.action.viewData', '-U', name]
      : kind === 'app'
        ? ability
        : plan.uri
          ? [...inBundle, '-U', plan.uri]
          : [...inBundle, '-A', name];
  const onPhone = (words: Words) => `hdc shell ${shellWord(words.map(shellWord).join(' '))}`;
  return [
    command('aa-start', onPhone(['aa', 'start', ...opened, ...(kind === 'url' ? [] : parameters)]), 'reported'),
    ...(target?.kind === 'url'
      ? [command('aa-view', onPhone(['aa', 'start', '-A', 'ohos.want.action.viewData', '-U', target.url]), 'reported')]
      : []),
  ];
};

/** Command lines that do at the desk what this tap does; none where it opens nothing. */
export const commandsFor = (input: CommandInput): TapCommand[] => {
  if (input.action === 'dismiss') return [];
  if (input.device.platform === 'ios') return iosCommands(input);
  return input.device.platform === 'android' ? androidCommands(input) : harmonyCommands(input);
};
