import { useCircuits } from '../api/found';

interface CircuitChoiceProps {
  /** id of the model that circuits are of */
  model: string;
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}

/** Which circuit's components a picture marks; nothing where none was found for the model. */
export function CircuitChoice({ model, chosen, onChoose }: CircuitChoiceProps) {
  const circuits = (useCircuits().data ?? []).filter((circuit) => circuit.model === model);
  if (circuits.length === 0) return null;
  return (
    <select
      className="circuit-choice"
      aria-label="Mark a circuit"
      title="Marks what belongs to a circuit that was found for this model"
      value={circuits.some(({ id }) => id === chosen) ? chosen : ''}
      onChange={(event) => onChoose(event.target.value === '' ? undefined : event.target.value)}
    >
      <option value="">no circuit</option>
      {circuits.map(({ id, name }) => (
        <option key={id} value={id}>
          circuit {name}
        </option>
      ))}
    </select>
  );
}
