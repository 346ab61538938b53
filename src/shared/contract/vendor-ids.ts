/** Every vendor, in the order in which they are listed. Without schemas beside them: the store's threads need the names alone. */
export const vendorIds = ['apns', 'fcm', 'huawei', 'honor', 'xiaomi', 'oppo', 'vivo', 'meizu', 'tpns'] as const;
