const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Later than this is not a number of seconds (it would be the year 5138) but of milliseconds. */
export const millisecondsFrom = 100_000_000_000;

/** True for a number that was meant as seconds since 1970 and written in milliseconds. */
export const isMilliseconds = (seconds: number): boolean => seconds >= millisecondsFrom;

/** `apns-id` in its canonical form. Apple asks for lower case; clients in Java and Swift send upper case and are answered. */
export const isMessageId = (text: string): boolean => uuid.test(text);

/** `apns-priority`: at once, considerate of power, or never waking the phone. */
export const isPriority = (text: string): boolean => text === '10' || text === '5' || text === '1';

/** `apns-expiration`: whole seconds since 1970, or 0. */
export const isExpiration = (text: string): boolean => /^\d+$/.test(text);
