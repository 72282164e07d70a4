/** Saves a file; a text needs the type that a blob has of itself. */
export function download(name: string, content: Blob): void;
export function download(name: string, content: string, type: string): void;
export function download(name: string, content: Blob | string, type?: string): void {
  const url = URL.createObjectURL(
    typeof content === 'string' ? new Blob([content], type === undefined ? {} : { type }) : content,
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
