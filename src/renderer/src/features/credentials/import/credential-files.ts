/** What the system's file dialog offers. Other names can be dropped; the bytes decide what a file is. */
export const credentialFiles = '.p12,.pfx,.p8,.pem,.cer,.crt,.key,.json,.txt';
