import { useEffect, useState } from 'react'
import { addressIn, type Address } from './address.js'

/** Where in the projects one is, by the address of the page. It stays while another place is looked at. */
export function useAddress(): Address {
  const [address, setAddress] = useState(() => addressIn(location.hash))
  useEffect(() => {
    const changed = (): void => {
      if (location.hash.startsWith('#projects')) setAddress(addressIn(location.hash))
    }
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  return address
}
