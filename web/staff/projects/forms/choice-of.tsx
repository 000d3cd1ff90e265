import { Field, Select } from '@fluentui/react-components'

type Props<Value extends string> = {
  label: string
  value: Value
  values: readonly Value[]
  textOf: (value: Value) => string
  choose: (value: Value) => void
}

/** One of a few, by its label. */
export const ChoiceOf = <Value extends string>({ label, value, values, textOf, choose }: Props<Value>) => (
  <Field label={label}>
    <Select value={value} onChange={(_, chosen) => choose(values.find((one) => one === chosen.value) ?? value)}>
      {values.map((one) => (
        <option key={one} value={one}>
          {textOf(one)}
        </option>
      ))}
    </Select>
  </Field>
)
