import { Checkbox } from '@fluentui/react-components'

type Props = {
  label: string
  hint?: string
  options: readonly { id: string; name: string; hint?: string }[]
  chosen: readonly string[]
  choose: (chosen: readonly string[]) => void
}

/** Several of a list. What is chosen and no longer on the list stays chosen until somebody takes it away. */
export const ChecksField = ({ label, hint, options, chosen, choose }: Props) => (
  <fieldset className="people-checks">
    <legend>{label}</legend>
    {hint && <p className="quiet">{hint}</p>}
    {options.map((option) => (
      <div key={option.id}>
        <Checkbox
          label={option.name}
          checked={chosen.includes(option.id)}
          onChange={(_, { checked }) => choose(checked ? [...chosen, option.id] : chosen.filter((one) => one !== option.id))}
        />
        {option.hint && <div className="quiet people-hint">{option.hint}</div>}
      </div>
    ))}
  </fieldset>
)
