import { Field, Select } from '@fluentui/react-components'

type Props = {
  label: string
  value: string
  choose: (value: string) => void
  options: readonly { value: string; text: string }[]
  empty?: string
}

/** A choice of one from a list, with nothing chosen beforehand when `empty` is said. */
export const ChoiceField = ({ label, value, choose, options, empty }: Props) => (
  <Field label={label} required>
    <Select value={value} onChange={(_, data) => choose(data.value)}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </Select>
  </Field>
)
