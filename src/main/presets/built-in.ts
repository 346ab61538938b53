import type { LibraryEntry } from '../../shared/contract/index.ts';
import { LibraryFile } from '../../shared/contract/presets.ts';
import customWithoutDesc from '../../../resources/presets/custom-without-desc.json' with { type: 'json' };
import dennyToVinson from '../../../resources/presets/denny-to-vinson.json' with { type: 'json' };
import emoji from '../../../resources/presets/emoji.json' with { type: 'json' };
import fourLanguages from '../../../resources/presets/four-languages.json' with { type: 'json' };
import groupCard from '../../../resources/presets/group-card.json' with { type: 'json' };
import groupNameless from '../../../resources/presets/group-nameless.json' with { type: 'json' };
import groupNickname from '../../../resources/presets/group-nickname.json' with { type: 'json' };
import legacyAndroid from '../../../resources/presets/legacy-android.json' with { type: 'json' };
import loggedOut from '../../../resources/presets/logged-out.json' with { type: 'json' };
import plainText from '../../../resources/presets/plain-text.json' with { type: 'json' };
import scenarioBadge from '../../../resources/presets/scenario-badge.json' with { type: 'json' };
import scenarioKicked from '../../../resources/presets/scenario-kicked.json' with { type: 'json' };
import scenarioKilledLegacy from '../../../resources/presets/scenario-killed-legacy.json' with { type: 'json' };
import scenarioLife from '../../../resources/presets/scenario-life.json' with { type: 'json' };
import scenarioSdkGenerations from '../../../resources/presets/scenario-sdk-generations.json' with { type: 'json' };
import severalElements from '../../../resources/presets/several-elements.json' with { type: 'json' };
import silent from '../../../resources/presets/silent.json' with { type: 'json' };
import systemMessage from '../../../resources/presets/system-message.json' with { type: 'json' };
import tuikitEntity from '../../../resources/presets/tuikit-entity.json' with { type: 'json' };
import variables from '../../../resources/presets/variables.json' with { type: 'json' };
import voip from '../../../resources/presets/voip.json' with { type: 'json' };

/** The files of resources/presets in the order of the list. The first is what a first start shows (R42). */
const files: Readonly<Record<string, unknown>> = {
  'denny-to-vinson.json': dennyToVinson,
  'legacy-android.json': legacyAndroid,
  'plain-text.json': plainText,
  'tuikit-entity.json': tuikitEntity,
  'silent.json': silent,
  'voip.json': voip,
  'system-message.json': systemMessage,
  'logged-out.json': loggedOut,
  'custom-without-desc.json': customWithoutDesc,
  'group-card.json': groupCard,
  'group-nickname.json': groupNickname,
  'group-nameless.json': groupNameless,
  'several-elements.json': severalElements,
  'emoji.json': emoji,
  'four-languages.json': fourLanguages,
  'variables.json': variables,
  'scenario-badge.json': scenarioBadge,
  'scenario-kicked.json': scenarioKicked,
  'scenario-sdk-generations.json': scenarioSdkGenerations,
  'scenario-killed-legacy.json': scenarioKilledLegacy,
  'scenario-life.json': scenarioLife,
};

/** Presets and scenarios that come along. They never change, so they have no revision. */
export const builtInEntries: readonly LibraryEntry[] = Object.entries(files).map(([file, content]) => ({
  id: `built-in:${file}`,
  source: 'built-in',
  file,
  revision: '',
  content: LibraryFile.parse(content),
}));
