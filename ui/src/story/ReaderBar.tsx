import type { Act } from '../route/route';
import type { ByReader } from './byReader';
import { isGroup } from './byReader';

interface ReaderBarProps {
  reader: ByReader;
  acts: readonly Act[];
  /** the pill that keys and buttons are about, by id, and what it is called */
  selected: string | undefined;
  nameOf: (id: string) => string;
  onAct: (act: Act) => void;
  onActs: (acts: Act[]) => void;
}

/** What the reader did to the picture, and may do with what is selected, for who has no keyboard. */
export function ReaderBar({ reader, acts, selected, nameOf, onAct, onActs }: ReaderBarProps) {
  if (acts.length === 0 && selected === undefined) return null;
  const names = (ids: readonly string[]) => ids.map(nameOf).join(', ');
  return (
    <div className="controls reader-bar" role="group" aria-label="By your hand">
      {selected !== undefined && (
        <>
          <button type="button" title="P" onClick={() => onAct({ do: 'pin', id: selected })}>
            {reader.pinned.includes(selected) ? 'Unpin' : 'Pin'} {nameOf(selected)}
          </button>
          <button type="button" title="H" onClick={() => onAct({ do: 'hide', id: selected })}>
            Hide
          </button>
        </>
      )}
      {reader.pinned.length > 0 && <span className="hint">pinned: {names(reader.pinned)}</span>}
      {reader.pinned.length > 1 && (
        <button type="button" title="G" onClick={() => onAct({ do: 'group', name: nextName(acts) })}>
          Group
        </button>
      )}
      {reader.groups.map((group) => (
        <input
          key={group.id + group.name}
          aria-label={`Name of the group of ${group.members.length}`}
          defaultValue={group.name}
          maxLength={40}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          onBlur={(event) => {
            const name = event.target.value.trim();
            if (name !== '' && name !== group.name) onActs(renamed(acts, group.name, name));
          }}
        />
      ))}
      {reader.hidden.length > 0 && <span className="hint">hidden: {names(reader.hidden)}</span>}
      {acts.length > 0 && (
        <button type="button" title="Z" onClick={() => onActs(acts.slice(0, -1))}>
          Undo
        </button>
      )}
    </div>
  );
}

/** "group 1", or the next number: names are the reader's to change. */
export function nextName(acts: readonly Act[]): string {
  return `group ${acts.filter((act) => act.do === 'group').length + 1}`;
}

function renamed(acts: readonly Act[], from: string, to: string): Act[] {
  return acts.map((act) => (act.do === 'group' && act.name === from ? { ...act, name: to } : act));
}

/** What is inspected: a group is no activation of the model's. */
export function inspectable(id: string | undefined): string | undefined {
  return id === undefined || isGroup(id) ? undefined : id;
}
