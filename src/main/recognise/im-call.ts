const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a text is JSON of a call of the IM REST API that sends a message: it has a body of elements, or a push for somebody. */
export const isImCall = (text: string): boolean => {
  if (!/"(?:MsgBody|OfflinePushInfo)"/.test(text)) return false;
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (!isObject(value)) return false;
    const hasElements = Array.isArray(value['MsgBody']) && value['MsgBody'].every((one) => isObject(one));
    const isAddressed = 'To_Account' in value || 'GroupId' in value;
    return hasElements || (isObject(value['OfflinePushInfo']) && isAddressed);
  } catch {
    return false;
  }
};
