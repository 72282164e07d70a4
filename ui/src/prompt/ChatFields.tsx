import { useId } from 'react';

/** What is said to a model that chats, besides the prompt; absent where the prompt is traced as it is. */
export interface Chat {
  system: string;
}

interface ChatFieldsProps {
  chat: Chat | undefined;
  onChange: (chat: Chat | undefined) => void;
}

/** Whether the prompt is a message in the model's chat template, for models that have one. */
export function ChatFields({ chat, onChange }: ChatFieldsProps) {
  const id = useId();
  return (
    <>
      <label className="chat">
        <input
          type="checkbox"
          checked={chat !== undefined}
          onChange={(event) => onChange(event.target.checked ? { system: '' } : undefined)}
        />{' '}
        as a message, in the model’s chat template
      </label>
      {chat && (
        <>
          <label htmlFor={id}>
            System message <span className="hint">optional; without one the template may have its own</span>
          </label>
          <textarea
            id={id}
            rows={2}
            value={chat.system}
            onChange={(event) => onChange({ system: event.target.value })}
            spellCheck={false}
          />
        </>
      )}
    </>
  );
}
