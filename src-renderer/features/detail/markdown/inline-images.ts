import { decodedBytes, isBase64 } from '#shared/protocol/attachment-rules';

/** guarantees.md 2: pictures inside a text are of these kinds, this large and this many at most. */
const largestImageBytes = 256 * 1024;
const mostImages = 50;

const dataImage = /data:image\/(png|jpeg|gif|webp);base64,([A-Za-z0-9+/=]+)/g;
const scheme = 'triage-picture:';

/** A text whose pictures were taken out, so that they weigh nothing while it is read as Markdown, and the pictures. */
export type TextWithImages = { text: string; images: readonly string[] };

/** Takes the `data:` pictures out of a text; a place holder stands where each one was. */
export function takeOutImages(text: string): TextWithImages {
  const images: string[] = [];
  const without = text.replace(dataImage, (whole, _kind: string, data: string) => {
    if (images.length >= mostImages || !isBase64(data) || decodedBytes(data) > largestImageBytes) return 'data:';
    images.push(whole);
    return `${scheme}${images.length - 1}`;
  });
  return { text: without, images };
}

/** The picture that a place holder stands for. */
export function imageAt(images: readonly string[], source: string | undefined): string | undefined {
  return source?.startsWith(scheme) ? images[Number(source.slice(scheme.length))] : undefined;
}
