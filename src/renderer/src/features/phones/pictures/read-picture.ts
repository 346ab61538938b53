/** Longest side that a drawn phone needs, twice as sharp as its points. */
const longestSide = 832;
const quality = 0.82;

/** A chosen file as a small `data:` picture. Rejects where the browser cannot read the file as a picture. */
export const readPicture = async (file: Blob): Promise<string> => {
  const bitmap = await createImageBitmap(file);
  try {
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    const context = canvas.getContext('2d');
    if (!context) throw new Error('The browser has no canvas.');
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/webp', quality);
  } finally {
    bitmap.close();
  }
};
