import { describe, expect, it } from '@jest/globals'
import { addressBucket, cameOverHttps, clientAddress } from '../../bot/channels/client-address.js'

const request = (remoteAddress: string, headers: Record<string, string> = {}) => ({ socket: { remoteAddress }, headers })
const MONDAY = new Date('2026-03-02T10:00:00Z')

describe('The address of a client', () => {
  it.each([
    ['is the socket’s when nobody is trusted', '10.0.0.1', '203.0.113.7', [], '10.0.0.1'],
    ['is what a trusted proxy says', '10.0.0.1', '203.0.113.7', ['10.0.0.1'], '203.0.113.7'],
    ['is what the last trusted proxy of several says', '10.0.0.1', '203.0.113.7, 10.0.0.2', ['10.0.0.0/8'], '203.0.113.7'],
    ['is not what a stranger wrote before that', '10.0.0.1', '1.1.1.1, 203.0.113.7', ['10.0.0.1'], '203.0.113.7'],
    ['is not what a stranger says', '198.51.100.1', '1.1.1.1', ['10.0.0.1'], '198.51.100.1'],
    ['is the proxy’s when it says something unreadable', '10.0.0.1', 'somewhere', ['10.0.0.1'], '10.0.0.1'],
    ['is read from IPv4 written as IPv6', '::ffff:10.0.0.1', '203.0.113.7', ['10.0.0.1'], '203.0.113.7'],
    ['is told by a proxy on this machine', '::1', '2001:db8::7', ['loopback'], '2001:db8::7'],
  ])('%s', (_, socket, forwarded, trusted, expected) => {
    expect(clientAddress(request(socket, { 'x-forwarded-for': forwarded }), trusted)).toBe(expected)
  })
})

describe('Https', () => {
  it('is believed when a trusted proxy says so, and from nobody else', () => {
    const headers = { 'x-forwarded-proto': 'https' }
    expect(cameOverHttps(request('10.0.0.1', headers), ['10.0.0.1'])).toBe(true)
    expect(cameOverHttps(request('10.0.0.2', headers), ['10.0.0.1'])).toBe(false)
    expect(cameOverHttps(request('10.0.0.1'), ['10.0.0.1'])).toBe(false)
  })
})

describe('The bucket of an address', () => {
  const bucket = (address: string, at = MONDAY, key = 'key') => addressBucket('tokens', address, at, key)

  it('does not tell the address, is another one the next day and with another key', () => {
    expect(bucket('203.0.113.7')).not.toContain('203')
    expect(bucket('203.0.113.7', new Date('2026-03-03T00:00:00Z'))).not.toBe(bucket('203.0.113.7'))
    expect(bucket('203.0.113.7', MONDAY, 'other')).not.toBe(bucket('203.0.113.7'))
  })

  it('is one for a household of IPv6 addresses', () => {
    expect(bucket('2001:db8:1:2::1')).toBe(bucket('2001:db8:1:2:aaaa:bbbb:cccc:dddd'))
    expect(bucket('2001:db8:1:2::1')).not.toBe(bucket('2001:db8:1:3::1'))
    expect(bucket('2001:db8::1')).toBe(bucket('2001:db8:0:0:5::'))
  })
})
