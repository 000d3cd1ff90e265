import { Button } from '@fluentui/react-components'
import { ChevronDown16Regular, ChevronRight16Regular } from '@fluentui/react-icons'

type Props = { text: string; isOpen: boolean; toggle: () => void }

/** Opens and closes what stands below it. */
export const Toggle = ({ text, isOpen, toggle }: Props) => (
  <Button
    appearance="subtle"
    className="project-toggle"
    icon={isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
    aria-expanded={isOpen}
    onClick={toggle}
  >
    {text}
  </Button>
)
