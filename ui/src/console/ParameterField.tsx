import { useModels } from '../api/hooks';
import type { QueryParameter } from '../api/types';
import { visibleToken } from '../tokens/tokenText';
import { CompletedField } from './CompletedField';

interface ParameterFieldProps {
  parameter: QueryParameter;
  value: string;
  onChange: (value: string) => void;
}

export function ParameterField(props: ParameterFieldProps) {
  const { parameter } = props;
  const id = `parameter-${parameter.name}`;
  return (
    <div className="parameter">
      <label htmlFor={id}>
        {parameter.name}{' '}
        <span className="hint">{parameter.required ? parameter.type : `${parameter.type}, optional`}</span>
      </label>
      <Field id={id} {...props} />
      <small className="hint">{parameter.explanation}</small>
    </div>
  );
}

function Field({ id, parameter, value, onChange }: ParameterFieldProps & { id: string }) {
  switch (parameter.type) {
    case 'model':
      return <ModelField id={id} value={value} onChange={onChange} required={parameter.required} />;
    case 'integer':
    case 'position':
    case 'float':
      return (
        <input
          id={id}
          type="number"
          step={parameter.type === 'float' ? 'any' : 1}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'boolean':
      return (
        <Choices
          id={id}
          value={value}
          onChange={onChange}
          required={parameter.required}
          of={['true', 'false']}
        />
      );
    case 'string':
      return parameter.choices ? (
        <Choices
          id={id}
          value={value}
          onChange={onChange}
          required={parameter.required}
          of={parameter.choices}
        />
      ) : (
        <input id={id} value={value} spellCheck={false} onChange={(event) => onChange(event.target.value)} />
      );
    case 'trace':
    case 'token':
    case 'head':
    case 'neuron':
    case 'tag':
      return (
        <>
          <CompletedField id={id} type={parameter.type} value={value} onChange={onChange} />
          {parameter.type === 'token' && value && (
            <output className="hint">read as {visibleToken(value)}</output>
          )}
        </>
      );
  }
}

interface ChoicesProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  required: boolean;
  of: string[];
}

function Choices({ id, value, onChange, required, of }: ChoicesProps) {
  return (
    <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{required ? 'choose one' : 'any'}</option>
      {of.map((choice) => (
        <option key={choice}>{choice}</option>
      ))}
    </select>
  );
}

type ChoiceProps = Omit<ParameterFieldProps, 'parameter'> & { id: string; required: boolean };

function ModelField({ id, value, onChange, required }: ChoiceProps) {
  const models = useModels();
  const known = models.data?.filter((model) => model.id !== undefined) ?? [];
  return (
    <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{required ? 'choose a model' : 'any'}</option>
      {value && !known.some((model) => model.id === value) && <option value={value}>{value}</option>}
      {known.map((model) => (
        <option key={model.id ?? model.name} value={model.id}>
          {model.name}
        </option>
      ))}
    </select>
  );
}
