/** What stands in the message of an answer that a fault gives, where the vendor has a sentence of its own. */
export const faultWords = 'Set by a fault of Pushscope';
