import { themes, type System } from './shots.ts';

const cell = (skin: string, id: string, theme: string, label: string) =>
  `<img src="${skin}-${id}-${theme}.webp" alt="${label}, ${skin}, ${theme}" width="200">`;

const table = ({ skin, label, surfaces }: System): string =>
  [
    `## ${label}`,
    '',
    '| Surface | Light | Dark |',
    '| --- | --- | --- |',
    ...surfaces.map(
      (one) => `| ${one.label} | ${themes.map((theme) => cell(skin, one.id, theme, one.label)).join(' | ')} |`,
    ),
  ].join('\n');

/** The page beside the pictures, as Markdown. */
export const readme = (systems: readonly System[]): string => `# What the drawn phones look like

Taken by \`npm run gallery\`. The letters are those of free fonts that stand in for the phones' own. Widths of iPhones are defaults that
reproduce published character counts, those of stock Android are in its source, and those of the makers' looks and all their colours are
approximations: each number carries where it comes from in \`src/renderer/src/features/phones/skins\`.

${systems.map(table).join('\n\n')}
`;
