import { describe, expect, it } from '@jest/globals'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { clearVisitor, giveVisitor, visitorOf } from '../../bot/channels/visitor.js'

const asked = (cookie?: string) => {
  const request = new IncomingMessage(new Socket())
  if (cookie !== undefined) request.headers.cookie = cookie
  return { request, response: new ServerResponse(request) }
}
const AT_HOME = { secure: true, framed: false, sessionOnly: false }
const VALUE = 'A'.repeat(22)

describe('A visitor', () => {
  it('is nobody without a readable cookie', () => {
    expect(
      ['', 'visitor=', 'visitor=short', 'visitor=' + 'A'.repeat(23), 'other=1'].map((cookie) => visitorOf(asked(cookie).request)),
    ).toEqual(Array(5).fill(undefined))
  })

  it('is known again by the cookie that was given, and stored as something else', () => {
    const { request, response } = asked()
    const visitor = giveVisitor(request, response, AT_HOME)
    const cookie = String(response.getHeader('set-cookie')).split(';')[0] ?? ''
    expect(visitorOf(asked(`other=1; ${cookie}`).request)).toBe(visitor)
    expect(cookie).not.toContain(visitor)
  })

  it('keeps the cookie it has', () => {
    const { request, response } = asked(`visitor=${VALUE}`)
    expect(giveVisitor(request, response, AT_HOME)).toBe(visitorOf(request))
    expect(String(response.getHeader('set-cookie'))).toContain(VALUE)
  })

  it('is random: no two are the same', () => {
    const given = Array.from({ length: 100 }, () => giveVisitor(asked().request, asked().response, AT_HOME))
    expect(new Set(given).size).toBe(100)
  })

  it.each([
    ['at home', AT_HOME, 'SameSite=Lax; Secure; Max-Age=2592000'],
    ['in a frame', { ...AT_HOME, framed: true }, 'SameSite=None; Partitioned; Secure; Max-Age=2592000'],
    ['in a frame without https', { ...AT_HOME, secure: false, framed: true }, 'SameSite=Lax; Max-Age=2592000'],
    ['at a shared computer', { ...AT_HOME, sessionOnly: true }, 'SameSite=Lax; Secure'],
  ])('%s gets a cookie that fits', (_, place, attributes) => {
    const { request, response } = asked(`visitor=${VALUE}`)
    giveVisitor(request, response, place)
    expect(response.getHeader('set-cookie')).toEqual([`visitor=${VALUE}; Path=/; HttpOnly; ${attributes}`])
  })

  it('is forgotten by the browser, and other cookies are left as they are', () => {
    const { request, response } = asked()
    response.setHeader('set-cookie', 'language=sv')
    giveVisitor(request, response, AT_HOME)
    clearVisitor(response, AT_HOME)
    expect(response.getHeader('set-cookie')).toEqual([
      'language=sv',
      'visitor=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0',
    ])
  })
})
