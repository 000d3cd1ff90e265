import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { linkTo, type Address } from '../address.js'

type Props = { to: Partial<Address>; isMain?: boolean; children: ReactNode }

/** A link that looks like what one presses: it leads to a form, at an address of its own. */
export const LinkButton = ({ to, isMain, children }: Props) => (
  <Button
    as="a"
    href={linkTo(to)}
    className={isMain ? 'project-go main' : 'project-go'}
    appearance={isMain ? 'primary' : 'secondary'}
  >
    {children}
  </Button>
)
