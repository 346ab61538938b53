/** As deep as JSON is taken: nobody's message comes near it, and nothing that walks through one runs out of stack. */
export const deepestJson = 100;

/** Whether a value nests no deeper than that. Looks no further than it has to. */
export const isShallow = (value: unknown, levels = deepestJson): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((one) => isShallow(one, levels - 1));
};
/** What the API says of one that does. */
export const nestsTooDeep = `nests deeper than ${deepestJson} levels`;
