import '@neo4j-cypher/codemirror/css/cypher-codemirror.css';
import { createCypherEditor, type EditorApi } from '@neo4j-cypher/codemirror';
import { useEffect, useRef } from 'react';
import { useTheme } from '../theme/useTheme';
import { editorSchema } from './schema';

interface EditorProps {
  value: string;
  onChange: (value: string) => void;
  onRun: () => void;
  parameters: string[];
}

export function Editor({ value, onChange, onRun, parameters }: EditorProps) {
  const { theme } = useTheme();
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorApi>(undefined);
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
      autocompleteTriggerStrings: [':', '.', '$'],
      lineWrapping: true,
      search: false,
    }) as unknown as { editor: EditorApi };
    created.onValueChanged((text) => latest.current.onChange(text));
    editor.current = created;
    parent.querySelector('.cm-content')?.setAttribute('aria-label', 'Cypher statement');
    return () => {
      created.destroy();
      parent.replaceChildren();
      editor.current = undefined;
    };
  }, []);

  useEffect(() => editor.current?.setTheme(theme), [theme]);
  useEffect(() => editor.current?.setSchema(editorSchema(parameters)), [parameters]);
  useEffect(() => editor.current?.setValue(value), [value]);

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
