import { useState } from 'react';
import { copyPng, downloadPng, downloadSvg, type Image } from './image';

/** The drawing as a file, in the colours it has on the page. */
export function ImageButtons({ name, draw }: { name: string; draw: () => Image | undefined }) {
  const [error, setError] = useState<string>();
  const save = (how: (name: string, image: Image) => void | Promise<void>) => {
    const image = draw();
    if (!image) return;
    setError(undefined);
    Promise.resolve(how(name, image)).catch((problem: unknown) =>
      setError(problem instanceof Error ? problem.message : String(problem)),
    );
  };
  return (
    <>
      <button type="button" title="The whole drawing with its legend" onClick={() => save(downloadSvg)}>
        SVG
      </button>
      <button type="button" title="The whole drawing with its legend" onClick={() => save(downloadPng)}>
        PNG
      </button>
      <button
        type="button"
        aria-label="Copy image"
        title="The whole drawing onto the clipboard, as an image"
        onClick={() => save(copyPng)}
      >
        Copy
      </button>
      {error && (
        <span role="alert" className="wrong">
          {error}
        </span>
      )}
    </>
  );
}
