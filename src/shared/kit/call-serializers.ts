const name = '__proto__';

/**
 * How calls carry what the serializer of the calls would lose: it copies an object member by member, and assigning to `__proto__`
 * sets a prototype instead of a member. Both ends of a connection take the same list. Answers over REST are plain JSON and have no
 * such way; texts, which is how JSON is read and printed there, keep the member.
 */
export const callSerializers = [
  {
    type: 40,
    condition: (data: unknown): boolean => typeof data === 'object' && data !== null && Object.hasOwn(data, name),
    serialize: (data: object): unknown => Object.entries(data),
    deserialize: (entries: Iterable<readonly [string, unknown]>): unknown => Object.fromEntries(entries),
  },
];
