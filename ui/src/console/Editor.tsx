import '@neo4j-cypher/codemirror/css/cypher-codemirror.css';
import { EditorView } from '@codemirror/view';
import { createCypherEditor, type EditorApi } from '@neo4j-cypher/codemirror';
import { useEffect, useRef } from 'react';
import { useTheme } from '../theme/useTheme';
import { editorSchema } from './schema';

function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/**
 * Text over a selection goes in by the editor's own transaction: left to the browser, it would carry the replaced text's
 * colours along as a style attribute, which the page's policy reports as an error.
 */
const typedOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    const text = event.data;
    if (event.inputType !== 'insertText' || empty || !text || view.composing) return false;
    const insert = () =>
      view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handler) => handler(view, from, to, text, insert))) view.dispatch(insert());
    return true;
  },
});

interface EditorProps {
  value: string;
  onChange: (value: string) => void;
  onRun: () => void;
  /** names for completion */
  parameters: readonly string[];
}

export function Editor({ value, onChange, onRun, parameters }: EditorProps) {
  const { theme } = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorApi>(undefined);
  /** what stands in the editor: setting it again would take the cursor to the beginning */
  const shown = useRef(value);
  const latest = useRef({ value, onChange, onRun });
  useEffect(() => {
    latest.current = { value, onChange, onRun };
  });

  useEffect(() => {
    if (!host.current) return;
    const parent = host.current;
    // what it returns and what its types say differ: the API is wrapped in an object
    const { editor: created } = createCypherEditor(parent, {
      value: latest.current.value,
      lineWrapping: true,
      search: false,
      // its styles are made while it runs: the server's policy lets in those that carry the answer's nonce
      preExtensions: [EditorView.cspNonce.of(styleNonce()), typedOverSelection],
    }) as unknown as { editor: EditorApi };
    created.onValueChanged((text) => {
      shown.current = text;
      latest.current.onChange(text);
    });
    shown.current = latest.current.value;
    editor.current = created;
    parent.querySelector('.cm-content')?.setAttribute('aria-label', 'Cypher statement');
    return () => {
      created.destroy();
      parent.replaceChildren();
      editor.current = undefined;
    };
  }, []);

  useEffect(() => editor.current?.setTheme(theme), [theme]);
  const names = parameters.join('\n');
  useEffect(() => editor.current?.setSchema(editorSchema(names === '' ? [] : names.split('\n'))), [names]);
  useEffect(() => {
    if (value !== shown.current) editor.current?.setValue(value);
  }, [value]);

  // before the editor sees it, whose own binding for Ctrl+Enter is a new line
  useEffect(() => {
    const element = host.current;
    const run = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current.onRun();
    };
    element?.addEventListener('keydown', run, true);
    return () => element?.removeEventListener('keydown', run, true);
  }, []);

  return <div ref={host} className="editor" />;
}
