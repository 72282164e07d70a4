import { download, downloadText } from './download';

/** A drawing as a file of its own, and its size in pixels. */
export interface Image {
  svg: string;
  width: number;
  height: number;
}

const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
];
const SHARPNESS = 2;
/** Chromium and Firefox both draw canvases of this many pixels. */
const MOST_PIXELS = 60_000_000;
const LONGEST_SIDE = 16_000;

/** A copy that needs no style sheet: what the reader sees is written into every element. */
export function withStyles<E extends SVGElement>(element: E): E {
  const copy = element.cloneNode(true) as E;
  const originals = element.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((each, i) => {
    const original = originals[i];
    if (!original || each.tagName === 'g' || each.tagName === 'title') return;
    const style = getComputedStyle(original);
    for (const property of PROPERTIES) {
      const value = style.getPropertyValue(property);
      if (value !== '') each.setAttribute(property, value);
    }
  });
  return copy;
}

export function downloadSvg(name: string, image: Image): void {
  downloadText(`${name}.svg`, image.svg, 'image/svg+xml');
}

export async function downloadPng(name: string, image: Image): Promise<void> {
  download(`${name}.png`, await png(image));
}

/** Onto the clipboard, to be pasted where one writes. */
export async function copyPng(_name: string, image: Image): Promise<void> {
  if (typeof ClipboardItem === 'undefined' || !('clipboard' in navigator))
    throw new Error('This browser lets no page copy images here: take the PNG.');
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': png(image) })]);
}

/** Twice as many pixels as on the screen, fewer where that is more than a browser can draw. */
async function png(image: Image): Promise<Blob> {
  const { width, height } = image;
  const scale = Math.min(
    SHARPNESS,
    Math.sqrt(MOST_PIXELS / (width * height)),
    LONGEST_SIDE / Math.max(width, height),
  );
  const source = URL.createObjectURL(new Blob([image.svg], { type: 'image/svg+xml' }));
  try {
    const drawn = new window.Image(width, height);
    drawn.src = source;
    await drawn.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('This browser cannot draw an image so large: take the SVG.');
    return blob;
  } finally {
    URL.revokeObjectURL(source);
  }
}

// neither of them is a character of XML 1.0
const NO_XML = /(?![\n\t])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

export function escapeXml(text: string): string {
  return onlyXml(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** What is no character of XML, by its number. */
export function onlyXml(text: string): string {
  return text.replace(NO_XML, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
